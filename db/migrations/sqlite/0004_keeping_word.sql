CREATE TABLE `appeals` (
	`id` text PRIMARY KEY NOT NULL,
	`idea_id` text NOT NULL,
	`move_id` text NOT NULL,
	`author_id` text,
	`body` text NOT NULL,
	`sent_at` integer NOT NULL,
	`due_at` integer NOT NULL,
	`decided_by` text,
	`decided_at` integer,
	`outcome` text,
	`answer` text DEFAULT '' NOT NULL,
	`team` text,
	FOREIGN KEY (`idea_id`) REFERENCES `ideas`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`move_id`) REFERENCES `moves`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `appeals_move` ON `appeals` (`move_id`);--> statement-breakpoint
CREATE INDEX `appeals_idea` ON `appeals` (`idea_id`,`sent_at`);--> statement-breakpoint
CREATE INDEX `appeals_waiting` ON `appeals` (`due_at`,`id`) WHERE "appeals"."decided_at" is null;--> statement-breakpoint
CREATE INDEX `appeals_decided` ON `appeals` (`decided_at`,`id`) WHERE "appeals"."decided_at" is not null;--> statement-breakpoint
CREATE TABLE `resubmissions` (
	`id` text PRIMARY KEY NOT NULL,
	`idea_id` text NOT NULL,
	`move_id` text NOT NULL,
	`author_id` text,
	`title` text NOT NULL,
	`body` text NOT NULL,
	`category_id` text NOT NULL,
	`tags` text NOT NULL,
	`message` text DEFAULT '' NOT NULL,
	`sent_at` integer NOT NULL,
	`due_at` integer,
	`decided_by` text,
	`decided_at` integer,
	`outcome` text,
	`reason` text,
	`could_change` text DEFAULT '' NOT NULL,
	`answer` text DEFAULT '' NOT NULL,
	`team` text,
	FOREIGN KEY (`idea_id`) REFERENCES `ideas`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`move_id`) REFERENCES `moves`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `resubmissions_waiting` ON `resubmissions` (`idea_id`) WHERE "resubmissions"."decided_at" is null;--> statement-breakpoint
CREATE INDEX `resubmissions_idea` ON `resubmissions` (`idea_id`,`sent_at`);--> statement-breakpoint
CREATE INDEX `resubmissions_due` ON `resubmissions` (`due_at`,`id`) WHERE "resubmissions"."decided_at" is null;--> statement-breakpoint
CREATE INDEX `resubmissions_decided` ON `resubmissions` (`decided_at`,`id`) WHERE "resubmissions"."decided_at" is not null;--> statement-breakpoint
CREATE TABLE `criteria` (
	`id` text PRIMARY KEY NOT NULL,
	`label_it` text NOT NULL,
	`label_en` text NOT NULL,
	`help_it` text NOT NULL,
	`help_en` text NOT NULL,
	`weight` integer NOT NULL,
	`axis` text NOT NULL,
	`position` integer NOT NULL,
	`retired_at` integer
);
--> statement-breakpoint
CREATE TABLE `dossier_remarks` (
	`id` text PRIMARY KEY NOT NULL,
	`dossier_id` text NOT NULL,
	`author_id` text,
	`criterion_id` text,
	`body` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`dossier_id`) REFERENCES `dossiers`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`author_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `dossier_remarks_dossier` ON `dossier_remarks` (`dossier_id`,`created_at`,`id`);--> statement-breakpoint
CREATE TABLE `dossiers` (
	`id` text PRIMARY KEY NOT NULL,
	`idea_id` text NOT NULL,
	`state` text NOT NULL,
	`lead_id` text,
	`opened_by` text,
	`opened_at` integer NOT NULL,
	`due_at` integer,
	`criterion_ids` text DEFAULT '[]' NOT NULL,
	`scoring_closed_at` integer,
	`reconciled_at` integer,
	`cost_from` integer,
	`cost_to` integer,
	`weeks_from` integer,
	`weeks_to` integer,
	`explanation` text DEFAULT '' NOT NULL,
	`team` text,
	`published_at` integer,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`idea_id`) REFERENCES `ideas`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`lead_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE UNIQUE INDEX `dossiers_open` ON `dossiers` (`idea_id`) WHERE "dossiers"."state" = 'open';--> statement-breakpoint
