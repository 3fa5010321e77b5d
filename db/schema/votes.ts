import { sql } from 'drizzle-orm'
import { index, primaryKey, table, text } from '../dialect.ts'
import { createdAt } from '../columns.ts'
import { people } from './identity.ts'
import { ideas } from './ideas.ts'
import { merges } from './merges.ts'

export const votes = table(
  'votes',
  {
    ideaId: text()
      .notNull()
      .references(() => ideas.id, { onDelete: 'cascade' }),
    voterId: text()
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    castAt: createdAt(),
    /** The merge that brought this vote over from another idea; null for a vote of one's own. */
    mergeId: text(),
    /** Who of the staff cast it for the voter, and where the voter said so; null for a vote of one's own. */
    castBy: text(),
    castNote: text(),
    /** The burst that it came in and is held for: it counts nowhere until somebody has looked. */
    burstId: text(),
  },
  (t) => [
    primaryKey({ name: 'votes_pk', columns: [t.ideaId, t.voterId] }),
    index('votes_voter').on(t.voterId, t.castAt, t.ideaId),
    index('votes_cast_for')
      .on(t.ideaId, t.castAt)
      .where(sql`${t.castBy} is not null`),
    index('votes_burst')
      .on(t.burstId)
      .where(sql`${t.burstId} is not null`),
  ],
)

/** Voters whose vote goes along with a merge no longer: they took it back from the idea it was brought to. */
export const releasedVotes = table(
  'released_votes',
  {
    mergeId: text()
      .notNull()
      .references(() => merges.id, { onDelete: 'cascade' }),
    voterId: text()
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    releasedAt: createdAt(),
  },
  (t) => [
    primaryKey({ name: 'released_votes_pk', columns: [t.mergeId, t.voterId] }),
    index('released_votes_voter').on(t.voterId),
  ],
)
