CREATE TABLE "idea_search" ("number" integer PRIMARY KEY NOT NULL, "words" tsvector NOT NULL);--> statement-breakpoint
CREATE INDEX "idea_search_words" ON "idea_search" USING gin ("words");
