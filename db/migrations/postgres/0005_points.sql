CREATE TABLE "badge_awards" (
	"person_id" text NOT NULL,
	"badge" text NOT NULL,
	"awarded_at" timestamp (3) with time zone NOT NULL,
	"idea_id" text,
	"subject_id" text,
	CONSTRAINT "badge_awards_pk" PRIMARY KEY("person_id","badge")
);
--> statement-breakpoint
CREATE TABLE "friends" (
	"friend_id" text PRIMARY KEY NOT NULL,
	"inviter_id" text NOT NULL,
	"brought_at" timestamp (3) with time zone NOT NULL,
	"took_part_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "point_accounts" (
	"person_id" text PRIMARY KEY NOT NULL,
	"available" integer DEFAULT 0 NOT NULL,
	"pending" integer DEFAULT 0 NOT NULL,
	"owed" integer DEFAULT 0 NOT NULL,
	"earned" integer DEFAULT 0 NOT NULL,
	"spent" integer DEFAULT 0 NOT NULL,
	"level" integer DEFAULT 0 NOT NULL,
	"celebrated_at" timestamp (3) with time zone,
	"is_off_board" boolean DEFAULT false NOT NULL,
	"friend_code" text,
	CONSTRAINT "point_accounts_available" CHECK ("point_accounts"."available" >= 0),
	CONSTRAINT "point_accounts_pending" CHECK ("point_accounts"."pending" >= 0),
	CONSTRAINT "point_accounts_owed" CHECK ("point_accounts"."owed" >= 0)
);
--> statement-breakpoint
CREATE TABLE "point_chain" (
	"id" integer PRIMARY KEY NOT NULL,
	"seq" integer NOT NULL,
	"hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "point_counts" (
	"person_id" text NOT NULL,
	"rule" text NOT NULL,
	"day" text NOT NULL,
	"times" integer NOT NULL,
	CONSTRAINT "point_counts_pk" PRIMARY KEY("person_id","rule","day")
);
--> statement-breakpoint
CREATE TABLE "point_entries" (
	"seq" integer PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"person_id" text NOT NULL,
	"kind" text NOT NULL,
	"debit" text NOT NULL,
	"credit" text NOT NULL,
	"amount" integer NOT NULL,
	"key" text NOT NULL,
	"rule" text,
	"idea_id" text,
	"category_id" text,
	"subject_id" text,
	"answers" integer,
	"actor_id" text,
	"note" text,
	"acted_at" timestamp (3) with time zone,
	"expires_on" text,
	"hash" text NOT NULL,
	CONSTRAINT "point_entries_positive" CHECK ("point_entries"."amount" > 0),
	CONSTRAINT "point_entries_two_sides" CHECK ("point_entries"."debit" <> "point_entries"."credit")
);
--> statement-breakpoint
CREATE TABLE "point_grants" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"amount" integer NOT NULL,
	"reason" text NOT NULL,
	"asked_by" text NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"state" text NOT NULL,
	"decided_by" text,
	"decided_at" timestamp (3) with time zone,
	"seq" integer,
	CONSTRAINT "point_grants_some" CHECK ("point_grants"."amount" <> 0)
);
--> statement-breakpoint
CREATE TABLE "point_notices" (
	"person_id" text NOT NULL,
	"expires_on" text NOT NULL,
	"amount" integer NOT NULL,
	"told_at" timestamp (3) with time zone NOT NULL,
	"done_at" timestamp (3) with time zone,
	CONSTRAINT "point_notices_pk" PRIMARY KEY("person_id","expires_on")
);
--> statement-breakpoint
CREATE TABLE "point_pending" (
	"seq" integer PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"amount" integer NOT NULL,
	"rule" text NOT NULL,
	"idea_id" text,
	"category_id" text,
	"acted_at" timestamp (3) with time zone NOT NULL,
	"confirms_at" timestamp (3) with time zone NOT NULL,
	"held_by" text
);
--> statement-breakpoint
CREATE TABLE "point_rules" (
	"id" text PRIMARY KEY NOT NULL,
	"rule" text NOT NULL,
	"since" timestamp (3) with time zone NOT NULL,
	"terms" jsonb NOT NULL,
	"changed_by" text
);
--> statement-breakpoint
CREATE TABLE "point_scores" (
	"period" text NOT NULL,
	"category_id" text NOT NULL,
	"person_id" text NOT NULL,
	"amount" integer NOT NULL,
	"is_hidden" boolean DEFAULT false NOT NULL,
	CONSTRAINT "point_scores_pk" PRIMARY KEY("period","category_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "point_vintages" (
	"person_id" text NOT NULL,
	"expires_on" text NOT NULL,
	"amount" integer NOT NULL,
	CONSTRAINT "point_vintages_pk" PRIMARY KEY("person_id","expires_on")
);
--> statement-breakpoint
CREATE TABLE "suspicions" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"key" text NOT NULL,
	"person_ids" jsonb NOT NULL,
	"facts" jsonb NOT NULL,
	"found_at" timestamp (3) with time zone NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"decided_by" text,
	"decided_at" timestamp (3) with time zone,
	"note" text DEFAULT '' NOT NULL
);
--> statement-breakpoint
CREATE TABLE "thanks" (
	"id" text PRIMARY KEY NOT NULL,
	"idea_id" text NOT NULL,
	"comment_id" text DEFAULT '' NOT NULL,
	"person_id" text NOT NULL,
	"team" text NOT NULL,
	"thanked_by" text NOT NULL,
	"thanked_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "redemption_steps" (
	"id" text PRIMARY KEY NOT NULL,
	"redemption_id" text NOT NULL,
	"state" text NOT NULL,
	"actor_id" text,
	"note" text DEFAULT '' NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "redemptions" (
	"id" text PRIMARY KEY NOT NULL,
	"reward_id" text NOT NULL,
	"person_id" text NOT NULL,
	"key" text NOT NULL,
	"asked" text NOT NULL,
	"price" integer NOT NULL,
	"state" text NOT NULL,
	"address" text,
	"address_until" timestamp (3) with time zone,
	"credit_name" text DEFAULT '' NOT NULL,
	"tracking" text DEFAULT '' NOT NULL,
	"shown_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"moved_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "reward_codes" (
	"id" text PRIMARY KEY NOT NULL,
	"reward_id" text NOT NULL,
	"sealed" text NOT NULL,
	"fingerprint" text NOT NULL,
	"redemption_id" text,
	"imported_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "rewards" (
	"id" text PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"kind" text NOT NULL,
	"title_it" text NOT NULL,
	"title_en" text NOT NULL,
	"text_it" text NOT NULL,
	"text_en" text NOT NULL,
	"terms_it" text DEFAULT '' NOT NULL,
	"terms_en" text DEFAULT '' NOT NULL,
	"image_id" text,
	"image_alt" text DEFAULT '' NOT NULL,
	"price" integer NOT NULL,
	"stock" integer,
	"taken_count" integer DEFAULT 0 NOT NULL,
	"level" integer DEFAULT 0 NOT NULL,
	"opens_at" timestamp (3) with time zone,
	"closes_at" timestamp (3) with time zone,
	"per_member" integer,
	"needs_approval" boolean DEFAULT false NOT NULL,
	"goal" integer,
	"cost_cents" integer,
	"state" text DEFAULT 'draft' NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "rewards_price" CHECK ("rewards"."price" > 0),
	CONSTRAINT "rewards_stock" CHECK ("rewards"."stock" is null or "rewards"."stock" >= 0)
);
--> statement-breakpoint
ALTER TABLE "activity" ADD COLUMN "is_unsettled" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "redemption_steps" ADD CONSTRAINT "redemption_steps_redemption_id_redemptions_id_fk" FOREIGN KEY ("redemption_id") REFERENCES "public"."redemptions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "redemptions" ADD CONSTRAINT "redemptions_reward_id_rewards_id_fk" FOREIGN KEY ("reward_id") REFERENCES "public"."rewards"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reward_codes" ADD CONSTRAINT "reward_codes_reward_id_rewards_id_fk" FOREIGN KEY ("reward_id") REFERENCES "public"."rewards"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "friends_inviter" ON "friends" USING btree ("inviter_id","brought_at");--> statement-breakpoint
CREATE UNIQUE INDEX "point_accounts_friend" ON "point_accounts" USING btree ("friend_code");--> statement-breakpoint
CREATE INDEX "point_counts_day" ON "point_counts" USING btree ("day");--> statement-breakpoint
CREATE UNIQUE INDEX "point_entries_key" ON "point_entries" USING btree ("key");--> statement-breakpoint
CREATE INDEX "point_entries_person" ON "point_entries" USING btree ("person_id","seq");--> statement-breakpoint
CREATE INDEX "point_entries_answers" ON "point_entries" USING btree ("answers");--> statement-breakpoint
CREATE INDEX "point_grants_state" ON "point_grants" USING btree ("state","asked_at","id");--> statement-breakpoint
CREATE INDEX "point_grants_person" ON "point_grants" USING btree ("person_id","asked_at");--> statement-breakpoint
CREATE INDEX "point_grants_asker" ON "point_grants" USING btree ("asked_by","asked_at");--> statement-breakpoint
CREATE INDEX "point_pending_due" ON "point_pending" USING btree ("held_by","confirms_at","seq");--> statement-breakpoint
CREATE INDEX "point_pending_person" ON "point_pending" USING btree ("person_id","seq");--> statement-breakpoint
CREATE INDEX "point_rules_since" ON "point_rules" USING btree ("rule","since","id");--> statement-breakpoint
CREATE INDEX "point_scores_rank" ON "point_scores" USING btree ("period","category_id","is_hidden","amount","person_id");--> statement-breakpoint
CREATE INDEX "point_scores_person" ON "point_scores" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "point_vintages_day" ON "point_vintages" USING btree ("expires_on","person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "suspicions_key" ON "suspicions" USING btree ("key");--> statement-breakpoint
CREATE INDEX "suspicions_state" ON "suspicions" USING btree ("state","found_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "thanks_once" ON "thanks" USING btree ("idea_id","comment_id");--> statement-breakpoint
CREATE INDEX "redemption_steps_redemption" ON "redemption_steps" USING btree ("redemption_id","at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "redemptions_key" ON "redemptions" USING btree ("person_id","key");--> statement-breakpoint
CREATE INDEX "redemptions_person" ON "redemptions" USING btree ("person_id","created_at","id");--> statement-breakpoint
CREATE INDEX "redemptions_reward" ON "redemptions" USING btree ("reward_id","person_id");--> statement-breakpoint
CREATE INDEX "redemptions_queue" ON "redemptions" USING btree ("state","created_at","id");--> statement-breakpoint
CREATE INDEX "redemptions_address" ON "redemptions" USING btree ("address_until");--> statement-breakpoint
CREATE UNIQUE INDEX "reward_codes_fingerprint" ON "reward_codes" USING btree ("reward_id","fingerprint");--> statement-breakpoint
CREATE UNIQUE INDEX "reward_codes_redemption" ON "reward_codes" USING btree ("redemption_id");--> statement-breakpoint
CREATE INDEX "reward_codes_free" ON "reward_codes" USING btree ("reward_id","redemption_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "rewards_slug" ON "rewards" USING btree ("slug");--> statement-breakpoint
CREATE INDEX "rewards_state" ON "rewards" USING btree ("state","position","id");--> statement-breakpoint
CREATE INDEX "activity_unsettled" ON "activity" USING btree ("id") WHERE "activity"."is_unsettled";