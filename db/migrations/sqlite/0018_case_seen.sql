ALTER TABLE `case_clocks` ADD `warn_at` integer;--> statement-breakpoint
CREATE INDEX `case_clocks_warn` ON `case_clocks` (`warn_at`) WHERE "case_clocks"."ended_at" is null and "case_clocks"."paused_at" is null and "case_clocks"."warned_at" is null;--> statement-breakpoint
ALTER TABLE `case_messages` ADD `leaves_as` text;--> statement-breakpoint
ALTER TABLE `cases` ADD `warn_at` integer;--> statement-breakpoint
ALTER TABLE `cases` ADD `seen_at` integer;--> statement-breakpoint
CREATE INDEX `cases_merged` ON `cases` (`merged_into_id`) WHERE "cases"."merged_into_id" is not null;