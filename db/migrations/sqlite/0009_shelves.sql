CREATE TABLE `point_shelves` (
	`period` text NOT NULL,
	`category_id` text NOT NULL,
	`shelf` integer NOT NULL,
	`members` integer NOT NULL,
	PRIMARY KEY(`period`, `category_id`, `shelf`)
);
