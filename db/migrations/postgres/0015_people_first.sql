CREATE TABLE "case_acts" (
	"id" text PRIMARY KEY NOT NULL,
	"case_id" text NOT NULL,
	"actor_id" text,
	"act" text NOT NULL,
	"details" jsonb NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "case_calls" (
	"case_id" text NOT NULL,
	"agent_id" text NOT NULL,
	"note_id" text NOT NULL,
	"called_at" timestamp (3) with time zone NOT NULL,
	"seen_at" timestamp (3) with time zone,
	CONSTRAINT "case_calls_pk" PRIMARY KEY("case_id","agent_id")
);
--> statement-breakpoint
CREATE TABLE "case_clocks" (
	"id" text PRIMARY KEY NOT NULL,
	"case_id" text NOT NULL,
	"clock" text NOT NULL,
	"policy_id" text,
	"topic_id" text NOT NULL,
	"priority" text NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"minutes" integer NOT NULL,
	"due_at" timestamp (3) with time zone,
	"paused_at" timestamp (3) with time zone,
	"left_minutes" integer,
	"warned_at" timestamp (3) with time zone,
	"breached_at" timestamp (3) with time zone,
	"ended_at" timestamp (3) with time zone,
	"took_minutes" integer,
	"outcome" text
);
--> statement-breakpoint
CREATE TABLE "case_drafts" (
	"case_id" text NOT NULL,
	"agent_id" text NOT NULL,
	"kind" text NOT NULL,
	"body" text NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "case_drafts_pk" PRIMARY KEY("case_id","agent_id","kind")
);
--> statement-breakpoint
CREATE TABLE "case_files" (
	"id" text PRIMARY KEY NOT NULL,
	"case_id" text,
	"message_id" text,
	"note_id" text,
	"owner_id" text,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"bytes" integer NOT NULL,
	"width" integer,
	"height" integer,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "case_links" (
	"id" text PRIMARY KEY NOT NULL,
	"case_id" text NOT NULL,
	"idea_id" text NOT NULL,
	"kind" text NOT NULL,
	"linked_by" text,
	"linked_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "case_messages" (
	"id" text PRIMARY KEY NOT NULL,
	"case_id" text NOT NULL,
	"side" text NOT NULL,
	"author_id" text,
	"body" text NOT NULL,
	"quoted" text DEFAULT '' NOT NULL,
	"via" text DEFAULT 'site' NOT NULL,
	"mail_id" text,
	"leaves_at" timestamp (3) with time zone,
	"sent_at" timestamp (3) with time zone,
	"deleted_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "case_notes" (
	"id" text PRIMARY KEY NOT NULL,
	"case_id" text NOT NULL,
	"author_id" text,
	"body" text NOT NULL,
	"calls" jsonb NOT NULL,
	"deleted_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "case_presence" (
	"case_id" text NOT NULL,
	"agent_id" text NOT NULL,
	"is_writing" boolean DEFAULT false NOT NULL,
	"seen_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "case_presence_pk" PRIMARY KEY("case_id","agent_id")
);
--> statement-breakpoint
CREATE TABLE "case_ratings" (
	"case_id" text PRIMARY KEY NOT NULL,
	"token_hash" text NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"reminded_at" timestamp (3) with time zone,
	"score" integer,
	"comment" text DEFAULT '' NOT NULL,
	"rated_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "case_tags" (
	"case_id" text NOT NULL,
	"tag" text NOT NULL,
	CONSTRAINT "case_tags_pk" PRIMARY KEY("case_id","tag")
);
--> statement-breakpoint
CREATE TABLE "case_topics" (
	"id" text PRIMARY KEY NOT NULL,
	"label_it" text NOT NULL,
	"label_en" text NOT NULL,
	"asks" jsonb NOT NULL,
	"priority" text DEFAULT 'normal' NOT NULL,
	"position" integer NOT NULL,
	"retired_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "cases" (
	"id" text PRIMARY KEY NOT NULL,
	"number" integer NOT NULL,
	"topic_id" text NOT NULL,
	"subject" text NOT NULL,
	"person_id" text,
	"email" text,
	"email_folded" text,
	"name" text DEFAULT '' NOT NULL,
	"locale" text NOT NULL,
	"confirmed_at" timestamp (3) with time zone,
	"source" text NOT NULL,
	"source_id" text,
	"state" text DEFAULT 'new' NOT NULL,
	"priority" text DEFAULT 'normal' NOT NULL,
	"urgency" integer DEFAULT 2 NOT NULL,
	"assignee_id" text,
	"product" text DEFAULT '' NOT NULL,
	"batch" text DEFAULT '' NOT NULL,
	"shop" text DEFAULT '' NOT NULL,
	"mail_key" text NOT NULL,
	"snoozed_until" timestamp (3) with time zone,
	"is_unanswered" boolean DEFAULT true NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"due_clock" text,
	"messages_count" integer DEFAULT 0 NOT NULL,
	"last_message_at" timestamp (3) with time zone NOT NULL,
	"last_member_at" timestamp (3) with time zone,
	"last_agent_at" timestamp (3) with time zone,
	"solved_at" timestamp (3) with time zone,
	"closed_at" timestamp (3) with time zone,
	"merged_into_id" text,
	"erased_at" timestamp (3) with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "inbound_mails" (
	"id" text PRIMARY KEY NOT NULL,
	"from_folded" text NOT NULL,
	"case_id" text,
	"outcome" text NOT NULL,
	"detail" text DEFAULT '' NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "macros" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"body_it" text DEFAULT '' NOT NULL,
	"body_en" text DEFAULT '' NOT NULL,
	"acts" jsonb NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"retired_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "mailboxes" (
	"id" text PRIMARY KEY NOT NULL,
	"validity" text NOT NULL,
	"last_uid" integer NOT NULL,
	"last_error" text,
	"read_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "remedies" (
	"id" text PRIMARY KEY NOT NULL,
	"case_id" text NOT NULL,
	"person_id" text NOT NULL,
	"kind" text NOT NULL,
	"amount" integer NOT NULL,
	"reward_id" text,
	"reason" text NOT NULL,
	"asked_by" text NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"state" text NOT NULL,
	"decided_by" text,
	"decided_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "sla_policies" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"topic_id" text,
	"priority" text,
	"first_minutes" integer,
	"next_minutes" integer,
	"resolution_minutes" integer,
	"position" integer NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"retired_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "faq_articles" (
	"id" text PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"category_id" text NOT NULL,
	"topic_id" text,
	"title_it" text NOT NULL,
	"title_en" text NOT NULL,
	"body_it" text NOT NULL,
	"body_en" text NOT NULL,
	"words" text DEFAULT '' NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"case_id" text,
	"useful_count" integer DEFAULT 0 NOT NULL,
	"useless_count" integer DEFAULT 0 NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	"edited_by" text,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "faq_categories" (
	"id" text PRIMARY KEY NOT NULL,
	"label_it" text NOT NULL,
	"label_en" text NOT NULL,
	"position" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "faq_feedback" (
	"id" text PRIMARY KEY NOT NULL,
	"article_id" text NOT NULL,
	"reader" text NOT NULL,
	"is_useful" boolean NOT NULL,
	"comment" text DEFAULT '' NOT NULL,
	"given_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "mention_imports" (
	"id" text PRIMARY KEY NOT NULL,
	"source_id" text NOT NULL,
	"file_name" text NOT NULL,
	"total" integer,
	"read" integer DEFAULT 0 NOT NULL,
	"written" integer DEFAULT 0 NOT NULL,
	"known" integer DEFAULT 0 NOT NULL,
	"bad" jsonb NOT NULL,
	"bad_count" integer DEFAULT 0 NOT NULL,
	"state" text NOT NULL,
	"started_by" text,
	"started_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "mention_sources" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"url" text,
	"secret" text,
	"is_on" boolean DEFAULT true NOT NULL,
	"polled_at" timestamp (3) with time zone,
	"etag" text,
	"last_error" text,
	"failures" integer DEFAULT 0 NOT NULL,
	"created_by" text,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "mentions" (
	"id" text PRIMARY KEY NOT NULL,
	"source_id" text NOT NULL,
	"key" text NOT NULL,
	"author" text DEFAULT '' NOT NULL,
	"title" text DEFAULT '' NOT NULL,
	"body" text NOT NULL,
	"rating" double precision,
	"url" text,
	"locale" text,
	"topic" text DEFAULT '' NOT NULL,
	"written_at" timestamp (3) with time zone,
	"imported_at" timestamp (3) with time zone NOT NULL,
	"state" text DEFAULT 'new' NOT NULL,
	"case_id" text,
	"answer_url" text,
	"remedy" text DEFAULT '' NOT NULL,
	"handled_by" text,
	"handled_at" timestamp (3) with time zone,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "decisions" (
	"id" text PRIMARY KEY NOT NULL,
	"item_id" text,
	"subject" text NOT NULL,
	"subject_id" text NOT NULL,
	"idea_id" text,
	"person_id" text,
	"act" text NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"facts" text DEFAULT '' NOT NULL,
	"excerpt" text DEFAULT '' NOT NULL,
	"is_automated" boolean DEFAULT false NOT NULL,
	"origin" text NOT NULL,
	"until" timestamp (3) with time zone,
	"before" jsonb NOT NULL,
	"decided_by" text,
	"decided_at" timestamp (3) with time zone NOT NULL,
	"tell_at" timestamp (3) with time zone,
	"told_at" timestamp (3) with time zone,
	"undone_at" timestamp (3) with time zone,
	"lifted_at" timestamp (3) with time zone,
	"appeal_due_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "fingerprints" (
	"id" text PRIMARY KEY NOT NULL,
	"band" text NOT NULL,
	"print" text NOT NULL,
	"subject" text NOT NULL,
	"subject_id" text NOT NULL,
	"author_id" text,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "held_words" (
	"id" text PRIMARY KEY NOT NULL,
	"word" text NOT NULL,
	"pattern" text NOT NULL,
	"severity" integer DEFAULT 2 NOT NULL,
	"added_by" text,
	"added_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "objections" (
	"id" text PRIMARY KEY NOT NULL,
	"decision_id" text NOT NULL,
	"person_id" text NOT NULL,
	"body" text NOT NULL,
	"sent_at" timestamp (3) with time zone NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"decided_by" text,
	"decided_at" timestamp (3) with time zone,
	"outcome" text,
	"answer" text DEFAULT '' NOT NULL
);
--> statement-breakpoint
CREATE TABLE "review_items" (
	"id" text PRIMARY KEY NOT NULL,
	"subject" text NOT NULL,
	"subject_id" text NOT NULL,
	"idea_id" text,
	"author_id" text,
	"why" text NOT NULL,
	"matched" jsonb NOT NULL,
	"excerpt" text DEFAULT '' NOT NULL,
	"severity" integer NOT NULL,
	"weight" double precision NOT NULL,
	"reach" integer NOT NULL,
	"rank" double precision NOT NULL,
	"flags_count" integer DEFAULT 0 NOT NULL,
	"is_held" boolean DEFAULT false NOT NULL,
	"opened_at" timestamp (3) with time zone NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"claimed_by" text,
	"claimed_at" timestamp (3) with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"decided_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "vote_bursts" (
	"id" text PRIMARY KEY NOT NULL,
	"idea_id" text NOT NULL,
	"key" text NOT NULL,
	"from" timestamp (3) with time zone NOT NULL,
	"to" timestamp (3) with time zone NOT NULL,
	"votes_count" integer NOT NULL,
	"facts" jsonb NOT NULL,
	"state" text DEFAULT 'held' NOT NULL,
	"found_at" timestamp (3) with time zone NOT NULL,
	"decided_by" text,
	"decided_at" timestamp (3) with time zone,
	"note" text DEFAULT '' NOT NULL
);
--> statement-breakpoint
CREATE TABLE "data_exports" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"state" text NOT NULL,
	"bytes" integer,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"ready_at" timestamp (3) with time zone,
	"ends_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "erasures" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"texts" text NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"deferred_for" jsonb NOT NULL,
	"cancelled_at" timestamp (3) with time zone,
	"done_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "retention_runs" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"before" timestamp (3) with time zone NOT NULL,
	"removed" integer NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "flags" ALTER COLUMN "reporter_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "comments" ADD COLUMN "held_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "images" ADD COLUMN "hidden_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "suspended_until" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "silenced_until" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "erased_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "flags" ADD COLUMN "email" text;--> statement-breakpoint
ALTER TABLE "flags" ADD COLUMN "email_folded" text;--> statement-breakpoint
ALTER TABLE "flags" ADD COLUMN "locale" text;--> statement-breakpoint
ALTER TABLE "flags" ADD COLUMN "token_hash" text;--> statement-breakpoint
ALTER TABLE "flags" ADD COLUMN "confirmed_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "flags" ADD COLUMN "weight" double precision DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "flags" ADD COLUMN "item_id" text;--> statement-breakpoint
ALTER TABLE "flags" ADD COLUMN "outcome" text;--> statement-breakpoint
ALTER TABLE "flags" ADD COLUMN "decided_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "votes" ADD COLUMN "burst_id" text;--> statement-breakpoint
ALTER TABLE "case_acts" ADD CONSTRAINT "case_acts_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_calls" ADD CONSTRAINT "case_calls_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_clocks" ADD CONSTRAINT "case_clocks_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_drafts" ADD CONSTRAINT "case_drafts_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_files" ADD CONSTRAINT "case_files_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_links" ADD CONSTRAINT "case_links_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_messages" ADD CONSTRAINT "case_messages_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_notes" ADD CONSTRAINT "case_notes_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_presence" ADD CONSTRAINT "case_presence_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_ratings" ADD CONSTRAINT "case_ratings_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_tags" ADD CONSTRAINT "case_tags_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "faq_feedback" ADD CONSTRAINT "faq_feedback_article_id_faq_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."faq_articles"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mentions" ADD CONSTRAINT "mentions_source_id_mention_sources_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."mention_sources"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "objections" ADD CONSTRAINT "objections_decision_id_decisions_id_fk" FOREIGN KEY ("decision_id") REFERENCES "public"."decisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "case_acts_case" ON "case_acts" USING btree ("case_id","at","id");--> statement-breakpoint
CREATE INDEX "case_calls_agent" ON "case_calls" USING btree ("agent_id","called_at","case_id");--> statement-breakpoint
CREATE INDEX "case_clocks_case" ON "case_clocks" USING btree ("case_id","started_at");--> statement-breakpoint
CREATE INDEX "case_clocks_due" ON "case_clocks" USING btree ("due_at") WHERE "case_clocks"."ended_at" is null and "case_clocks"."paused_at" is null;--> statement-breakpoint
CREATE INDEX "case_clocks_ended" ON "case_clocks" USING btree ("ended_at","clock");--> statement-breakpoint
CREATE INDEX "case_files_case" ON "case_files" USING btree ("case_id","created_at");--> statement-breakpoint
CREATE INDEX "case_files_owner" ON "case_files" USING btree ("owner_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "case_links_once" ON "case_links" USING btree ("case_id","idea_id");--> statement-breakpoint
CREATE INDEX "case_links_idea" ON "case_links" USING btree ("idea_id");--> statement-breakpoint
CREATE INDEX "case_messages_case" ON "case_messages" USING btree ("case_id","created_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "case_messages_mail" ON "case_messages" USING btree ("mail_id") WHERE "case_messages"."mail_id" is not null;--> statement-breakpoint
CREATE INDEX "case_messages_leaving" ON "case_messages" USING btree ("leaves_at") WHERE "case_messages"."leaves_at" is not null and "case_messages"."sent_at" is null;--> statement-breakpoint
CREATE INDEX "case_notes_case" ON "case_notes" USING btree ("case_id","created_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "case_ratings_token" ON "case_ratings" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "case_ratings_open" ON "case_ratings" USING btree ("asked_at") WHERE "case_ratings"."rated_at" is null and "case_ratings"."reminded_at" is null;--> statement-breakpoint
CREATE INDEX "case_ratings_rated" ON "case_ratings" USING btree ("rated_at");--> statement-breakpoint
CREATE INDEX "case_tags_tag" ON "case_tags" USING btree ("tag","case_id");--> statement-breakpoint
CREATE UNIQUE INDEX "cases_number" ON "cases" USING btree ("number");--> statement-breakpoint
CREATE UNIQUE INDEX "cases_mail_key" ON "cases" USING btree ("mail_key");--> statement-breakpoint
CREATE UNIQUE INDEX "cases_source" ON "cases" USING btree ("source","source_id") WHERE "cases"."source_id" is not null;--> statement-breakpoint
CREATE INDEX "cases_due" ON "cases" USING btree ("state","due_at","id");--> statement-breakpoint
CREATE INDEX "cases_recent" ON "cases" USING btree ("state","last_message_at","id");--> statement-breakpoint
CREATE INDEX "cases_mine_due" ON "cases" USING btree ("assignee_id","state","due_at","id");--> statement-breakpoint
CREATE INDEX "cases_mine_recent" ON "cases" USING btree ("assignee_id","state","last_message_at","id");--> statement-breakpoint
CREATE INDEX "cases_unanswered" ON "cases" USING btree ("state","is_unanswered","due_at","id") WHERE "cases"."is_unanswered";--> statement-breakpoint
CREATE INDEX "cases_person" ON "cases" USING btree ("person_id","created_at","id");--> statement-breakpoint
CREATE INDEX "cases_email" ON "cases" USING btree ("email_folded","created_at");--> statement-breakpoint
CREATE INDEX "cases_created" ON "cases" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "cases_snoozed" ON "cases" USING btree ("snoozed_until") WHERE "cases"."snoozed_until" is not null;--> statement-breakpoint
CREATE INDEX "cases_solved" ON "cases" USING btree ("solved_at") WHERE "cases"."solved_at" is not null and "cases"."closed_at" is null;--> statement-breakpoint
CREATE INDEX "cases_closed" ON "cases" USING btree ("closed_at") WHERE "cases"."closed_at" is not null and "cases"."erased_at" is null;--> statement-breakpoint
CREATE INDEX "inbound_mails_from" ON "inbound_mails" USING btree ("from_folded","at");--> statement-breakpoint
CREATE INDEX "inbound_mails_at" ON "inbound_mails" USING btree ("at");--> statement-breakpoint
CREATE INDEX "remedies_case" ON "remedies" USING btree ("case_id","asked_at");--> statement-breakpoint
CREATE INDEX "remedies_asker" ON "remedies" USING btree ("asked_by","asked_at");--> statement-breakpoint
CREATE INDEX "remedies_state" ON "remedies" USING btree ("state","asked_at","id");--> statement-breakpoint
CREATE INDEX "sla_policies_position" ON "sla_policies" USING btree ("position");--> statement-breakpoint
CREATE UNIQUE INDEX "faq_articles_slug" ON "faq_articles" USING btree ("slug");--> statement-breakpoint
CREATE INDEX "faq_articles_category" ON "faq_articles" USING btree ("state","category_id","position","id");--> statement-breakpoint
CREATE UNIQUE INDEX "faq_feedback_once" ON "faq_feedback" USING btree ("article_id","reader");--> statement-breakpoint
CREATE INDEX "faq_feedback_at" ON "faq_feedback" USING btree ("given_at","id");--> statement-breakpoint
CREATE INDEX "mention_imports_at" ON "mention_imports" USING btree ("started_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "mention_sources_name" ON "mention_sources" USING btree ("name");--> statement-breakpoint
CREATE UNIQUE INDEX "mentions_key" ON "mentions" USING btree ("key");--> statement-breakpoint
CREATE INDEX "mentions_state" ON "mentions" USING btree ("state","written_at","id");--> statement-breakpoint
CREATE INDEX "mentions_source" ON "mentions" USING btree ("source_id","state","written_at","id");--> statement-breakpoint
CREATE INDEX "mentions_rated" ON "mentions" USING btree ("written_at","rating") WHERE "mentions"."rating" is not null;--> statement-breakpoint
CREATE INDEX "decisions_person" ON "decisions" USING btree ("person_id","decided_at","id");--> statement-breakpoint
CREATE INDEX "decisions_subject" ON "decisions" USING btree ("subject","subject_id","decided_at");--> statement-breakpoint
CREATE INDEX "decisions_item" ON "decisions" USING btree ("item_id");--> statement-breakpoint
CREATE INDEX "decisions_at" ON "decisions" USING btree ("decided_at","id");--> statement-breakpoint
CREATE INDEX "decisions_by" ON "decisions" USING btree ("decided_by","decided_at");--> statement-breakpoint
CREATE INDEX "decisions_until" ON "decisions" USING btree ("until") WHERE "decisions"."until" is not null and "decisions"."lifted_at" is null;--> statement-breakpoint
CREATE INDEX "fingerprints_band" ON "fingerprints" USING btree ("band","at");--> statement-breakpoint
CREATE INDEX "fingerprints_subject" ON "fingerprints" USING btree ("subject","subject_id");--> statement-breakpoint
CREATE INDEX "fingerprints_at" ON "fingerprints" USING btree ("at");--> statement-breakpoint
CREATE UNIQUE INDEX "held_words_pattern" ON "held_words" USING btree ("pattern");--> statement-breakpoint
CREATE UNIQUE INDEX "objections_decision" ON "objections" USING btree ("decision_id");--> statement-breakpoint
CREATE INDEX "objections_waiting" ON "objections" USING btree ("due_at","id") WHERE "objections"."decided_at" is null;--> statement-breakpoint
CREATE INDEX "objections_decided" ON "objections" USING btree ("decided_at","id") WHERE "objections"."decided_at" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "review_items_open" ON "review_items" USING btree ("subject","subject_id") WHERE "review_items"."state" = 'open';--> statement-breakpoint
CREATE INDEX "review_items_rank" ON "review_items" USING btree ("state","rank","id");--> statement-breakpoint
CREATE INDEX "review_items_why" ON "review_items" USING btree ("state","why","rank","id");--> statement-breakpoint
CREATE INDEX "review_items_decided" ON "review_items" USING btree ("state","decided_at","id");--> statement-breakpoint
CREATE INDEX "review_items_author" ON "review_items" USING btree ("author_id","opened_at");--> statement-breakpoint
CREATE UNIQUE INDEX "vote_bursts_key" ON "vote_bursts" USING btree ("key");--> statement-breakpoint
CREATE INDEX "vote_bursts_state" ON "vote_bursts" USING btree ("state","found_at","id");--> statement-breakpoint
CREATE INDEX "vote_bursts_idea" ON "vote_bursts" USING btree ("idea_id","found_at");--> statement-breakpoint
CREATE INDEX "data_exports_person" ON "data_exports" USING btree ("person_id","asked_at");--> statement-breakpoint
CREATE INDEX "data_exports_end" ON "data_exports" USING btree ("ends_at");--> statement-breakpoint
CREATE UNIQUE INDEX "erasures_waiting" ON "erasures" USING btree ("person_id") WHERE "erasures"."done_at" is null and "erasures"."cancelled_at" is null;--> statement-breakpoint
CREATE INDEX "erasures_due" ON "erasures" USING btree ("due_at") WHERE "erasures"."done_at" is null and "erasures"."cancelled_at" is null;--> statement-breakpoint
CREATE INDEX "retention_runs_kind" ON "retention_runs" USING btree ("kind","at");--> statement-breakpoint
CREATE UNIQUE INDEX "flags_once_guest" ON "flags" USING btree ("subject","subject_id","email_folded") WHERE "flags"."email_folded" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "flags_token" ON "flags" USING btree ("token_hash") WHERE "flags"."token_hash" is not null;--> statement-breakpoint
CREATE INDEX "flags_reporter" ON "flags" USING btree ("reporter_id","created_at");--> statement-breakpoint
CREATE INDEX "flags_item" ON "flags" USING btree ("item_id");--> statement-breakpoint
CREATE INDEX "votes_burst" ON "votes" USING btree ("burst_id") WHERE "votes"."burst_id" is not null;