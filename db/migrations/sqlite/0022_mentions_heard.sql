DROP INDEX `mentions_state`;--> statement-breakpoint
DROP INDEX `mentions_source`;--> statement-breakpoint
DROP INDEX `mentions_rated`;--> statement-breakpoint
ALTER TABLE `mentions` ADD `guid` text;--> statement-breakpoint
ALTER TABLE `mentions` ADD `band` text DEFAULT 'none' NOT NULL;--> statement-breakpoint
ALTER TABLE `mentions` ADD `words` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `mentions` ADD `heard_at` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
UPDATE `mentions` SET `heard_at` = coalesce(`written_at`, `imported_at`);--> statement-breakpoint
CREATE UNIQUE INDEX `mentions_guid` ON `mentions` (`guid`) WHERE "mentions"."guid" is not null;--> statement-breakpoint
CREATE INDEX `mentions_heard` ON `mentions` (`heard_at`,`id`);--> statement-breakpoint
CREATE INDEX `mentions_band` ON `mentions` (`band`,`state`,`heard_at`,`id`);--> statement-breakpoint
CREATE INDEX `mentions_state` ON `mentions` (`state`,`heard_at`,`id`);--> statement-breakpoint
CREATE INDEX `mentions_source` ON `mentions` (`source_id`,`state`,`heard_at`,`id`);--> statement-breakpoint
CREATE INDEX `mentions_rated` ON `mentions` (`written_at`,`source_id`,`rating`) WHERE "mentions"."rating" is not null;--> statement-breakpoint
ALTER TABLE `mention_imports` ADD `problem` text;--> statement-breakpoint
ALTER TABLE `mention_sources` ADD `modified` text;--> statement-breakpoint
ALTER TABLE `mention_sources` ADD `version` integer DEFAULT 1 NOT NULL;