CREATE TABLE "case_search" ("number" integer PRIMARY KEY NOT NULL, "words" tsvector NOT NULL);--> statement-breakpoint
CREATE INDEX "case_search_words" ON "case_search" USING gin ("words");
