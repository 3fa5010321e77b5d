CREATE FUNCTION "audit_entries_stand"() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'An entry of the audit is never changed or removed'; END $$;
--> statement-breakpoint
CREATE TRIGGER "audit_entries_stand" BEFORE UPDATE OR DELETE ON "audit_entries" FOR EACH ROW EXECUTE FUNCTION "audit_entries_stand"();
--> statement-breakpoint
CREATE TRIGGER "audit_entries_stay" BEFORE TRUNCATE ON "audit_entries" FOR EACH STATEMENT EXECUTE FUNCTION "audit_entries_stand"();
