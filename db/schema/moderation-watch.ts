import { index, integer, json, table, text, timestamp, uniqueIndex } from '../dialect.ts'
import { createdAt, id } from '../columns.ts'

/** Words that hold a post until a moderator has looked. `pattern` is folded; its variants are found too. */
export const heldWords = table(
  'held_words',
  {
    id: id(),
    word: text().notNull(),
    pattern: text().notNull(),
    severity: integer().notNull().default(2),
    addedBy: text(),
    addedAt: createdAt(),
  },
  (t) => [uniqueIndex('held_words_pattern').on(t.pattern)],
)

/** Votes that came to one idea in a burst: while it is `held` they do not count, and the panel shows why. */
export const voteBursts = table(
  'vote_bursts',
  {
    id: id(),
    ideaId: text().notNull(),
    /** The same burst is found once. */
    key: text().notNull(),
    from: timestamp().notNull(),
    to: timestamp().notNull(),
    votesCount: integer().notNull(),
    facts: json().$type<Record<string, unknown>>().notNull(),
    state: text({ enum: ['held', 'counted', 'annulled'] })
      .notNull()
      .default('held'),
    foundAt: createdAt(),
    decidedBy: text(),
    decidedAt: timestamp(),
    note: text().notNull().default(''),
  },
  (t) => [
    uniqueIndex('vote_bursts_key').on(t.key),
    index('vote_bursts_state').on(t.state, t.foundAt, t.id),
    index('vote_bursts_idea').on(t.ideaId, t.foundAt),
  ],
)

/** Parts of the fingerprint of a post: posts that share one are compared with each other. */
export const fingerprints = table(
  'fingerprints',
  {
    id: id(),
    band: text().notNull(),
    print: text().notNull(),
    subject: text({ enum: ['idea', 'comment', 'image', 'profile'] }).notNull(),
    subjectId: text().notNull(),
    authorId: text(),
    at: createdAt(),
  },
  (t) => [
    index('fingerprints_band').on(t.band, t.at),
    index('fingerprints_subject').on(t.subject, t.subjectId),
    index('fingerprints_at').on(t.at),
  ],
)
