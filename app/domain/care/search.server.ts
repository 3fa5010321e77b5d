import { and, asc, eq, isNull } from 'drizzle-orm'
import type { Tx } from '#db/database.server.ts'
import { caseMessages, cases } from '#db/schema/care.ts'
import { caseNotes } from '#db/schema/care-desk.ts'
import { people } from '#db/schema/identity.ts'
import { dropCaseWords, indexCaseWords } from '#db/case-search.server.ts'
import { indexed } from '../ideas/words.rules.ts'

/**
 * Puts the words of a case into the index in which agents look: its subject, what both sides said and
 * what the agents noted. What was deleted or erased is not in it any more.
 */
export async function indexCase(tx: Tx, id: string) {
  const [found] = await tx.select().from(cases).where(eq(cases.id, id))
  if (!found) return
  if (found.erasedAt) return dropCaseWords(tx, found.number)
  const { product, batch, shop, name } = found
  const about = [found.subject, name, product, batch, shop, ...(await namesOf(tx, found.personId))]
  const said = await wordsIn(tx, id)
  await indexCaseWords(tx, found.number, indexed([...about, ...said].join('\n')))
}

async function namesOf(tx: Tx, personId: string | null) {
  if (!personId) return []
  const [person] = await tx.select().from(people).where(eq(people.id, personId))
  return person ? [person.displayName, person.handle] : []
}

async function wordsIn(tx: Tx, caseId: string) {
  const messages = await tx
    .select({ body: caseMessages.body })
    .from(caseMessages)
    .where(and(eq(caseMessages.caseId, caseId), isNull(caseMessages.deletedAt)))
    .orderBy(asc(caseMessages.createdAt))
  const notes = await tx
    .select({ body: caseNotes.body })
    .from(caseNotes)
    .where(and(eq(caseNotes.caseId, caseId), isNull(caseNotes.deletedAt)))
  return [...messages, ...notes].map(({ body }) => body)
}
