import { index, primaryKey, table, text } from '../dialect.ts'
import { createdAt } from '../columns.ts'
import { people } from './identity.ts'
import { ideas } from './ideas.ts'

/** Who voted follows without a row here; a row says otherwise, or says it of somebody who did not vote. */
export const follows = table(
  'follows',
  {
    ideaId: text()
      .notNull()
      .references(() => ideas.id, { onDelete: 'cascade' }),
    personId: text()
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    state: text({ enum: ['following', 'muted'] }).notNull(),
    since: createdAt(),
    /** The merge that brought this over from another idea; null for one's own choice. */
    mergeId: text(),
  },
  (t) => [
    primaryKey({ name: 'follows_pk', columns: [t.ideaId, t.personId] }),
    index('follows_person').on(t.personId, t.since, t.ideaId),
  ],
)
