import { index, primaryKey, table, text } from '../dialect.ts'
import { createdAt } from '../columns.ts'
import { people } from './identity.ts'
import { ideas } from './ideas.ts'

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
  },
  (t) => [
    primaryKey({ name: 'votes_pk', columns: [t.ideaId, t.voterId] }),
    index('votes_voter').on(t.voterId, t.castAt, t.ideaId),
  ],
)
