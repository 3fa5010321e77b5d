import { eq } from 'drizzle-orm'
import type { Read, Tx } from '#db/database.server.ts'
import { cases } from '#db/schema/care.ts'
import { people } from '#db/schema/identity.ts'
import { audit } from '../audit/audit.server.ts'
import { may, type Person } from '../identity/viewer.rules.ts'
import type { MaskedField } from './reveal.form.ts'

type Wish = { field: MaskedField; purpose: string }

/**
 * A masked field of whoever wrote a case, for an agent who says what for: each time it is noted who
 * looked, at which field and why, never what it held. Answers the value; `not-allowed`; `undefined`
 * where there is no such case, or nothing in it.
 */
export async function revealField(tx: Tx, agent: Person, caseId: string, wish: Wish) {
  if (!may(agent, 'care.answer')) return 'not-allowed'
  const hidden = await hiddenOf(tx, caseId)
  const value = hidden?.[wish.field]
  if (!value) return undefined
  const { field, purpose } = wish
  await audit(tx, agent.id, 'case.revealed', { subject: caseId, field, purpose })
  return { value: String(value) }
}

async function hiddenOf(db: Read, caseId: string) {
  const [row] = await db
    .select({
      caseEmail: cases.email,
      email: people.email,
      birthYear: people.birthYear,
      batch: cases.batch,
    })
    .from(cases)
    .leftJoin(people, eq(people.id, cases.personId))
    .where(eq(cases.id, caseId))
  return row && { email: row.email ?? row.caseEmail, birthYear: row.birthYear, batch: row.batch }
}