CREATE INDEX `dossiers_idea` ON `dossiers` (`idea_id`,`opened_at`);--> statement-breakpoint
CREATE INDEX `dossiers_state` ON `dossiers` (`state`,`opened_at`,`id`);--> statement-breakpoint
CREATE TABLE `evaluations` (
	`dossier_id` text NOT NULL,
	`evaluator_id` text NOT NULL,
	`duty` text DEFAULT '' NOT NULL,
	`assigned_by` text,
	`assigned_at` integer NOT NULL,
	`scored_at` integer,
	PRIMARY KEY(`dossier_id`, `evaluator_id`),
	FOREIGN KEY (`dossier_id`) REFERENCES `dossiers`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`evaluator_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `evaluations_evaluator` ON `evaluations` (`evaluator_id`,`scored_at`);--> statement-breakpoint
CREATE TABLE `scores` (
	`dossier_id` text NOT NULL,
	`evaluator_id` text NOT NULL,
	`criterion_id` text NOT NULL,
	`score` integer NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	PRIMARY KEY(`dossier_id`, `evaluator_id`, `criterion_id`),
	FOREIGN KEY (`dossier_id`) REFERENCES `dossiers`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`evaluator_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`criterion_id`) REFERENCES `criteria`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "scores_range" CHECK("scores"."score" between 1 and 5)
);
--> statement-breakpoint
CREATE TABLE `verdicts` (
	`dossier_id` text NOT NULL,
	`criterion_id` text NOT NULL,
	`score` integer NOT NULL,
	`weight` integer NOT NULL,
	`remark` text DEFAULT '' NOT NULL,
	PRIMARY KEY(`dossier_id`, `criterion_id`),
	FOREIGN KEY (`dossier_id`) REFERENCES `dossiers`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`criterion_id`) REFERENCES `criteria`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "verdicts_range" CHECK("verdicts"."score" between 1 and 5)
);
--> statement-breakpoint
CREATE TABLE `dismissed_pairs` (
	`one_id` text NOT NULL,
	`other_id` text NOT NULL,
	`dismissed_by` text,
	`dismissed_at` integer NOT NULL,
	PRIMARY KEY(`one_id`, `other_id`),
	FOREIGN KEY (`one_id`) REFERENCES `ideas`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`other_id`) REFERENCES `ideas`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `dismissed_pairs_other` ON `dismissed_pairs` (`other_id`);--> statement-breakpoint
CREATE TABLE `merges` (
	`id` text PRIMARY KEY NOT NULL,
	`source_id` text NOT NULL,
	`target_id` text NOT NULL,
	`state` text NOT NULL,
	`from_status` text NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`team` text NOT NULL,
	`asked_by` text,
	`asked_at` integer NOT NULL,
	`answer_by` integer,
	`answered_at` integer,
	`answer` text DEFAULT '' NOT NULL,
	`merged_at` integer,
	`unmerged_by` text,
	`unmerged_at` integer,
	`votes_carried` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`source_id`) REFERENCES `ideas`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`target_id`) REFERENCES `ideas`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `merges_running` ON `merges` (`source_id`) WHERE "merges"."state" in ('asked', 'merging', 'merged', 'unmerging');--> statement-breakpoint
