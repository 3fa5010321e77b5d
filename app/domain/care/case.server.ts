import { and, eq, isNotNull } from 'drizzle-orm'
import { prepared, type Read } from '#db/database.server.ts'
import { placeholder } from '#db/expressions.ts'
import { cases } from '#db/schema/care.ts'
import { may, type Viewer } from '../identity/viewer.rules.ts'

export type Case = typeof cases.$inferSelect

const caseOf = (db: Read) =>
  prepared(db, 'care-case', () =>
    db
      .select()
      .from(cases)
      .where(and(eq(cases.id, placeholder('id')), isNotNull(cases.confirmedAt)))
      .prepare('care_case'),
  )

/**
 * A case as the agents see it. Whoever may not answer cases learns of none; nor does anybody of one
 * whose sender has not followed the link in the mail yet.
 */
export async function findCase(db: Read, agent: Viewer, id: string): Promise<Case | undefined> {
  if (!may(agent, 'care.answer')) return undefined
  const [found] = await caseOf(db).execute({ id })
  return found
}

/** A case by its id alone, for the clock and for mails; whoever shows it to somebody asks `findCase`. */
export async function caseById(db: Read, id: string): Promise<Case | undefined> {
  const [found] = await db.select().from(cases).where(eq(cases.id, id))
  return found
}

/** The case that a case was merged into, itself where it was not; a case is merged once. */
export async function standingCase(db: Read, found: Case): Promise<Case> {
  if (!found.mergedIntoId) return found
  return (await caseById(db, found.mergedIntoId)) ?? found
}
