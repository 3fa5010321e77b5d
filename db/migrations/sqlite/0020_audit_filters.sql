CREATE INDEX `audit_entries_actor` ON `audit_entries` (`actor_id`,`at`,`id`);--> statement-breakpoint
CREATE INDEX `audit_entries_act` ON `audit_entries` (`act`,`at`,`id`);