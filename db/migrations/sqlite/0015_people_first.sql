CREATE TABLE `case_acts` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`actor_id` text,
	`act` text NOT NULL,
	`details` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `case_acts_case` ON `case_acts` (`case_id`,`at`,`id`);--> statement-breakpoint
CREATE TABLE `case_calls` (
	`case_id` text NOT NULL,
	`agent_id` text NOT NULL,
	`note_id` text NOT NULL,
	`called_at` integer NOT NULL,
	`seen_at` integer,
	PRIMARY KEY(`case_id`, `agent_id`),
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `case_calls_agent` ON `case_calls` (`agent_id`,`called_at`,`case_id`);--> statement-breakpoint
CREATE TABLE `case_clocks` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`clock` text NOT NULL,
	`policy_id` text,
	`topic_id` text NOT NULL,
	`priority` text NOT NULL,
	`started_at` integer NOT NULL,
	`minutes` integer NOT NULL,
	`due_at` integer,
	`paused_at` integer,
	`left_minutes` integer,
	`warned_at` integer,
	`breached_at` integer,
	`ended_at` integer,
	`took_minutes` integer,
	`outcome` text,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `case_clocks_case` ON `case_clocks` (`case_id`,`started_at`);--> statement-breakpoint
CREATE INDEX `case_clocks_due` ON `case_clocks` (`due_at`) WHERE "case_clocks"."ended_at" is null and "case_clocks"."paused_at" is null;--> statement-breakpoint
CREATE INDEX `case_clocks_ended` ON `case_clocks` (`ended_at`,`clock`);--> statement-breakpoint
CREATE TABLE `case_drafts` (
	`case_id` text NOT NULL,
	`agent_id` text NOT NULL,
	`kind` text NOT NULL,
	`body` text NOT NULL,
	`changed_at` integer NOT NULL,
	PRIMARY KEY(`case_id`, `agent_id`, `kind`),
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `case_files` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text,
	`message_id` text,
	`note_id` text,
	`owner_id` text,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`bytes` integer NOT NULL,
	`width` integer,
	`height` integer,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `case_files_case` ON `case_files` (`case_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `case_files_owner` ON `case_files` (`owner_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `case_links` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`idea_id` text NOT NULL,
	`kind` text NOT NULL,
	`linked_by` text,
	`linked_at` integer NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `case_links_once` ON `case_links` (`case_id`,`idea_id`);--> statement-breakpoint
CREATE INDEX `case_links_idea` ON `case_links` (`idea_id`);--> statement-breakpoint
CREATE TABLE `case_messages` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`side` text NOT NULL,
	`author_id` text,
	`body` text NOT NULL,
	`quoted` text DEFAULT '' NOT NULL,
	`via` text DEFAULT 'site' NOT NULL,
	`mail_id` text,
	`leaves_at` integer,
	`sent_at` integer,
	`deleted_at` integer,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `case_messages_case` ON `case_messages` (`case_id`,`created_at`,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `case_messages_mail` ON `case_messages` (`mail_id`) WHERE "case_messages"."mail_id" is not null;--> statement-breakpoint
CREATE INDEX `case_messages_leaving` ON `case_messages` (`leaves_at`) WHERE "case_messages"."leaves_at" is not null and "case_messages"."sent_at" is null;--> statement-breakpoint
CREATE TABLE `case_notes` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`author_id` text,
	`body` text NOT NULL,
	`calls` text NOT NULL,
	`deleted_at` integer,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `case_notes_case` ON `case_notes` (`case_id`,`created_at`,`id`);--> statement-breakpoint
CREATE TABLE `case_presence` (
	`case_id` text NOT NULL,
	`agent_id` text NOT NULL,
	`is_writing` integer DEFAULT false NOT NULL,
	`seen_at` integer NOT NULL,
	PRIMARY KEY(`case_id`, `agent_id`),
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `case_ratings` (
	`case_id` text PRIMARY KEY NOT NULL,
	`token_hash` text NOT NULL,
	`asked_at` integer NOT NULL,
	`reminded_at` integer,
	`score` integer,
	`comment` text DEFAULT '' NOT NULL,
	`rated_at` integer,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `case_ratings_token` ON `case_ratings` (`token_hash`);--> statement-breakpoint
CREATE INDEX `case_ratings_open` ON `case_ratings` (`asked_at`) WHERE "case_ratings"."rated_at" is null and "case_ratings"."reminded_at" is null;--> statement-breakpoint
CREATE INDEX `case_ratings_rated` ON `case_ratings` (`rated_at`);--> statement-breakpoint
CREATE TABLE `case_tags` (
	`case_id` text NOT NULL,
	`tag` text NOT NULL,
	PRIMARY KEY(`case_id`, `tag`),
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `case_tags_tag` ON `case_tags` (`tag`,`case_id`);--> statement-breakpoint
CREATE TABLE `case_topics` (
	`id` text PRIMARY KEY NOT NULL,
	`label_it` text NOT NULL,
	`label_en` text NOT NULL,
	`asks` text NOT NULL,
	`priority` text DEFAULT 'normal' NOT NULL,
	`position` integer NOT NULL,
	`retired_at` integer
);
--> statement-breakpoint
CREATE TABLE `cases` (
	`id` text PRIMARY KEY NOT NULL,
	`number` integer NOT NULL,
	`topic_id` text NOT NULL,
	`subject` text NOT NULL,
	`person_id` text,
	`email` text,
	`email_folded` text,
	`name` text DEFAULT '' NOT NULL,
	`locale` text NOT NULL,
	`confirmed_at` integer,
	`source` text NOT NULL,
	`source_id` text,
	`state` text DEFAULT 'new' NOT NULL,
	`priority` text DEFAULT 'normal' NOT NULL,
	`urgency` integer DEFAULT 2 NOT NULL,
	`assignee_id` text,
	`product` text DEFAULT '' NOT NULL,
	`batch` text DEFAULT '' NOT NULL,
	`shop` text DEFAULT '' NOT NULL,
	`mail_key` text NOT NULL,
	`snoozed_until` integer,
	`is_unanswered` integer DEFAULT true NOT NULL,
	`due_at` integer NOT NULL,
	`due_clock` text,
	`messages_count` integer DEFAULT 0 NOT NULL,
	`last_message_at` integer NOT NULL,
	`last_member_at` integer,
	`last_agent_at` integer,
	`solved_at` integer,
	`closed_at` integer,
	`merged_into_id` text,
	`erased_at` integer,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE UNIQUE INDEX `cases_number` ON `cases` (`number`);--> statement-breakpoint
CREATE UNIQUE INDEX `cases_mail_key` ON `cases` (`mail_key`);--> statement-breakpoint
CREATE UNIQUE INDEX `cases_source` ON `cases` (`source`,`source_id`) WHERE "cases"."source_id" is not null;--> statement-breakpoint
CREATE INDEX `cases_due` ON `cases` (`state`,`due_at`,`id`);--> statement-breakpoint
CREATE INDEX `cases_recent` ON `cases` (`state`,`last_message_at`,`id`);--> statement-breakpoint
CREATE INDEX `cases_mine_due` ON `cases` (`assignee_id`,`state`,`due_at`,`id`);--> statement-breakpoint
CREATE INDEX `cases_mine_recent` ON `cases` (`assignee_id`,`state`,`last_message_at`,`id`);--> statement-breakpoint
CREATE INDEX `cases_unanswered` ON `cases` (`state`,`is_unanswered`,`due_at`,`id`) WHERE "cases"."is_unanswered";--> statement-breakpoint
CREATE INDEX `cases_person` ON `cases` (`person_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `cases_email` ON `cases` (`email_folded`,`created_at`);--> statement-breakpoint
CREATE INDEX `cases_created` ON `cases` (`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `cases_snoozed` ON `cases` (`snoozed_until`) WHERE "cases"."snoozed_until" is not null;--> statement-breakpoint
CREATE INDEX `cases_solved` ON `cases` (`solved_at`) WHERE "cases"."solved_at" is not null and "cases"."closed_at" is null;--> statement-breakpoint
CREATE INDEX `cases_closed` ON `cases` (`closed_at`) WHERE "cases"."closed_at" is not null and "cases"."erased_at" is null;--> statement-breakpoint
CREATE TABLE `inbound_mails` (
	`id` text PRIMARY KEY NOT NULL,
	`from_folded` text NOT NULL,
	`case_id` text,
	`outcome` text NOT NULL,
	`detail` text DEFAULT '' NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `inbound_mails_from` ON `inbound_mails` (`from_folded`,`at`);--> statement-breakpoint
CREATE INDEX `inbound_mails_at` ON `inbound_mails` (`at`);--> statement-breakpoint
CREATE TABLE `macros` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`body_it` text DEFAULT '' NOT NULL,
	`body_en` text DEFAULT '' NOT NULL,
	`acts` text NOT NULL,
	`position` integer DEFAULT 0 NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`retired_at` integer
);
--> statement-breakpoint
CREATE TABLE `mailboxes` (
	`id` text PRIMARY KEY NOT NULL,
	`validity` text NOT NULL,
	`last_uid` integer NOT NULL,
	`last_error` text,
	`read_at` integer
);
--> statement-breakpoint
CREATE TABLE `remedies` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`person_id` text NOT NULL,
	`kind` text NOT NULL,
	`amount` integer NOT NULL,
	`reward_id` text,
	`reason` text NOT NULL,
	`asked_by` text NOT NULL,
	`asked_at` integer NOT NULL,
	`state` text NOT NULL,
	`decided_by` text,
	`decided_at` integer
);
--> statement-breakpoint
CREATE INDEX `remedies_case` ON `remedies` (`case_id`,`asked_at`);--> statement-breakpoint
CREATE INDEX `remedies_asker` ON `remedies` (`asked_by`,`asked_at`);--> statement-breakpoint
CREATE INDEX `remedies_state` ON `remedies` (`state`,`asked_at`,`id`);--> statement-breakpoint
CREATE TABLE `sla_policies` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`topic_id` text,
	`priority` text,
	`first_minutes` integer,
	`next_minutes` integer,
	`resolution_minutes` integer,
	`position` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`retired_at` integer
);
--> statement-breakpoint
CREATE INDEX `sla_policies_position` ON `sla_policies` (`position`);--> statement-breakpoint
CREATE TABLE `faq_articles` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`category_id` text NOT NULL,
	`topic_id` text,
	`title_it` text NOT NULL,
	`title_en` text NOT NULL,
	`body_it` text NOT NULL,
	`body_en` text NOT NULL,
	`words` text DEFAULT '' NOT NULL,
	`state` text DEFAULT 'draft' NOT NULL,
	`case_id` text,
	`useful_count` integer DEFAULT 0 NOT NULL,
	`useless_count` integer DEFAULT 0 NOT NULL,
	`position` integer DEFAULT 0 NOT NULL,
	`edited_by` text,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `faq_articles_slug` ON `faq_articles` (`slug`);--> statement-breakpoint
CREATE INDEX `faq_articles_category` ON `faq_articles` (`state`,`category_id`,`position`,`id`);--> statement-breakpoint
CREATE TABLE `faq_categories` (
	`id` text PRIMARY KEY NOT NULL,
	`label_it` text NOT NULL,
	`label_en` text NOT NULL,
	`position` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `faq_feedback` (
	`id` text PRIMARY KEY NOT NULL,
	`article_id` text NOT NULL,
	`reader` text NOT NULL,
	`is_useful` integer NOT NULL,
	`comment` text DEFAULT '' NOT NULL,
	`given_at` integer NOT NULL,
	FOREIGN KEY (`article_id`) REFERENCES `faq_articles`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `faq_feedback_once` ON `faq_feedback` (`article_id`,`reader`);--> statement-breakpoint
CREATE INDEX `faq_feedback_at` ON `faq_feedback` (`given_at`,`id`);--> statement-breakpoint
CREATE TABLE `mention_imports` (
	`id` text PRIMARY KEY NOT NULL,
	`source_id` text NOT NULL,
	`file_name` text NOT NULL,
	`total` integer,
	`read` integer DEFAULT 0 NOT NULL,
	`written` integer DEFAULT 0 NOT NULL,
	`known` integer DEFAULT 0 NOT NULL,
	`bad` text NOT NULL,
	`bad_count` integer DEFAULT 0 NOT NULL,
	`state` text NOT NULL,
	`started_by` text,
	`started_at` integer NOT NULL,
	`ended_at` integer
);
--> statement-breakpoint
CREATE INDEX `mention_imports_at` ON `mention_imports` (`started_at`,`id`);--> statement-breakpoint
CREATE TABLE `mention_sources` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`url` text,
	`secret` text,
	`is_on` integer DEFAULT true NOT NULL,
	`polled_at` integer,
	`etag` text,
	`last_error` text,
	`failures` integer DEFAULT 0 NOT NULL,
	`created_by` text,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `mention_sources_name` ON `mention_sources` (`name`);--> statement-breakpoint
CREATE TABLE `mentions` (
	`id` text PRIMARY KEY NOT NULL,
	`source_id` text NOT NULL,
	`key` text NOT NULL,
	`author` text DEFAULT '' NOT NULL,
	`title` text DEFAULT '' NOT NULL,
	`body` text NOT NULL,
	`rating` real,
	`url` text,
	`locale` text,
	`topic` text DEFAULT '' NOT NULL,
	`written_at` integer,
	`imported_at` integer NOT NULL,
	`state` text DEFAULT 'new' NOT NULL,
	`case_id` text,
	`answer_url` text,
	`remedy` text DEFAULT '' NOT NULL,
	`handled_by` text,
	`handled_at` integer,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`source_id`) REFERENCES `mention_sources`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `mentions_key` ON `mentions` (`key`);--> statement-breakpoint
CREATE INDEX `mentions_state` ON `mentions` (`state`,`written_at`,`id`);--> statement-breakpoint
CREATE INDEX `mentions_source` ON `mentions` (`source_id`,`state`,`written_at`,`id`);--> statement-breakpoint
CREATE INDEX `mentions_rated` ON `mentions` (`written_at`,`rating`) WHERE "mentions"."rating" is not null;--> statement-breakpoint
CREATE TABLE `decisions` (
	`id` text PRIMARY KEY NOT NULL,
	`item_id` text,
	`subject` text NOT NULL,
	`subject_id` text NOT NULL,
	`idea_id` text,
	`person_id` text,
	`act` text NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`facts` text DEFAULT '' NOT NULL,
	`excerpt` text DEFAULT '' NOT NULL,
	`is_automated` integer DEFAULT false NOT NULL,
	`origin` text NOT NULL,
	`until` integer,
	`before` text NOT NULL,
	`decided_by` text,
	`decided_at` integer NOT NULL,
	`tell_at` integer,
	`told_at` integer,
	`undone_at` integer,
	`lifted_at` integer,
	`appeal_due_at` integer
);
--> statement-breakpoint
CREATE INDEX `decisions_person` ON `decisions` (`person_id`,`decided_at`,`id`);--> statement-breakpoint
CREATE INDEX `decisions_subject` ON `decisions` (`subject`,`subject_id`,`decided_at`);--> statement-breakpoint
CREATE INDEX `decisions_item` ON `decisions` (`item_id`);--> statement-breakpoint
CREATE INDEX `decisions_at` ON `decisions` (`decided_at`,`id`);--> statement-breakpoint
CREATE INDEX `decisions_by` ON `decisions` (`decided_by`,`decided_at`);--> statement-breakpoint
CREATE INDEX `decisions_until` ON `decisions` (`until`) WHERE "decisions"."until" is not null and "decisions"."lifted_at" is null;--> statement-breakpoint
CREATE TABLE `fingerprints` (
	`id` text PRIMARY KEY NOT NULL,
	`band` text NOT NULL,
	`print` text NOT NULL,
	`subject` text NOT NULL,
	`subject_id` text NOT NULL,
	`author_id` text,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `fingerprints_band` ON `fingerprints` (`band`,`at`);--> statement-breakpoint
CREATE INDEX `fingerprints_subject` ON `fingerprints` (`subject`,`subject_id`);--> statement-breakpoint
CREATE INDEX `fingerprints_at` ON `fingerprints` (`at`);--> statement-breakpoint
CREATE TABLE `held_words` (
	`id` text PRIMARY KEY NOT NULL,
	`word` text NOT NULL,
	`pattern` text NOT NULL,
	`severity` integer DEFAULT 2 NOT NULL,
	`added_by` text,
	`added_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `held_words_pattern` ON `held_words` (`pattern`);--> statement-breakpoint
CREATE TABLE `objections` (
	`id` text PRIMARY KEY NOT NULL,
	`decision_id` text NOT NULL,
	`person_id` text NOT NULL,
	`body` text NOT NULL,
	`sent_at` integer NOT NULL,
	`due_at` integer NOT NULL,
	`decided_by` text,
	`decided_at` integer,
	`outcome` text,
	`answer` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`decision_id`) REFERENCES `decisions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `objections_decision` ON `objections` (`decision_id`);--> statement-breakpoint
CREATE INDEX `objections_waiting` ON `objections` (`due_at`,`id`) WHERE "objections"."decided_at" is null;--> statement-breakpoint
CREATE INDEX `objections_decided` ON `objections` (`decided_at`,`id`) WHERE "objections"."decided_at" is not null;--> statement-breakpoint
CREATE TABLE `review_items` (
	`id` text PRIMARY KEY NOT NULL,
	`subject` text NOT NULL,
	`subject_id` text NOT NULL,
	`idea_id` text,
	`author_id` text,
	`why` text NOT NULL,
	`matched` text NOT NULL,
	`excerpt` text DEFAULT '' NOT NULL,
	`severity` integer NOT NULL,
	`weight` real NOT NULL,
	`reach` integer NOT NULL,
	`rank` real NOT NULL,
	`flags_count` integer DEFAULT 0 NOT NULL,
	`is_held` integer DEFAULT false NOT NULL,
	`opened_at` integer NOT NULL,
	`state` text DEFAULT 'open' NOT NULL,
	`claimed_by` text,
	`claimed_at` integer,
	`version` integer DEFAULT 1 NOT NULL,
	`decided_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `review_items_open` ON `review_items` (`subject`,`subject_id`) WHERE "review_items"."state" = 'open';--> statement-breakpoint
CREATE INDEX `review_items_rank` ON `review_items` (`state`,`rank`,`id`);--> statement-breakpoint
CREATE INDEX `review_items_why` ON `review_items` (`state`,`why`,`rank`,`id`);--> statement-breakpoint
CREATE INDEX `review_items_decided` ON `review_items` (`state`,`decided_at`,`id`);--> statement-breakpoint
CREATE INDEX `review_items_author` ON `review_items` (`author_id`,`opened_at`);--> statement-breakpoint
CREATE TABLE `vote_bursts` (
	`id` text PRIMARY KEY NOT NULL,
	`idea_id` text NOT NULL,
	`key` text NOT NULL,
	`from` integer NOT NULL,
	`to` integer NOT NULL,
	`votes_count` integer NOT NULL,
	`facts` text NOT NULL,
	`state` text DEFAULT 'held' NOT NULL,
	`found_at` integer NOT NULL,
	`decided_by` text,
	`decided_at` integer,
	`note` text DEFAULT '' NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `vote_bursts_key` ON `vote_bursts` (`key`);--> statement-breakpoint
CREATE INDEX `vote_bursts_state` ON `vote_bursts` (`state`,`found_at`,`id`);--> statement-breakpoint
CREATE INDEX `vote_bursts_idea` ON `vote_bursts` (`idea_id`,`found_at`);--> statement-breakpoint
CREATE TABLE `data_exports` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`state` text NOT NULL,
	`bytes` integer,
	`asked_at` integer NOT NULL,
	`ready_at` integer,
	`ends_at` integer
);
--> statement-breakpoint
CREATE INDEX `data_exports_person` ON `data_exports` (`person_id`,`asked_at`);--> statement-breakpoint
CREATE INDEX `data_exports_end` ON `data_exports` (`ends_at`);--> statement-breakpoint
CREATE TABLE `erasures` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`texts` text NOT NULL,
	`asked_at` integer NOT NULL,
	`due_at` integer NOT NULL,
	`deferred_for` text NOT NULL,
	`cancelled_at` integer,
	`done_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `erasures_waiting` ON `erasures` (`person_id`) WHERE "erasures"."done_at" is null and "erasures"."cancelled_at" is null;--> statement-breakpoint
CREATE INDEX `erasures_due` ON `erasures` (`due_at`) WHERE "erasures"."done_at" is null and "erasures"."cancelled_at" is null;--> statement-breakpoint
CREATE TABLE `retention_runs` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`before` integer NOT NULL,
	`removed` integer NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `retention_runs_kind` ON `retention_runs` (`kind`,`at`);--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_flags` (
	`id` text PRIMARY KEY NOT NULL,
	`subject` text NOT NULL,
	`subject_id` text NOT NULL,
	`reporter_id` text,
	`email` text,
	`email_folded` text,
	`locale` text,
	`token_hash` text,
	`confirmed_at` integer,
	`reason` text NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`weight` real DEFAULT 1 NOT NULL,
	`item_id` text,
	`outcome` text,
	`decided_at` integer,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`reporter_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
INSERT INTO `__new_flags`("id", "subject", "subject_id", "reporter_id", "reason", "note", "created_at") SELECT "id", "subject", "subject_id", "reporter_id", "reason", "note", "created_at" FROM `flags`;--> statement-breakpoint
DROP TABLE `flags`;--> statement-breakpoint
ALTER TABLE `__new_flags` RENAME TO `flags`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE UNIQUE INDEX `flags_once` ON `flags` (`subject`,`subject_id`,`reporter_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `flags_once_guest` ON `flags` (`subject`,`subject_id`,`email_folded`) WHERE "flags"."email_folded" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX `flags_token` ON `flags` (`token_hash`) WHERE "flags"."token_hash" is not null;--> statement-breakpoint
CREATE INDEX `flags_at` ON `flags` (`created_at`);--> statement-breakpoint
CREATE INDEX `flags_reporter` ON `flags` (`reporter_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `flags_item` ON `flags` (`item_id`);--> statement-breakpoint
ALTER TABLE `comments` ADD `held_at` integer;--> statement-breakpoint
ALTER TABLE `images` ADD `hidden_at` integer;--> statement-breakpoint
ALTER TABLE `people` ADD `suspended_until` integer;--> statement-breakpoint
ALTER TABLE `people` ADD `silenced_until` integer;--> statement-breakpoint
ALTER TABLE `people` ADD `erased_at` integer;--> statement-breakpoint
ALTER TABLE `votes` ADD `burst_id` text;--> statement-breakpoint
CREATE INDEX `votes_burst` ON `votes` (`burst_id`) WHERE "votes"."burst_id" is not null;