CREATE TABLE "limits" (
	"id" text PRIMARY KEY NOT NULL,
	"hits_count" integer NOT NULL,
	"ends_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE INDEX "limits_end" ON "limits" USING btree ("ends_at");