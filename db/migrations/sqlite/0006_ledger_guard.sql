CREATE TRIGGER `point_entries_stand` BEFORE UPDATE ON `point_entries` BEGIN SELECT RAISE(ABORT, 'An entry of the ledger is never changed'); END;
--> statement-breakpoint
CREATE TRIGGER `point_entries_stay` BEFORE DELETE ON `point_entries` BEGIN SELECT RAISE(ABORT, 'An entry of the ledger is never removed'); END;
--> statement-breakpoint
INSERT INTO `point_chain` (`id`, `seq`, `hash`) VALUES (1, 0, '');
