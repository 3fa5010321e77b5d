DROP INDEX "mentions_state";--> statement-breakpoint
DROP INDEX "mentions_source";--> statement-breakpoint
DROP INDEX "mentions_rated";--> statement-breakpoint
ALTER TABLE "mention_imports" ADD COLUMN "problem" text;--> statement-breakpoint
ALTER TABLE "mention_sources" ADD COLUMN "modified" text;--> statement-breakpoint
ALTER TABLE "mention_sources" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "mentions" ADD COLUMN "guid" text;--> statement-breakpoint
ALTER TABLE "mentions" ADD COLUMN "band" text DEFAULT 'none' NOT NULL;--> statement-breakpoint
ALTER TABLE "mentions" ADD COLUMN "words" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "mentions" ADD COLUMN "heard_at" timestamp (3) with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
UPDATE "mentions" SET "heard_at" = coalesce("written_at", "imported_at");--> statement-breakpoint
ALTER TABLE "mentions" ALTER COLUMN "heard_at" DROP DEFAULT;--> statement-breakpoint
CREATE UNIQUE INDEX "mentions_guid" ON "mentions" USING btree ("guid") WHERE "mentions"."guid" is not null;--> statement-breakpoint
CREATE INDEX "mentions_heard" ON "mentions" USING btree ("heard_at","id");--> statement-breakpoint
CREATE INDEX "mentions_band" ON "mentions" USING btree ("band","state","heard_at","id");--> statement-breakpoint
CREATE INDEX "mentions_state" ON "mentions" USING btree ("state","heard_at","id");--> statement-breakpoint
CREATE INDEX "mentions_source" ON "mentions" USING btree ("source_id","state","heard_at","id");--> statement-breakpoint
CREATE INDEX "mentions_rated" ON "mentions" USING btree ("written_at","source_id","rating") WHERE "mentions"."rating" is not null;