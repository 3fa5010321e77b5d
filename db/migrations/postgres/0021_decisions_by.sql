DROP INDEX "decisions_by";--> statement-breakpoint
CREATE INDEX "decisions_by" ON "decisions" USING btree ("decided_by","decided_at","id");