CREATE FUNCTION "point_entries_stand"() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'An entry of the ledger is never changed or removed'; END $$;
--> statement-breakpoint
CREATE TRIGGER "point_entries_stand" BEFORE UPDATE OR DELETE ON "point_entries" FOR EACH ROW EXECUTE FUNCTION "point_entries_stand"();
--> statement-breakpoint
CREATE TRIGGER "point_entries_stay" BEFORE TRUNCATE ON "point_entries" FOR EACH STATEMENT EXECUTE FUNCTION "point_entries_stand"();
--> statement-breakpoint
INSERT INTO "point_chain" ("id", "seq", "hash") VALUES (1, 0, '');
