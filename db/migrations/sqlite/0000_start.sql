CREATE TABLE `activity` (
	`id` text PRIMARY KEY NOT NULL,
	`verb` text NOT NULL,
	`actor_id` text,
	`idea_id` text,
	`subject_id` text,
	`data` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `activity_actor` ON `activity` (`actor_id`,`at`);--> statement-breakpoint
CREATE INDEX `activity_idea` ON `activity` (`idea_id`,`at`);--> statement-breakpoint
CREATE TABLE `comment_revisions` (
	`id` text PRIMARY KEY NOT NULL,
	`comment_id` text NOT NULL,
	`body` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`comment_id`) REFERENCES `comments`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `comment_revisions_comment` ON `comment_revisions` (`comment_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `comments` (
	`id` text PRIMARY KEY NOT NULL,
	`idea_id` text NOT NULL,
	`author_id` text,
	`parent_id` text,
	`root_id` text,
	`depth` integer DEFAULT 0 NOT NULL,
	`body` text NOT NULL,
	`team` text,
	`useful_count` integer DEFAULT 0 NOT NULL,
	`created_at` integer NOT NULL,
	`edited_at` integer,
	`deleted_at` integer,
	`deleted_by` text,
	`hidden_at` integer,
	`source` text,
	FOREIGN KEY (`idea_id`) REFERENCES `ideas`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`author_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE set null,
	CONSTRAINT "comments_useful_whole" CHECK("comments"."useful_count" >= 0)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `comments_source` ON `comments` (`source`);--> statement-breakpoint
CREATE INDEX `comments_by_time` ON `comments` (`idea_id`,`depth`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `comments_by_use` ON `comments` (`idea_id`,`depth`,`useful_count`,`id`);--> statement-breakpoint
CREATE INDEX `comments_thread` ON `comments` (`root_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `comments_idea` ON `comments` (`idea_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `comments_author` ON `comments` (`author_id`,`created_at`,`id`);--> statement-breakpoint
CREATE TABLE `useful_marks` (
	`comment_id` text NOT NULL,
	`person_id` text NOT NULL,
	`marked_at` integer NOT NULL,
	PRIMARY KEY(`comment_id`, `person_id`),
	FOREIGN KEY (`comment_id`) REFERENCES `comments`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `follows` (
	`idea_id` text NOT NULL,
	`person_id` text NOT NULL,
	`state` text NOT NULL,
	`since` integer NOT NULL,
	PRIMARY KEY(`idea_id`, `person_id`),
	FOREIGN KEY (`idea_id`) REFERENCES `ideas`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `follows_person` ON `follows` (`person_id`,`since`,`idea_id`);--> statement-breakpoint
CREATE TABLE `categories` (
	`id` text PRIMARY KEY NOT NULL,
	`label_it` text NOT NULL,
	`label_en` text NOT NULL,
	`position` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `counters` (
	`name` text PRIMARY KEY NOT NULL,
	`value` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `idea_revisions` (
	`id` text PRIMARY KEY NOT NULL,
	`idea_id` text NOT NULL,
	`title` text NOT NULL,
	`body` text NOT NULL,
	`category_id` text NOT NULL,
	`tags` text NOT NULL,
	`editor_id` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`idea_id`) REFERENCES `ideas`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `idea_revisions_idea` ON `idea_revisions` (`idea_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `idea_tags` (
	`idea_id` text NOT NULL,
	`tag` text NOT NULL,
	PRIMARY KEY(`idea_id`, `tag`),
	FOREIGN KEY (`idea_id`) REFERENCES `ideas`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `idea_tags_tag` ON `idea_tags` (`tag`,`idea_id`);--> statement-breakpoint
CREATE TABLE `idea_tallies` (
	`status` text NOT NULL,
	`category_id` text NOT NULL,
	`ideas_count` integer NOT NULL,
	PRIMARY KEY(`status`, `category_id`)
);
--> statement-breakpoint
CREATE TABLE `ideas` (
	`id` text PRIMARY KEY NOT NULL,
	`number` integer NOT NULL,
	`slug` text NOT NULL,
	`title` text NOT NULL,
	`body` text NOT NULL,
	`locale` text,
	`category_id` text NOT NULL,
	`author_id` text,
	`status` text NOT NULL,
	`place` text NOT NULL,
	`votes_base` integer DEFAULT 0 NOT NULL,
	`votes_count` integer DEFAULT 0 NOT NULL,
	`comments_count` integer DEFAULT 0 NOT NULL,
	`hot` real NOT NULL,
	`created_at` integer NOT NULL,
	`published_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`edited_at` integer,
	`answered_at` integer,
	`photo_id` text,
	`version` integer DEFAULT 1 NOT NULL,
	`source` text,
	FOREIGN KEY (`category_id`) REFERENCES `categories`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`author_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`status`) REFERENCES `statuses`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "ideas_votes_whole" CHECK("ideas"."votes_count" >= "ideas"."votes_base"),
	CONSTRAINT "ideas_comments_whole" CHECK("ideas"."comments_count" >= 0)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `ideas_number` ON `ideas` (`number`);--> statement-breakpoint
CREATE UNIQUE INDEX `ideas_source` ON `ideas` (`source`);--> statement-breakpoint
CREATE INDEX `ideas_hot` ON `ideas` (`place`,`hot`,`number`);--> statement-breakpoint
CREATE INDEX `ideas_top` ON `ideas` (`place`,`votes_count`,`number`);--> statement-breakpoint
CREATE INDEX `ideas_new` ON `ideas` (`place`,`published_at`,`number`);--> statement-breakpoint
CREATE INDEX `ideas_updated` ON `ideas` (`place`,`updated_at`,`number`);--> statement-breakpoint
CREATE INDEX `ideas_status_hot` ON `ideas` (`status`,`hot`,`number`);--> statement-breakpoint
CREATE INDEX `ideas_status_top` ON `ideas` (`status`,`votes_count`,`number`);--> statement-breakpoint
CREATE INDEX `ideas_status_new` ON `ideas` (`status`,`published_at`,`number`);--> statement-breakpoint
CREATE INDEX `ideas_status_updated` ON `ideas` (`status`,`updated_at`,`number`);--> statement-breakpoint
CREATE INDEX `ideas_category_hot` ON `ideas` (`category_id`,`place`,`hot`,`number`);--> statement-breakpoint
CREATE INDEX `ideas_category_top` ON `ideas` (`category_id`,`place`,`votes_count`,`number`);--> statement-breakpoint
CREATE INDEX `ideas_category_new` ON `ideas` (`category_id`,`place`,`published_at`,`number`);--> statement-breakpoint
CREATE INDEX `ideas_category_updated` ON `ideas` (`category_id`,`place`,`updated_at`,`number`);--> statement-breakpoint
CREATE INDEX `ideas_answered` ON `ideas` (`place`,`answered_at`,`number`) WHERE "ideas"."answered_at" is not null;--> statement-breakpoint
CREATE INDEX `ideas_answered_hot` ON `ideas` (`place`,`hot`,`number`) WHERE "ideas"."answered_at" is not null;--> statement-breakpoint
CREATE INDEX `ideas_answered_top` ON `ideas` (`place`,`votes_count`,`number`) WHERE "ideas"."answered_at" is not null;--> statement-breakpoint
CREATE INDEX `ideas_answered_new` ON `ideas` (`place`,`published_at`,`number`) WHERE "ideas"."answered_at" is not null;--> statement-breakpoint
CREATE INDEX `ideas_answered_updated` ON `ideas` (`place`,`updated_at`,`number`) WHERE "ideas"."answered_at" is not null;--> statement-breakpoint
CREATE INDEX `ideas_author` ON `ideas` (`author_id`,`published_at`,`number`);--> statement-breakpoint
CREATE TABLE `images` (
	`id` text PRIMARY KEY NOT NULL,
	`owner_id` text,
	`idea_id` text,
	`purpose` text NOT NULL,
	`alt` text DEFAULT '' NOT NULL,
	`width` integer NOT NULL,
	`height` integer NOT NULL,
	`bytes` integer NOT NULL,
	`position` integer DEFAULT 0 NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`owner_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`idea_id`) REFERENCES `ideas`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `images_idea` ON `images` (`idea_id`,`position`);--> statement-breakpoint
CREATE INDEX `images_owner` ON `images` (`owner_id`);--> statement-breakpoint
CREATE TABLE `statuses` (
	`id` text PRIMARY KEY NOT NULL,
	`label_it` text NOT NULL,
	`label_en` text NOT NULL,
	`tone` text NOT NULL,
	`icon` text NOT NULL,
	`place` text NOT NULL,
	`votes_open` integer NOT NULL,
	`comments_open` integer NOT NULL,
	`edits_open` integer NOT NULL,
	`on_roadmap` integer NOT NULL,
	`position` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `consents` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`purpose` text NOT NULL,
	`version` text NOT NULL,
	`given_at` integer NOT NULL,
	`withdrawn_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `consents_person` ON `consents` (`person_id`,`purpose`);--> statement-breakpoint
CREATE TABLE `pending_acts` (
	`id` text PRIMARY KEY NOT NULL,
	`path` text NOT NULL,
	`fields` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `pending_acts_expiry` ON `pending_acts` (`expires_at`);--> statement-breakpoint
CREATE TABLE `people` (
	`id` text PRIMARY KEY NOT NULL,
	`handle` text NOT NULL,
	`display_name` text NOT NULL,
	`name_folded` text DEFAULT '' NOT NULL,
	`email` text,
	`email_folded` text,
	`email_verified_at` integer,
	`password_hash` text,
	`birth_year` integer,
	`bio` text DEFAULT '' NOT NULL,
	`avatar_id` text,
	`team` text,
	`locale` text,
	`theme` text DEFAULT 'auto' NOT NULL,
	`joined_at` integer NOT NULL,
	`suspended_at` integer,
	`mail_paused_until` integer,
	`source` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `people_handle` ON `people` (`handle`);--> statement-breakpoint
CREATE UNIQUE INDEX `people_email` ON `people` (`email_folded`);--> statement-breakpoint
CREATE UNIQUE INDEX `people_source` ON `people` (`source`);--> statement-breakpoint
CREATE INDEX `people_joined` ON `people` (`joined_at`,`id`);--> statement-breakpoint
CREATE TABLE `person_roles` (
	`person_id` text NOT NULL,
	`role` text NOT NULL,
	`granted_by` text,
	`granted_at` integer NOT NULL,
	PRIMARY KEY(`person_id`, `role`),
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `person_roles_role` ON `person_roles` (`role`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`ends_at` integer NOT NULL,
	`seen_at` integer NOT NULL,
	`proved_at` integer NOT NULL,
	`agent` text DEFAULT '' NOT NULL,
	`address` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `sessions_person` ON `sessions` (`person_id`);--> statement-breakpoint
CREATE INDEX `sessions_expiry` ON `sessions` (`expires_at`);--> statement-breakpoint
CREATE TABLE `tokens` (
	`id` text PRIMARY KEY NOT NULL,
	`purpose` text NOT NULL,
	`person_id` text,
	`email` text,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `tokens_person` ON `tokens` (`person_id`,`purpose`);--> statement-breakpoint
CREATE INDEX `tokens_expiry` ON `tokens` (`expires_at`);--> statement-breakpoint
CREATE TABLE `jobs` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`key` text NOT NULL,
	`payload` text NOT NULL,
	`state` text DEFAULT 'waiting' NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`run_at` integer NOT NULL,
	`leased_until` integer,
	`last_error` text,
	`created_at` integer NOT NULL,
	`done_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `jobs_key` ON `jobs` (`key`);--> statement-breakpoint
CREATE INDEX `jobs_due` ON `jobs` (`kind`,`state`,`run_at`);--> statement-breakpoint
CREATE INDEX `jobs_kind` ON `jobs` (`kind`,`created_at`,`id`);--> statement-breakpoint
CREATE TABLE `flags` (
	`id` text PRIMARY KEY NOT NULL,
	`subject` text NOT NULL,
	`subject_id` text NOT NULL,
	`reporter_id` text NOT NULL,
	`reason` text NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`reporter_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `flags_once` ON `flags` (`subject`,`subject_id`,`reporter_id`);--> statement-breakpoint
CREATE INDEX `flags_at` ON `flags` (`created_at`);--> statement-breakpoint
CREATE TABLE `notification_choices` (
	`person_id` text NOT NULL,
	`event` text NOT NULL,
	`in_app` integer NOT NULL,
	`mail` text NOT NULL,
	PRIMARY KEY(`person_id`, `event`),
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `notifications` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`event` text NOT NULL,
	`idea_id` text,
	`comment_id` text,
	`actor_id` text,
	`data` text NOT NULL,
	`created_at` integer NOT NULL,
	`read_at` integer,
	`mail` text NOT NULL,
	`mailed_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `notifications_person` ON `notifications` (`person_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `notifications_unread` ON `notifications` (`person_id`,`read_at`);--> statement-breakpoint
CREATE INDEX `notifications_digest` ON `notifications` (`mail`,`mailed_at`,`person_id`);--> statement-breakpoint
CREATE TABLE `audit_entries` (
	`id` text PRIMARY KEY NOT NULL,
	`actor_id` text,
	`act` text NOT NULL,
	`subject` text NOT NULL,
	`details` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `audit_entries_at` ON `audit_entries` (`at`,`id`);--> statement-breakpoint
CREATE TABLE `settings` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL,
	`changed_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `votes` (
	`idea_id` text NOT NULL,
	`voter_id` text NOT NULL,
	`cast_at` integer NOT NULL,
	PRIMARY KEY(`idea_id`, `voter_id`),
	FOREIGN KEY (`idea_id`) REFERENCES `ideas`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`voter_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `votes_voter` ON `votes` (`voter_id`,`cast_at`,`idea_id`);--> statement-breakpoint
CREATE TABLE `moves` (
	`id` text PRIMARY KEY NOT NULL,
	`idea_id` text NOT NULL,
	`from_status` text,
	`to_status` text NOT NULL,
	`actor_id` text,
	`team` text,
	`note` text DEFAULT '' NOT NULL,
	`reason` text,
	`moved_at` integer NOT NULL,
	FOREIGN KEY (`idea_id`) REFERENCES `ideas`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `moves_idea` ON `moves` (`idea_id`,`moved_at`,`id`);--> statement-breakpoint
CREATE TABLE `official_answers` (
	`id` text PRIMARY KEY NOT NULL,
	`idea_id` text NOT NULL,
	`author_id` text,
	`team` text NOT NULL,
	`body` text NOT NULL,
	`published_at` integer NOT NULL,
	`edited_at` integer,
	FOREIGN KEY (`idea_id`) REFERENCES `ideas`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `official_answers_idea` ON `official_answers` (`idea_id`,`published_at`,`id`);--> statement-breakpoint
CREATE TABLE `transitions` (
	`from_status` text NOT NULL,
	`to_status` text NOT NULL,
	`permission` text NOT NULL,
	`needs_note` integer NOT NULL,
	`needs_reason` integer NOT NULL,
	PRIMARY KEY(`from_status`, `to_status`),
	FOREIGN KEY (`from_status`) REFERENCES `statuses`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`to_status`) REFERENCES `statuses`(`id`) ON UPDATE no action ON DELETE no action
);
