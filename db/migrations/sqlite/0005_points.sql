CREATE TABLE `badge_awards` (
	`person_id` text NOT NULL,
	`badge` text NOT NULL,
	`awarded_at` integer NOT NULL,
	`idea_id` text,
	`subject_id` text,
	PRIMARY KEY(`person_id`, `badge`)
);
--> statement-breakpoint
CREATE TABLE `friends` (
	`friend_id` text PRIMARY KEY NOT NULL,
	`inviter_id` text NOT NULL,
	`brought_at` integer NOT NULL,
	`took_part_at` integer
);
--> statement-breakpoint
CREATE INDEX `friends_inviter` ON `friends` (`inviter_id`,`brought_at`);--> statement-breakpoint
CREATE TABLE `point_accounts` (
	`person_id` text PRIMARY KEY NOT NULL,
	`available` integer DEFAULT 0 NOT NULL,
	`pending` integer DEFAULT 0 NOT NULL,
	`owed` integer DEFAULT 0 NOT NULL,
	`earned` integer DEFAULT 0 NOT NULL,
	`spent` integer DEFAULT 0 NOT NULL,
	`level` integer DEFAULT 0 NOT NULL,
	`celebrated_at` integer,
	`is_off_board` integer DEFAULT false NOT NULL,
	`friend_code` text,
	CONSTRAINT "point_accounts_available" CHECK("point_accounts"."available" >= 0),
	CONSTRAINT "point_accounts_pending" CHECK("point_accounts"."pending" >= 0),
	CONSTRAINT "point_accounts_owed" CHECK("point_accounts"."owed" >= 0)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `point_accounts_friend` ON `point_accounts` (`friend_code`);--> statement-breakpoint
CREATE TABLE `point_chain` (
	`id` integer PRIMARY KEY NOT NULL,
	`seq` integer NOT NULL,
	`hash` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `point_counts` (
	`person_id` text NOT NULL,
	`rule` text NOT NULL,
	`day` text NOT NULL,
	`times` integer NOT NULL,
	PRIMARY KEY(`person_id`, `rule`, `day`)
);
--> statement-breakpoint
CREATE INDEX `point_counts_day` ON `point_counts` (`day`);--> statement-breakpoint
CREATE TABLE `point_entries` (
	`seq` integer PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`person_id` text NOT NULL,
	`kind` text NOT NULL,
	`debit` text NOT NULL,
	`credit` text NOT NULL,
	`amount` integer NOT NULL,
	`key` text NOT NULL,
	`rule` text,
	`idea_id` text,
	`category_id` text,
	`subject_id` text,
	`answers` integer,
	`actor_id` text,
	`note` text,
	`acted_at` integer,
	`expires_on` text,
	`hash` text NOT NULL,
	CONSTRAINT "point_entries_positive" CHECK("point_entries"."amount" > 0),
	CONSTRAINT "point_entries_two_sides" CHECK("point_entries"."debit" <> "point_entries"."credit")
);
--> statement-breakpoint
CREATE UNIQUE INDEX `point_entries_key` ON `point_entries` (`key`);--> statement-breakpoint
CREATE INDEX `point_entries_person` ON `point_entries` (`person_id`,`seq`);--> statement-breakpoint
CREATE INDEX `point_entries_answers` ON `point_entries` (`answers`);--> statement-breakpoint
CREATE TABLE `point_grants` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`amount` integer NOT NULL,
	`reason` text NOT NULL,
	`asked_by` text NOT NULL,
	`asked_at` integer NOT NULL,
	`state` text NOT NULL,
	`decided_by` text,
	`decided_at` integer,
	`seq` integer,
	CONSTRAINT "point_grants_some" CHECK("point_grants"."amount" <> 0)
);
--> statement-breakpoint
CREATE INDEX `point_grants_state` ON `point_grants` (`state`,`asked_at`,`id`);--> statement-breakpoint
CREATE INDEX `point_grants_person` ON `point_grants` (`person_id`,`asked_at`);--> statement-breakpoint
CREATE INDEX `point_grants_asker` ON `point_grants` (`asked_by`,`asked_at`);--> statement-breakpoint
CREATE TABLE `point_notices` (
	`person_id` text NOT NULL,
	`expires_on` text NOT NULL,
	`amount` integer NOT NULL,
	`told_at` integer NOT NULL,
	`done_at` integer,
	PRIMARY KEY(`person_id`, `expires_on`)
);
--> statement-breakpoint
CREATE TABLE `point_pending` (
	`seq` integer PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`amount` integer NOT NULL,
	`rule` text NOT NULL,
	`idea_id` text,
	`category_id` text,
	`acted_at` integer NOT NULL,
	`confirms_at` integer NOT NULL,
	`held_by` text
);
--> statement-breakpoint
CREATE INDEX `point_pending_due` ON `point_pending` (`held_by`,`confirms_at`,`seq`);--> statement-breakpoint
CREATE INDEX `point_pending_person` ON `point_pending` (`person_id`,`seq`);--> statement-breakpoint
CREATE TABLE `point_rules` (
	`id` text PRIMARY KEY NOT NULL,
	`rule` text NOT NULL,
	`since` integer NOT NULL,
	`terms` text NOT NULL,
	`changed_by` text
);
--> statement-breakpoint
CREATE INDEX `point_rules_since` ON `point_rules` (`rule`,`since`,`id`);--> statement-breakpoint
CREATE TABLE `point_scores` (
	`period` text NOT NULL,
	`category_id` text NOT NULL,
	`person_id` text NOT NULL,
	`amount` integer NOT NULL,
	`is_hidden` integer DEFAULT false NOT NULL,
	PRIMARY KEY(`period`, `category_id`, `person_id`)
);
--> statement-breakpoint
CREATE INDEX `point_scores_rank` ON `point_scores` (`period`,`category_id`,`is_hidden`,`amount`,`person_id`);--> statement-breakpoint
CREATE INDEX `point_scores_person` ON `point_scores` (`person_id`);--> statement-breakpoint
CREATE TABLE `point_vintages` (
	`person_id` text NOT NULL,
	`expires_on` text NOT NULL,
	`amount` integer NOT NULL,
	PRIMARY KEY(`person_id`, `expires_on`)
);
--> statement-breakpoint
CREATE INDEX `point_vintages_day` ON `point_vintages` (`expires_on`,`person_id`);--> statement-breakpoint
CREATE TABLE `suspicions` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`key` text NOT NULL,
	`person_ids` text NOT NULL,
	`facts` text NOT NULL,
	`found_at` integer NOT NULL,
	`state` text DEFAULT 'open' NOT NULL,
	`decided_by` text,
	`decided_at` integer,
	`note` text DEFAULT '' NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `suspicions_key` ON `suspicions` (`key`);--> statement-breakpoint
CREATE INDEX `suspicions_state` ON `suspicions` (`state`,`found_at`,`id`);--> statement-breakpoint
CREATE TABLE `thanks` (
	`id` text PRIMARY KEY NOT NULL,
	`idea_id` text NOT NULL,
	`comment_id` text DEFAULT '' NOT NULL,
	`person_id` text NOT NULL,
	`team` text NOT NULL,
	`thanked_by` text NOT NULL,
	`thanked_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `thanks_once` ON `thanks` (`idea_id`,`comment_id`);--> statement-breakpoint
CREATE TABLE `redemption_steps` (
	`id` text PRIMARY KEY NOT NULL,
	`redemption_id` text NOT NULL,
	`state` text NOT NULL,
	`actor_id` text,
	`note` text DEFAULT '' NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`redemption_id`) REFERENCES `redemptions`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `redemption_steps_redemption` ON `redemption_steps` (`redemption_id`,`at`,`id`);--> statement-breakpoint
CREATE TABLE `redemptions` (
	`id` text PRIMARY KEY NOT NULL,
	`reward_id` text NOT NULL,
	`person_id` text NOT NULL,
	`key` text NOT NULL,
	`asked` text NOT NULL,
	`price` integer NOT NULL,
	`state` text NOT NULL,
	`address` text,
	`address_until` integer,
	`credit_name` text DEFAULT '' NOT NULL,
	`tracking` text DEFAULT '' NOT NULL,
	`shown_at` integer,
	`created_at` integer NOT NULL,
	`moved_at` integer NOT NULL,
	FOREIGN KEY (`reward_id`) REFERENCES `rewards`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `redemptions_key` ON `redemptions` (`person_id`,`key`);--> statement-breakpoint
CREATE INDEX `redemptions_person` ON `redemptions` (`person_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `redemptions_reward` ON `redemptions` (`reward_id`,`person_id`);--> statement-breakpoint
CREATE INDEX `redemptions_queue` ON `redemptions` (`state`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `redemptions_address` ON `redemptions` (`address_until`);--> statement-breakpoint
CREATE TABLE `reward_codes` (
	`id` text PRIMARY KEY NOT NULL,
	`reward_id` text NOT NULL,
	`sealed` text NOT NULL,
	`fingerprint` text NOT NULL,
	`redemption_id` text,
	`imported_at` integer NOT NULL,
	FOREIGN KEY (`reward_id`) REFERENCES `rewards`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `reward_codes_fingerprint` ON `reward_codes` (`reward_id`,`fingerprint`);--> statement-breakpoint
CREATE UNIQUE INDEX `reward_codes_redemption` ON `reward_codes` (`redemption_id`);--> statement-breakpoint
CREATE INDEX `reward_codes_free` ON `reward_codes` (`reward_id`,`redemption_id`,`id`);--> statement-breakpoint
CREATE TABLE `rewards` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`kind` text NOT NULL,
	`title_it` text NOT NULL,
	`title_en` text NOT NULL,
	`text_it` text NOT NULL,
	`text_en` text NOT NULL,
	`terms_it` text DEFAULT '' NOT NULL,
	`terms_en` text DEFAULT '' NOT NULL,
	`image_id` text,
	`image_alt` text DEFAULT '' NOT NULL,
	`price` integer NOT NULL,
	`stock` integer,
	`taken_count` integer DEFAULT 0 NOT NULL,
	`level` integer DEFAULT 0 NOT NULL,
	`opens_at` integer,
	`closes_at` integer,
	`per_member` integer,
	`needs_approval` integer DEFAULT false NOT NULL,
	`goal` integer,
	`cost_cents` integer,
	`state` text DEFAULT 'draft' NOT NULL,
	`position` integer DEFAULT 0 NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	CONSTRAINT "rewards_price" CHECK("rewards"."price" > 0),
	CONSTRAINT "rewards_stock" CHECK("rewards"."stock" is null or "rewards"."stock" >= 0)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `rewards_slug` ON `rewards` (`slug`);--> statement-breakpoint
CREATE INDEX `rewards_state` ON `rewards` (`state`,`position`,`id`);--> statement-breakpoint
ALTER TABLE `activity` ADD `is_unsettled` integer DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX `activity_unsettled` ON `activity` (`id`) WHERE "activity"."is_unsettled";