CREATE INDEX `merges_source` ON `merges` (`source_id`,`asked_at`);--> statement-breakpoint
CREATE INDEX `merges_target` ON `merges` (`target_id`,`state`);--> statement-breakpoint
CREATE INDEX `merges_state` ON `merges` (`state`,`asked_at`,`id`);--> statement-breakpoint
CREATE TABLE `promises` (
	`id` text PRIMARY KEY NOT NULL,
	`idea_id` text NOT NULL,
	`status` text NOT NULL,
	`days` integer NOT NULL,
	`origin` text DEFAULT 'move' NOT NULL,
	`started_by` text,
	`ended_by` text,
	`started_at` integer NOT NULL,
	`due_at` integer NOT NULL,
	`paused_at` integer,
	`warned_at` integer,
	`escalated_at` integer,
	`ended_at` integer,
	`outcome` text,
	`took_days` real,
	FOREIGN KEY (`idea_id`) REFERENCES `ideas`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `promises_running` ON `promises` (`idea_id`) WHERE "promises"."ended_at" is null;--> statement-breakpoint
CREATE INDEX `promises_due` ON `promises` (`due_at`,`id`) WHERE "promises"."ended_at" is null;--> statement-breakpoint
CREATE INDEX `promises_paused` ON `promises` (`paused_at`,`id`) WHERE "promises"."ended_at" is null and "promises"."paused_at" is not null;--> statement-breakpoint
CREATE INDEX `promises_ended` ON `promises` (`ended_at`,`status`,`outcome`,`took_days`) WHERE "promises"."ended_at" is not null;--> statement-breakpoint
CREATE INDEX `promises_idea` ON `promises` (`idea_id`,`started_at`);--> statement-breakpoint
CREATE TABLE `questions` (
	`id` text PRIMARY KEY NOT NULL,
	`idea_id` text NOT NULL,
	`asked_by` text,
	`team` text NOT NULL,
	`body` text NOT NULL,
	`asked_at` integer NOT NULL,
	`answered_at` integer,
	`closed_how` text,
	`closed_by` text,
	FOREIGN KEY (`idea_id`) REFERENCES `ideas`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `questions_open` ON `questions` (`idea_id`) WHERE "questions"."answered_at" is null;--> statement-breakpoint
CREATE INDEX `questions_idea` ON `questions` (`idea_id`,`asked_at`);--> statement-breakpoint
CREATE TABLE `realisation_comments` (
	`id` text PRIMARY KEY NOT NULL,
	`idea_id` text NOT NULL,
	`comment_id` text NOT NULL,
	`change` text DEFAULT '' NOT NULL,
	`position` integer NOT NULL,
	FOREIGN KEY (`idea_id`) REFERENCES `realisations`(`idea_id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`comment_id`) REFERENCES `comments`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `realisation_comments_idea` ON `realisation_comments` (`idea_id`,`position`);--> statement-breakpoint
CREATE TABLE `realisation_sources` (
	`idea_id` text NOT NULL,
	`source_id` text NOT NULL,
	`position` integer NOT NULL,
	PRIMARY KEY(`idea_id`, `source_id`),
	FOREIGN KEY (`idea_id`) REFERENCES `realisations`(`idea_id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`source_id`) REFERENCES `ideas`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `realisation_sources_source` ON `realisation_sources` (`source_id`);--> statement-breakpoint
CREATE TABLE `realisations` (
	`idea_id` text PRIMARY KEY NOT NULL,
	`title` text NOT NULL,
	`story` text NOT NULL,
	`locale` text,
	`product_url` text,
	`photo_id` text,
	`honesty` text NOT NULL,
	`realised_on` text NOT NULL,
	`team` text NOT NULL,
	`author_id` text,
	`created_at` integer NOT NULL,
	`published_at` integer,
	`thanked_at` integer,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`idea_id`) REFERENCES `ideas`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `realisations_published` ON `realisations` (`published_at`,`idea_id`);--> statement-breakpoint
CREATE TABLE `round_entries` (
	`round_id` text NOT NULL,
	`idea_id` text NOT NULL,
	`way` text NOT NULL,
	`pick_reason` text DEFAULT '' NOT NULL,
	`picked_by` text,
	`state` text NOT NULL,
	`votes_at_entry` integer NOT NULL,
	`entered_at` integer NOT NULL,
	`to_status` text,
	`note` text DEFAULT '' NOT NULL,
	`reason` text,
	`could_change` text DEFAULT '' NOT NULL,
	`official` integer DEFAULT false NOT NULL,
	`decided_by` text,
	`decided_at` integer,
	`outcome` text,
	`version` integer DEFAULT 1 NOT NULL,
	PRIMARY KEY(`round_id`, `idea_id`),
	FOREIGN KEY (`round_id`) REFERENCES `rounds`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`idea_id`) REFERENCES `ideas`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `round_entries_idea` ON `round_entries` (`idea_id`);--> statement-breakpoint
CREATE TABLE `rounds` (
	`id` text PRIMARY KEY NOT NULL,
	`number` integer NOT NULL,
	`title_it` text NOT NULL,
	`title_en` text NOT NULL,
	`opens_at` integer NOT NULL,
	`closes_at` integer NOT NULL,
	`capacity` integer NOT NULL,
	`per_category` integer,
	`state` text NOT NULL,
	`created_by` text,
	`created_at` integer NOT NULL,
	`filled_at` integer,
	`published_at` integer,
	`cancel_note` text DEFAULT '' NOT NULL,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `rounds_number` ON `rounds` (`number`);--> statement-breakpoint
CREATE INDEX `rounds_state` ON `rounds` (`state`,`opens_at`,`id`);--> statement-breakpoint
CREATE TABLE `released_votes` (
	`merge_id` text NOT NULL,
	`voter_id` text NOT NULL,
	`released_at` integer NOT NULL,
	PRIMARY KEY(`merge_id`, `voter_id`),
	FOREIGN KEY (`merge_id`) REFERENCES `merges`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`voter_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `released_votes_voter` ON `released_votes` (`voter_id`);--> statement-breakpoint
CREATE TABLE `desk_views` (
	`id` text PRIMARY KEY NOT NULL,
	`owner_id` text NOT NULL,
	`name` text NOT NULL,
	`search` text NOT NULL,
	`is_shared` integer NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`owner_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `desk_views_owner` ON `desk_views` (`owner_id`,`created_at`);--> statement-breakpoint
ALTER TABLE `follows` ADD `merge_id` text;--> statement-breakpoint
ALTER TABLE `ideas` ADD `merged_into_id` text;--> statement-breakpoint
CREATE INDEX `ideas_unanswered` ON `ideas` (`place`,`published_at`,`number`) WHERE "ideas"."answered_at" is null;--> statement-breakpoint
CREATE INDEX `ideas_merged` ON `ideas` (`merged_into_id`) WHERE "ideas"."merged_into_id" is not null;--> statement-breakpoint
ALTER TABLE `statuses` ADD `is_step` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `statuses` ADD `promise_days` integer;--> statement-breakpoint
ALTER TABLE `statuses` ADD `retired_at` integer;--> statement-breakpoint
ALTER TABLE `statuses` ADD `retired_into` text;--> statement-breakpoint
ALTER TABLE `people` ADD `digest_hour` integer DEFAULT 8 NOT NULL;--> statement-breakpoint
ALTER TABLE `people` ADD `quiet_from` integer;--> statement-breakpoint
ALTER TABLE `people` ADD `quiet_to` integer;--> statement-breakpoint
ALTER TABLE `people` ADD `is_named_in_thanks` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `people` ADD `is_without_keys` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `notifications` ADD `bundle` text;--> statement-breakpoint
CREATE INDEX `notifications_bundle` ON `notifications` (`bundle`,`person_id`) WHERE "notifications"."bundle" is not null;--> statement-breakpoint
ALTER TABLE `votes` ADD `merge_id` text;--> statement-breakpoint
ALTER TABLE `votes` ADD `cast_by` text;--> statement-breakpoint
ALTER TABLE `votes` ADD `cast_note` text;--> statement-breakpoint
CREATE INDEX `votes_cast_for` ON `votes` (`idea_id`,`cast_at`) WHERE "votes"."cast_by" is not null;--> statement-breakpoint
ALTER TABLE `moves` ADD `could_change` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `moves` ADD `round_id` text;--> statement-breakpoint
CREATE INDEX `moves_reasoned` ON `moves` (`moved_at`,`reason`) WHERE "moves"."reason" is not null;--> statement-breakpoint
ALTER TABLE `transitions` ADD `min_votes` integer;--> statement-breakpoint
ALTER TABLE `transitions` ADD `min_days` integer;--> statement-breakpoint
UPDATE `statuses` SET `is_step` = 1 WHERE `id` IN ('voting', 'shortlisted', 'evaluating', 'planned', 'in_progress', 'realised');--> statement-breakpoint
UPDATE `statuses` SET `promise_days` = CASE `id` WHEN 'pending_review' THEN 2 WHEN 'shortlisted' THEN 15 ELSE 30 END WHERE `id` IN ('pending_review', 'shortlisted', 'evaluating');
