DROP INDEX "point_entries_answers";--> statement-breakpoint
CREATE INDEX "point_entries_answers" ON "point_entries" USING btree ("answers") WHERE "point_entries"."answers" is not null;