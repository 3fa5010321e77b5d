CREATE TABLE "audit_words" (
	"entry_id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"words" text NOT NULL
);
--> statement-breakpoint
CREATE INDEX "audit_words_person" ON "audit_words" USING btree ("person_id");