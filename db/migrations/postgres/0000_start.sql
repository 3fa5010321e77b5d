CREATE TABLE "activity" (
	"id" text PRIMARY KEY NOT NULL,
	"verb" text NOT NULL,
	"actor_id" text,
	"idea_id" text,
	"subject_id" text,
	"data" jsonb NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "comment_revisions" (
	"id" text PRIMARY KEY NOT NULL,
	"comment_id" text NOT NULL,
	"body" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "comments" (
	"id" text PRIMARY KEY NOT NULL,
	"idea_id" text NOT NULL,
	"author_id" text,
	"parent_id" text,
	"root_id" text,
	"depth" integer DEFAULT 0 NOT NULL,
	"body" text NOT NULL,
	"team" text,
	"useful_count" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"edited_at" timestamp (3) with time zone,
	"deleted_at" timestamp (3) with time zone,
	"deleted_by" text,
	"hidden_at" timestamp (3) with time zone,
	"source" text,
	CONSTRAINT "comments_useful_whole" CHECK ("comments"."useful_count" >= 0)
);
--> statement-breakpoint
CREATE TABLE "useful_marks" (
	"comment_id" text NOT NULL,
	"person_id" text NOT NULL,
	"marked_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "useful_marks_pk" PRIMARY KEY("comment_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "follows" (
	"idea_id" text NOT NULL,
	"person_id" text NOT NULL,
	"state" text NOT NULL,
	"since" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "follows_pk" PRIMARY KEY("idea_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "categories" (
	"id" text PRIMARY KEY NOT NULL,
	"label_it" text NOT NULL,
	"label_en" text NOT NULL,
	"position" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "counters" (
	"name" text PRIMARY KEY NOT NULL,
	"value" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "idea_revisions" (
	"id" text PRIMARY KEY NOT NULL,
	"idea_id" text NOT NULL,
	"title" text NOT NULL,
	"body" text NOT NULL,
	"category_id" text NOT NULL,
	"tags" jsonb NOT NULL,
	"editor_id" text,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "idea_tags" (
	"idea_id" text NOT NULL,
	"tag" text NOT NULL,
	CONSTRAINT "idea_tags_pk" PRIMARY KEY("idea_id","tag")
);
--> statement-breakpoint
CREATE TABLE "idea_tallies" (
	"status" text NOT NULL,
	"category_id" text NOT NULL,
	"ideas_count" integer NOT NULL,
	CONSTRAINT "idea_tallies_pk" PRIMARY KEY("status","category_id")
);
--> statement-breakpoint
CREATE TABLE "ideas" (
	"id" text PRIMARY KEY NOT NULL,
	"number" integer NOT NULL,
	"slug" text NOT NULL,
	"title" text NOT NULL,
	"body" text NOT NULL,
	"locale" text,
	"category_id" text NOT NULL,
	"author_id" text,
	"status" text NOT NULL,
	"place" text NOT NULL,
	"votes_base" integer DEFAULT 0 NOT NULL,
	"votes_count" integer DEFAULT 0 NOT NULL,
	"comments_count" integer DEFAULT 0 NOT NULL,
	"hot" double precision NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"published_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"edited_at" timestamp (3) with time zone,
	"answered_at" timestamp (3) with time zone,
	"photo_id" text,
	"version" integer DEFAULT 1 NOT NULL,
	"source" text,
	CONSTRAINT "ideas_votes_whole" CHECK ("ideas"."votes_count" >= "ideas"."votes_base"),
	CONSTRAINT "ideas_comments_whole" CHECK ("ideas"."comments_count" >= 0)
);
--> statement-breakpoint
CREATE TABLE "images" (
	"id" text PRIMARY KEY NOT NULL,
	"owner_id" text,
	"idea_id" text,
	"purpose" text NOT NULL,
	"alt" text DEFAULT '' NOT NULL,
	"width" integer NOT NULL,
	"height" integer NOT NULL,
	"bytes" integer NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "statuses" (
	"id" text PRIMARY KEY NOT NULL,
	"label_it" text NOT NULL,
	"label_en" text NOT NULL,
	"tone" text NOT NULL,
	"icon" text NOT NULL,
	"place" text NOT NULL,
	"votes_open" boolean NOT NULL,
	"comments_open" boolean NOT NULL,
	"edits_open" boolean NOT NULL,
	"on_roadmap" boolean NOT NULL,
	"position" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "consents" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"purpose" text NOT NULL,
	"version" text NOT NULL,
	"given_at" timestamp (3) with time zone NOT NULL,
	"withdrawn_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "pending_acts" (
	"id" text PRIMARY KEY NOT NULL,
	"path" text NOT NULL,
	"fields" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "people" (
	"id" text PRIMARY KEY NOT NULL,
	"handle" text NOT NULL,
	"display_name" text NOT NULL,
	"name_folded" text DEFAULT '' NOT NULL,
	"email" text,
	"email_folded" text,
	"email_verified_at" timestamp (3) with time zone,
	"password_hash" text,
	"birth_year" integer,
	"bio" text DEFAULT '' NOT NULL,
	"avatar_id" text,
	"team" text,
	"locale" text,
	"theme" text DEFAULT 'auto' NOT NULL,
	"joined_at" timestamp (3) with time zone NOT NULL,
	"suspended_at" timestamp (3) with time zone,
	"mail_paused_until" timestamp (3) with time zone,
	"source" text
);
--> statement-breakpoint
CREATE TABLE "person_roles" (
	"person_id" text NOT NULL,
	"role" text NOT NULL,
	"granted_by" text,
	"granted_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "person_roles_pk" PRIMARY KEY("person_id","role")
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"ends_at" timestamp (3) with time zone NOT NULL,
	"seen_at" timestamp (3) with time zone NOT NULL,
	"proved_at" timestamp (3) with time zone NOT NULL,
	"agent" text DEFAULT '' NOT NULL,
	"address" text DEFAULT '' NOT NULL
);
--> statement-breakpoint
CREATE TABLE "tokens" (
	"id" text PRIMARY KEY NOT NULL,
	"purpose" text NOT NULL,
	"person_id" text,
	"email" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "jobs" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"key" text NOT NULL,
	"payload" jsonb NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"run_at" timestamp (3) with time zone NOT NULL,
	"leased_until" timestamp (3) with time zone,
	"last_error" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"done_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "flags" (
	"id" text PRIMARY KEY NOT NULL,
	"subject" text NOT NULL,
	"subject_id" text NOT NULL,
	"reporter_id" text NOT NULL,
	"reason" text NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "notification_choices" (
	"person_id" text NOT NULL,
	"event" text NOT NULL,
	"in_app" boolean NOT NULL,
	"mail" text NOT NULL,
	CONSTRAINT "notification_choices_pk" PRIMARY KEY("person_id","event")
);
--> statement-breakpoint
CREATE TABLE "notifications" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"event" text NOT NULL,
	"idea_id" text,
	"comment_id" text,
	"actor_id" text,
	"data" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"read_at" timestamp (3) with time zone,
	"mail" text NOT NULL,
	"mailed_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "audit_entries" (
	"id" text PRIMARY KEY NOT NULL,
	"actor_id" text,
	"act" text NOT NULL,
	"subject" text NOT NULL,
	"details" jsonb NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "settings" (
	"key" text PRIMARY KEY NOT NULL,
	"value" jsonb NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "votes" (
	"idea_id" text NOT NULL,
	"voter_id" text NOT NULL,
	"cast_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "votes_pk" PRIMARY KEY("idea_id","voter_id")
);
--> statement-breakpoint
CREATE TABLE "moves" (
	"id" text PRIMARY KEY NOT NULL,
	"idea_id" text NOT NULL,
	"from_status" text,
	"to_status" text NOT NULL,
	"actor_id" text,
	"team" text,
	"note" text DEFAULT '' NOT NULL,
	"reason" text,
	"moved_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "official_answers" (
	"id" text PRIMARY KEY NOT NULL,
	"idea_id" text NOT NULL,
	"author_id" text,
	"team" text NOT NULL,
	"body" text NOT NULL,
	"published_at" timestamp (3) with time zone NOT NULL,
	"edited_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "transitions" (
	"from_status" text NOT NULL,
	"to_status" text NOT NULL,
	"permission" text NOT NULL,
	"needs_note" boolean NOT NULL,
	"needs_reason" boolean NOT NULL,
	CONSTRAINT "transitions_pk" PRIMARY KEY("from_status","to_status")
);
--> statement-breakpoint
ALTER TABLE "comment_revisions" ADD CONSTRAINT "comment_revisions_comment_id_comments_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."comments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_idea_id_ideas_id_fk" FOREIGN KEY ("idea_id") REFERENCES "public"."ideas"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_author_id_people_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "useful_marks" ADD CONSTRAINT "useful_marks_comment_id_comments_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."comments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "useful_marks" ADD CONSTRAINT "useful_marks_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follows" ADD CONSTRAINT "follows_idea_id_ideas_id_fk" FOREIGN KEY ("idea_id") REFERENCES "public"."ideas"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follows" ADD CONSTRAINT "follows_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea_revisions" ADD CONSTRAINT "idea_revisions_idea_id_ideas_id_fk" FOREIGN KEY ("idea_id") REFERENCES "public"."ideas"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea_tags" ADD CONSTRAINT "idea_tags_idea_id_ideas_id_fk" FOREIGN KEY ("idea_id") REFERENCES "public"."ideas"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ideas" ADD CONSTRAINT "ideas_category_id_categories_id_fk" FOREIGN KEY ("category_id") REFERENCES "public"."categories"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ideas" ADD CONSTRAINT "ideas_author_id_people_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ideas" ADD CONSTRAINT "ideas_status_statuses_id_fk" FOREIGN KEY ("status") REFERENCES "public"."statuses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "images" ADD CONSTRAINT "images_owner_id_people_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "images" ADD CONSTRAINT "images_idea_id_ideas_id_fk" FOREIGN KEY ("idea_id") REFERENCES "public"."ideas"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consents" ADD CONSTRAINT "consents_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_roles" ADD CONSTRAINT "person_roles_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tokens" ADD CONSTRAINT "tokens_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "flags" ADD CONSTRAINT "flags_reporter_id_people_id_fk" FOREIGN KEY ("reporter_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notification_choices" ADD CONSTRAINT "notification_choices_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "votes" ADD CONSTRAINT "votes_idea_id_ideas_id_fk" FOREIGN KEY ("idea_id") REFERENCES "public"."ideas"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "votes" ADD CONSTRAINT "votes_voter_id_people_id_fk" FOREIGN KEY ("voter_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "moves" ADD CONSTRAINT "moves_idea_id_ideas_id_fk" FOREIGN KEY ("idea_id") REFERENCES "public"."ideas"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "official_answers" ADD CONSTRAINT "official_answers_idea_id_ideas_id_fk" FOREIGN KEY ("idea_id") REFERENCES "public"."ideas"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transitions" ADD CONSTRAINT "transitions_from_status_statuses_id_fk" FOREIGN KEY ("from_status") REFERENCES "public"."statuses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transitions" ADD CONSTRAINT "transitions_to_status_statuses_id_fk" FOREIGN KEY ("to_status") REFERENCES "public"."statuses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "activity_actor" ON "activity" USING btree ("actor_id","at");--> statement-breakpoint
CREATE INDEX "activity_idea" ON "activity" USING btree ("idea_id","at");--> statement-breakpoint
CREATE INDEX "comment_revisions_comment" ON "comment_revisions" USING btree ("comment_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "comments_source" ON "comments" USING btree ("source");--> statement-breakpoint
CREATE INDEX "comments_by_time" ON "comments" USING btree ("idea_id","depth","created_at","id");--> statement-breakpoint
CREATE INDEX "comments_by_use" ON "comments" USING btree ("idea_id","depth","useful_count","id");--> statement-breakpoint
CREATE INDEX "comments_thread" ON "comments" USING btree ("root_id","created_at","id");--> statement-breakpoint
CREATE INDEX "comments_idea" ON "comments" USING btree ("idea_id","created_at","id");--> statement-breakpoint
CREATE INDEX "comments_author" ON "comments" USING btree ("author_id","created_at","id");--> statement-breakpoint
CREATE INDEX "follows_person" ON "follows" USING btree ("person_id","since","idea_id");--> statement-breakpoint
CREATE INDEX "idea_revisions_idea" ON "idea_revisions" USING btree ("idea_id","created_at");--> statement-breakpoint
CREATE INDEX "idea_tags_tag" ON "idea_tags" USING btree ("tag","idea_id");--> statement-breakpoint
CREATE UNIQUE INDEX "ideas_number" ON "ideas" USING btree ("number");--> statement-breakpoint
CREATE UNIQUE INDEX "ideas_source" ON "ideas" USING btree ("source");--> statement-breakpoint
CREATE INDEX "ideas_hot" ON "ideas" USING btree ("place","hot","number");--> statement-breakpoint
CREATE INDEX "ideas_top" ON "ideas" USING btree ("place","votes_count","number");--> statement-breakpoint
CREATE INDEX "ideas_new" ON "ideas" USING btree ("place","published_at","number");--> statement-breakpoint
CREATE INDEX "ideas_updated" ON "ideas" USING btree ("place","updated_at","number");--> statement-breakpoint
CREATE INDEX "ideas_status_hot" ON "ideas" USING btree ("status","hot","number");--> statement-breakpoint
CREATE INDEX "ideas_status_top" ON "ideas" USING btree ("status","votes_count","number");--> statement-breakpoint
CREATE INDEX "ideas_status_new" ON "ideas" USING btree ("status","published_at","number");--> statement-breakpoint
CREATE INDEX "ideas_status_updated" ON "ideas" USING btree ("status","updated_at","number");--> statement-breakpoint
CREATE INDEX "ideas_category_hot" ON "ideas" USING btree ("category_id","place","hot","number");--> statement-breakpoint
CREATE INDEX "ideas_category_top" ON "ideas" USING btree ("category_id","place","votes_count","number");--> statement-breakpoint
CREATE INDEX "ideas_category_new" ON "ideas" USING btree ("category_id","place","published_at","number");--> statement-breakpoint
CREATE INDEX "ideas_category_updated" ON "ideas" USING btree ("category_id","place","updated_at","number");--> statement-breakpoint
CREATE INDEX "ideas_answered" ON "ideas" USING btree ("place","answered_at","number") WHERE "ideas"."answered_at" is not null;--> statement-breakpoint
CREATE INDEX "ideas_answered_hot" ON "ideas" USING btree ("place","hot","number") WHERE "ideas"."answered_at" is not null;--> statement-breakpoint
CREATE INDEX "ideas_answered_top" ON "ideas" USING btree ("place","votes_count","number") WHERE "ideas"."answered_at" is not null;--> statement-breakpoint
CREATE INDEX "ideas_answered_new" ON "ideas" USING btree ("place","published_at","number") WHERE "ideas"."answered_at" is not null;--> statement-breakpoint
CREATE INDEX "ideas_answered_updated" ON "ideas" USING btree ("place","updated_at","number") WHERE "ideas"."answered_at" is not null;--> statement-breakpoint
CREATE INDEX "ideas_author" ON "ideas" USING btree ("author_id","published_at","number");--> statement-breakpoint
CREATE INDEX "images_idea" ON "images" USING btree ("idea_id","position");--> statement-breakpoint
CREATE INDEX "images_owner" ON "images" USING btree ("owner_id");--> statement-breakpoint
CREATE INDEX "consents_person" ON "consents" USING btree ("person_id","purpose");--> statement-breakpoint
CREATE INDEX "pending_acts_expiry" ON "pending_acts" USING btree ("expires_at");--> statement-breakpoint
CREATE UNIQUE INDEX "people_handle" ON "people" USING btree ("handle");--> statement-breakpoint
CREATE UNIQUE INDEX "people_email" ON "people" USING btree ("email_folded");--> statement-breakpoint
CREATE UNIQUE INDEX "people_source" ON "people" USING btree ("source");--> statement-breakpoint
CREATE INDEX "people_joined" ON "people" USING btree ("joined_at","id");--> statement-breakpoint
CREATE INDEX "person_roles_role" ON "person_roles" USING btree ("role");--> statement-breakpoint
CREATE INDEX "sessions_person" ON "sessions" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "sessions_expiry" ON "sessions" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "tokens_person" ON "tokens" USING btree ("person_id","purpose");--> statement-breakpoint
CREATE INDEX "tokens_expiry" ON "tokens" USING btree ("expires_at");--> statement-breakpoint
CREATE UNIQUE INDEX "jobs_key" ON "jobs" USING btree ("key");--> statement-breakpoint
CREATE INDEX "jobs_due" ON "jobs" USING btree ("kind","state","run_at");--> statement-breakpoint
CREATE INDEX "jobs_kind" ON "jobs" USING btree ("kind","created_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "flags_once" ON "flags" USING btree ("subject","subject_id","reporter_id");--> statement-breakpoint
CREATE INDEX "flags_at" ON "flags" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "notifications_person" ON "notifications" USING btree ("person_id","created_at","id");--> statement-breakpoint
CREATE INDEX "notifications_unread" ON "notifications" USING btree ("person_id","read_at");--> statement-breakpoint
CREATE INDEX "notifications_digest" ON "notifications" USING btree ("mail","mailed_at","person_id");--> statement-breakpoint
CREATE INDEX "audit_entries_at" ON "audit_entries" USING btree ("at","id");--> statement-breakpoint
CREATE INDEX "votes_voter" ON "votes" USING btree ("voter_id","cast_at","idea_id");--> statement-breakpoint
CREATE INDEX "moves_idea" ON "moves" USING btree ("idea_id","moved_at","id");--> statement-breakpoint
CREATE INDEX "official_answers_idea" ON "official_answers" USING btree ("idea_id","published_at","id");