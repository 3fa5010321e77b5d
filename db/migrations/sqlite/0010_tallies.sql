CREATE TABLE `point_tallies` (
	`month` text NOT NULL,
	`kind` text NOT NULL,
	`debit` text NOT NULL,
	`times` integer NOT NULL,
	`amount` integer NOT NULL,
	PRIMARY KEY(`month`, `kind`, `debit`)
);
--> statement-breakpoint
CREATE INDEX `redemptions_queue_reward` ON `redemptions` (`reward_id`,`state`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `rewards_image` ON `rewards` (`image_id`);