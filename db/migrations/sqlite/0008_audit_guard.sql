CREATE TRIGGER `audit_entries_stand` BEFORE UPDATE ON `audit_entries` BEGIN SELECT RAISE(ABORT, 'An entry of the audit is never changed'); END;
--> statement-breakpoint
CREATE TRIGGER `audit_entries_stay` BEFORE DELETE ON `audit_entries` BEGIN SELECT RAISE(ABORT, 'An entry of the audit is never removed'); END;
