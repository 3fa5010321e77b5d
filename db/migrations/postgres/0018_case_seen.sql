ALTER TABLE "case_clocks" ADD COLUMN "warn_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "case_messages" ADD COLUMN "leaves_as" text;--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "warn_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "seen_at" timestamp (3) with time zone;--> statement-breakpoint
CREATE INDEX "case_clocks_warn" ON "case_clocks" USING btree ("warn_at") WHERE "case_clocks"."ended_at" is null and "case_clocks"."paused_at" is null and "case_clocks"."warned_at" is null;--> statement-breakpoint
CREATE INDEX "cases_merged" ON "cases" USING btree ("merged_into_id") WHERE "cases"."merged_into_id" is not null;