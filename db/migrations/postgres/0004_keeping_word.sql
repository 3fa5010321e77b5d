CREATE TABLE "appeals" (
	"id" text PRIMARY KEY NOT NULL,
	"idea_id" text NOT NULL,
	"move_id" text NOT NULL,
	"author_id" text,
	"body" text NOT NULL,
	"sent_at" timestamp (3) with time zone NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"decided_by" text,
	"decided_at" timestamp (3) with time zone,
	"outcome" text,
	"answer" text DEFAULT '' NOT NULL,
	"team" text
);
--> statement-breakpoint
CREATE TABLE "resubmissions" (
	"id" text PRIMARY KEY NOT NULL,
	"idea_id" text NOT NULL,
	"move_id" text NOT NULL,
	"author_id" text,
	"title" text NOT NULL,
	"body" text NOT NULL,
	"category_id" text NOT NULL,
	"tags" jsonb NOT NULL,
	"message" text DEFAULT '' NOT NULL,
	"sent_at" timestamp (3) with time zone NOT NULL,
	"due_at" timestamp (3) with time zone,
	"decided_by" text,
	"decided_at" timestamp (3) with time zone,
	"outcome" text,
	"reason" text,
	"could_change" text DEFAULT '' NOT NULL,
	"answer" text DEFAULT '' NOT NULL,
	"team" text
);
--> statement-breakpoint
CREATE TABLE "criteria" (
	"id" text PRIMARY KEY NOT NULL,
	"label_it" text NOT NULL,
	"label_en" text NOT NULL,
	"help_it" text NOT NULL,
	"help_en" text NOT NULL,
	"weight" integer NOT NULL,
	"axis" text NOT NULL,
	"position" integer NOT NULL,
	"retired_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "dossier_remarks" (
	"id" text PRIMARY KEY NOT NULL,
	"dossier_id" text NOT NULL,
	"author_id" text,
	"criterion_id" text,
	"body" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "dossiers" (
	"id" text PRIMARY KEY NOT NULL,
	"idea_id" text NOT NULL,
	"state" text NOT NULL,
	"lead_id" text,
	"opened_by" text,
	"opened_at" timestamp (3) with time zone NOT NULL,
	"due_at" timestamp (3) with time zone,
	"criterion_ids" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"scoring_closed_at" timestamp (3) with time zone,
	"reconciled_at" timestamp (3) with time zone,
	"cost_from" integer,
	"cost_to" integer,
	"weeks_from" integer,
	"weeks_to" integer,
	"explanation" text DEFAULT '' NOT NULL,
	"team" text,
	"published_at" timestamp (3) with time zone,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "evaluations" (
	"dossier_id" text NOT NULL,
	"evaluator_id" text NOT NULL,
	"duty" text DEFAULT '' NOT NULL,
	"assigned_by" text,
	"assigned_at" timestamp (3) with time zone NOT NULL,
	"scored_at" timestamp (3) with time zone,
	CONSTRAINT "evaluations_pk" PRIMARY KEY("dossier_id","evaluator_id")
);
--> statement-breakpoint
CREATE TABLE "scores" (
	"dossier_id" text NOT NULL,
	"evaluator_id" text NOT NULL,
	"criterion_id" text NOT NULL,
	"score" integer NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	CONSTRAINT "scores_pk" PRIMARY KEY("dossier_id","evaluator_id","criterion_id"),
	CONSTRAINT "scores_range" CHECK ("scores"."score" between 1 and 5)
);
--> statement-breakpoint
CREATE TABLE "verdicts" (
	"dossier_id" text NOT NULL,
	"criterion_id" text NOT NULL,
	"score" integer NOT NULL,
	"weight" integer NOT NULL,
	"remark" text DEFAULT '' NOT NULL,
	CONSTRAINT "verdicts_pk" PRIMARY KEY("dossier_id","criterion_id"),
	CONSTRAINT "verdicts_range" CHECK ("verdicts"."score" between 1 and 5)
);
--> statement-breakpoint
CREATE TABLE "dismissed_pairs" (
	"one_id" text NOT NULL,
	"other_id" text NOT NULL,
	"dismissed_by" text,
	"dismissed_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "dismissed_pairs_pk" PRIMARY KEY("one_id","other_id")
);
--> statement-breakpoint
CREATE TABLE "merges" (
	"id" text PRIMARY KEY NOT NULL,
	"source_id" text NOT NULL,
	"target_id" text NOT NULL,
	"state" text NOT NULL,
	"from_status" text NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"team" text NOT NULL,
	"asked_by" text,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"answer_by" timestamp (3) with time zone,
	"answered_at" timestamp (3) with time zone,
	"answer" text DEFAULT '' NOT NULL,
	"merged_at" timestamp (3) with time zone,
	"unmerged_by" text,
	"unmerged_at" timestamp (3) with time zone,
	"votes_carried" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "promises" (
	"id" text PRIMARY KEY NOT NULL,
	"idea_id" text NOT NULL,
	"status" text NOT NULL,
	"days" integer NOT NULL,
	"origin" text DEFAULT 'move' NOT NULL,
	"started_by" text,
	"ended_by" text,
	"started_at" timestamp (3) with time zone NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"paused_at" timestamp (3) with time zone,
	"warned_at" timestamp (3) with time zone,
	"escalated_at" timestamp (3) with time zone,
	"ended_at" timestamp (3) with time zone,
	"outcome" text,
	"took_days" double precision
);
--> statement-breakpoint
CREATE TABLE "questions" (
	"id" text PRIMARY KEY NOT NULL,
	"idea_id" text NOT NULL,
	"asked_by" text,
	"team" text NOT NULL,
	"body" text NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"answered_at" timestamp (3) with time zone,
	"closed_how" text,
	"closed_by" text
);
--> statement-breakpoint
CREATE TABLE "realisation_comments" (
	"id" text PRIMARY KEY NOT NULL,
	"idea_id" text NOT NULL,
	"comment_id" text NOT NULL,
	"change" text DEFAULT '' NOT NULL,
	"position" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "realisation_sources" (
	"idea_id" text NOT NULL,
	"source_id" text NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "realisation_sources_pk" PRIMARY KEY("idea_id","source_id")
);
--> statement-breakpoint
CREATE TABLE "realisations" (
	"idea_id" text PRIMARY KEY NOT NULL,
	"title" text NOT NULL,
	"story" text NOT NULL,
	"locale" text,
	"product_url" text,
	"photo_id" text,
	"honesty" text NOT NULL,
	"realised_on" text NOT NULL,
	"team" text NOT NULL,
	"author_id" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"published_at" timestamp (3) with time zone,
	"thanked_at" timestamp (3) with time zone,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "round_entries" (
	"round_id" text NOT NULL,
	"idea_id" text NOT NULL,
	"way" text NOT NULL,
	"pick_reason" text DEFAULT '' NOT NULL,
	"picked_by" text,
	"state" text NOT NULL,
	"votes_at_entry" integer NOT NULL,
	"entered_at" timestamp (3) with time zone NOT NULL,
	"to_status" text,
	"note" text DEFAULT '' NOT NULL,
	"reason" text,
	"could_change" text DEFAULT '' NOT NULL,
	"official" boolean DEFAULT false NOT NULL,
	"decided_by" text,
	"decided_at" timestamp (3) with time zone,
	"outcome" text,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "round_entries_pk" PRIMARY KEY("round_id","idea_id")
);
--> statement-breakpoint
CREATE TABLE "rounds" (
	"id" text PRIMARY KEY NOT NULL,
	"number" integer NOT NULL,
	"title_it" text NOT NULL,
	"title_en" text NOT NULL,
	"opens_at" timestamp (3) with time zone NOT NULL,
	"closes_at" timestamp (3) with time zone NOT NULL,
	"capacity" integer NOT NULL,
	"per_category" integer,
	"state" text NOT NULL,
	"created_by" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"filled_at" timestamp (3) with time zone,
	"published_at" timestamp (3) with time zone,
	"cancel_note" text DEFAULT '' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "released_votes" (
	"merge_id" text NOT NULL,
	"voter_id" text NOT NULL,
	"released_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "released_votes_pk" PRIMARY KEY("merge_id","voter_id")
);
--> statement-breakpoint
CREATE TABLE "desk_views" (
	"id" text PRIMARY KEY NOT NULL,
	"owner_id" text NOT NULL,
	"name" text NOT NULL,
	"search" text NOT NULL,
	"is_shared" boolean NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "follows" ADD COLUMN "merge_id" text;--> statement-breakpoint
ALTER TABLE "ideas" ADD COLUMN "merged_into_id" text;--> statement-breakpoint
ALTER TABLE "statuses" ADD COLUMN "is_step" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "statuses" ADD COLUMN "promise_days" integer;--> statement-breakpoint
ALTER TABLE "statuses" ADD COLUMN "retired_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "statuses" ADD COLUMN "retired_into" text;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "digest_hour" integer DEFAULT 8 NOT NULL;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "quiet_from" integer;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "quiet_to" integer;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "is_named_in_thanks" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "is_without_keys" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "notifications" ADD COLUMN "bundle" text;--> statement-breakpoint
ALTER TABLE "votes" ADD COLUMN "merge_id" text;--> statement-breakpoint
ALTER TABLE "votes" ADD COLUMN "cast_by" text;--> statement-breakpoint
ALTER TABLE "votes" ADD COLUMN "cast_note" text;--> statement-breakpoint
ALTER TABLE "moves" ADD COLUMN "could_change" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "moves" ADD COLUMN "round_id" text;--> statement-breakpoint
ALTER TABLE "transitions" ADD COLUMN "min_votes" integer;--> statement-breakpoint
ALTER TABLE "transitions" ADD COLUMN "min_days" integer;--> statement-breakpoint
ALTER TABLE "appeals" ADD CONSTRAINT "appeals_idea_id_ideas_id_fk" FOREIGN KEY ("idea_id") REFERENCES "public"."ideas"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appeals" ADD CONSTRAINT "appeals_move_id_moves_id_fk" FOREIGN KEY ("move_id") REFERENCES "public"."moves"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "resubmissions" ADD CONSTRAINT "resubmissions_idea_id_ideas_id_fk" FOREIGN KEY ("idea_id") REFERENCES "public"."ideas"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "resubmissions" ADD CONSTRAINT "resubmissions_move_id_moves_id_fk" FOREIGN KEY ("move_id") REFERENCES "public"."moves"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dossier_remarks" ADD CONSTRAINT "dossier_remarks_dossier_id_dossiers_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."dossiers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dossier_remarks" ADD CONSTRAINT "dossier_remarks_author_id_people_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dossiers" ADD CONSTRAINT "dossiers_idea_id_ideas_id_fk" FOREIGN KEY ("idea_id") REFERENCES "public"."ideas"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dossiers" ADD CONSTRAINT "dossiers_lead_id_people_id_fk" FOREIGN KEY ("lead_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evaluations" ADD CONSTRAINT "evaluations_dossier_id_dossiers_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."dossiers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evaluations" ADD CONSTRAINT "evaluations_evaluator_id_people_id_fk" FOREIGN KEY ("evaluator_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scores" ADD CONSTRAINT "scores_dossier_id_dossiers_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."dossiers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scores" ADD CONSTRAINT "scores_evaluator_id_people_id_fk" FOREIGN KEY ("evaluator_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scores" ADD CONSTRAINT "scores_criterion_id_criteria_id_fk" FOREIGN KEY ("criterion_id") REFERENCES "public"."criteria"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "verdicts" ADD CONSTRAINT "verdicts_dossier_id_dossiers_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."dossiers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "verdicts" ADD CONSTRAINT "verdicts_criterion_id_criteria_id_fk" FOREIGN KEY ("criterion_id") REFERENCES "public"."criteria"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dismissed_pairs" ADD CONSTRAINT "dismissed_pairs_one_id_ideas_id_fk" FOREIGN KEY ("one_id") REFERENCES "public"."ideas"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dismissed_pairs" ADD CONSTRAINT "dismissed_pairs_other_id_ideas_id_fk" FOREIGN KEY ("other_id") REFERENCES "public"."ideas"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "merges" ADD CONSTRAINT "merges_source_id_ideas_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."ideas"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "merges" ADD CONSTRAINT "merges_target_id_ideas_id_fk" FOREIGN KEY ("target_id") REFERENCES "public"."ideas"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "promises" ADD CONSTRAINT "promises_idea_id_ideas_id_fk" FOREIGN KEY ("idea_id") REFERENCES "public"."ideas"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "questions" ADD CONSTRAINT "questions_idea_id_ideas_id_fk" FOREIGN KEY ("idea_id") REFERENCES "public"."ideas"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "realisation_comments" ADD CONSTRAINT "realisation_comments_idea_id_realisations_idea_id_fk" FOREIGN KEY ("idea_id") REFERENCES "public"."realisations"("idea_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "realisation_comments" ADD CONSTRAINT "realisation_comments_comment_id_comments_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."comments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "realisation_sources" ADD CONSTRAINT "realisation_sources_idea_id_realisations_idea_id_fk" FOREIGN KEY ("idea_id") REFERENCES "public"."realisations"("idea_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "realisation_sources" ADD CONSTRAINT "realisation_sources_source_id_ideas_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."ideas"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "realisations" ADD CONSTRAINT "realisations_idea_id_ideas_id_fk" FOREIGN KEY ("idea_id") REFERENCES "public"."ideas"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_entries" ADD CONSTRAINT "round_entries_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_entries" ADD CONSTRAINT "round_entries_idea_id_ideas_id_fk" FOREIGN KEY ("idea_id") REFERENCES "public"."ideas"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "released_votes" ADD CONSTRAINT "released_votes_merge_id_merges_id_fk" FOREIGN KEY ("merge_id") REFERENCES "public"."merges"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "released_votes" ADD CONSTRAINT "released_votes_voter_id_people_id_fk" FOREIGN KEY ("voter_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "desk_views" ADD CONSTRAINT "desk_views_owner_id_people_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "appeals_move" ON "appeals" USING btree ("move_id");--> statement-breakpoint
CREATE INDEX "appeals_idea" ON "appeals" USING btree ("idea_id","sent_at");--> statement-breakpoint
CREATE INDEX "appeals_waiting" ON "appeals" USING btree ("due_at","id") WHERE "appeals"."decided_at" is null;--> statement-breakpoint
CREATE INDEX "appeals_decided" ON "appeals" USING btree ("decided_at","id") WHERE "appeals"."decided_at" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "resubmissions_waiting" ON "resubmissions" USING btree ("idea_id") WHERE "resubmissions"."decided_at" is null;--> statement-breakpoint
CREATE INDEX "resubmissions_idea" ON "resubmissions" USING btree ("idea_id","sent_at");--> statement-breakpoint
CREATE INDEX "resubmissions_due" ON "resubmissions" USING btree ("due_at","id") WHERE "resubmissions"."decided_at" is null;--> statement-breakpoint
CREATE INDEX "resubmissions_decided" ON "resubmissions" USING btree ("decided_at","id") WHERE "resubmissions"."decided_at" is not null;--> statement-breakpoint
CREATE INDEX "dossier_remarks_dossier" ON "dossier_remarks" USING btree ("dossier_id","created_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "dossiers_open" ON "dossiers" USING btree ("idea_id") WHERE "dossiers"."state" = 'open';--> statement-breakpoint
CREATE INDEX "dossiers_idea" ON "dossiers" USING btree ("idea_id","opened_at");--> statement-breakpoint
CREATE INDEX "dossiers_state" ON "dossiers" USING btree ("state","opened_at","id");--> statement-breakpoint
CREATE INDEX "evaluations_evaluator" ON "evaluations" USING btree ("evaluator_id","scored_at");--> statement-breakpoint
CREATE INDEX "dismissed_pairs_other" ON "dismissed_pairs" USING btree ("other_id");--> statement-breakpoint
CREATE UNIQUE INDEX "merges_running" ON "merges" USING btree ("source_id") WHERE "merges"."state" in ('asked', 'merging', 'merged', 'unmerging');--> statement-breakpoint
CREATE INDEX "merges_source" ON "merges" USING btree ("source_id","asked_at");--> statement-breakpoint
CREATE INDEX "merges_target" ON "merges" USING btree ("target_id","state");--> statement-breakpoint
CREATE INDEX "merges_state" ON "merges" USING btree ("state","asked_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "promises_running" ON "promises" USING btree ("idea_id") WHERE "promises"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "promises_due" ON "promises" USING btree ("due_at","id") WHERE "promises"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "promises_paused" ON "promises" USING btree ("paused_at","id") WHERE "promises"."ended_at" is null and "promises"."paused_at" is not null;--> statement-breakpoint
CREATE INDEX "promises_ended" ON "promises" USING btree ("ended_at","status","outcome","took_days") WHERE "promises"."ended_at" is not null;--> statement-breakpoint
CREATE INDEX "promises_idea" ON "promises" USING btree ("idea_id","started_at");--> statement-breakpoint
CREATE UNIQUE INDEX "questions_open" ON "questions" USING btree ("idea_id") WHERE "questions"."answered_at" is null;--> statement-breakpoint
CREATE INDEX "questions_idea" ON "questions" USING btree ("idea_id","asked_at");--> statement-breakpoint
CREATE INDEX "realisation_comments_idea" ON "realisation_comments" USING btree ("idea_id","position");--> statement-breakpoint
CREATE INDEX "realisation_sources_source" ON "realisation_sources" USING btree ("source_id");--> statement-breakpoint
CREATE INDEX "realisations_published" ON "realisations" USING btree ("published_at","idea_id");--> statement-breakpoint
CREATE INDEX "round_entries_idea" ON "round_entries" USING btree ("idea_id");--> statement-breakpoint
CREATE UNIQUE INDEX "rounds_number" ON "rounds" USING btree ("number");--> statement-breakpoint
CREATE INDEX "rounds_state" ON "rounds" USING btree ("state","opens_at","id");--> statement-breakpoint
CREATE INDEX "released_votes_voter" ON "released_votes" USING btree ("voter_id");--> statement-breakpoint
CREATE INDEX "desk_views_owner" ON "desk_views" USING btree ("owner_id","created_at");--> statement-breakpoint
CREATE INDEX "ideas_unanswered" ON "ideas" USING btree ("place","published_at","number") WHERE "ideas"."answered_at" is null;--> statement-breakpoint
CREATE INDEX "ideas_merged" ON "ideas" USING btree ("merged_into_id") WHERE "ideas"."merged_into_id" is not null;--> statement-breakpoint
CREATE INDEX "notifications_bundle" ON "notifications" USING btree ("bundle","person_id") WHERE "notifications"."bundle" is not null;--> statement-breakpoint
CREATE INDEX "votes_cast_for" ON "votes" USING btree ("idea_id","cast_at") WHERE "votes"."cast_by" is not null;--> statement-breakpoint
CREATE INDEX "moves_reasoned" ON "moves" USING btree ("moved_at","reason") WHERE "moves"."reason" is not null;--> statement-breakpoint
UPDATE "statuses" SET "is_step" = true WHERE "id" IN ('voting', 'shortlisted', 'evaluating', 'planned', 'in_progress', 'realised');--> statement-breakpoint
UPDATE "statuses" SET "promise_days" = CASE "id" WHEN 'pending_review' THEN 2 WHEN 'shortlisted' THEN 15 ELSE 30 END WHERE "id" IN ('pending_review', 'shortlisted', 'evaluating');
