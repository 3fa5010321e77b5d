CREATE TABLE `limits` (
	`id` text PRIMARY KEY NOT NULL,
	`hits_count` integer NOT NULL,
	`ends_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `limits_end` ON `limits` (`ends_at`);