import { and, eq, isNotNull, isNull } from 'drizzle-orm'
import { secretId } from '#db/columns.ts'
import { db, transaction, type Tx } from '#db/database.server.ts'
import { isOneOf } from '#db/expressions.ts'
import { people } from '#db/schema/identity.ts'
import { erasures } from '#db/schema/privacy.ts'
import { now } from '#db/time.ts'
import { LastAdmin } from '../identity/role.server.ts'
import { ask } from '../jobs/job.server.ts'
import { eraseNow } from './erase.server.ts'
import { erasureOf } from './erasure.server.ts'
import { addToJournal, type Erased, journalOf } from './journal.server.ts'

/** Brings the journal beside the database up to what the database knows was erased. */
export async function writeJournal() {
  const { personId, texts, doneAt } = erasures
  const rows = await db.select({ personId, texts, doneAt }).from(erasures).where(isNotNull(doneAt))
  await addToJournal(rows.map((row) => ({ ...row, doneAt: row.doneAt!.toISOString() })))
}

/**
 * Asks for whoever the journal says was erased, and who is here all the same, to be erased again: they
 * came back with a backup. However many processes ask, the clock does it once.
 */
export async function askReturned() {
  for (const line of await returned())
    await transaction(async (tx) => {
      const { id } = await wishAgain(tx, line)
      await ask(tx, 'privacy', `erase-again:${id}`, { payload: { erase: id, again: true } })
    })
}

/**
 * Erases them at once, where nobody else is at work: after a restore. Nobody is written to. Answers how
 * many there were; who would leave the house without an admin waits for the next start.
 */
export async function eraseReturned() {
  let erased = 0
  for (const line of await returned()) {
    const wish = await transaction((tx) => wishAgain(tx, line))
    await eraseNow(wish, { isTold: false }).then(
      () => erased++,
      (error: unknown) => {
        if (!(error instanceof LastAdmin)) throw error
      },
    )
  }
  return erased
}

async function returned() {
  const lines = new Map((await journalOf()).map((line) => [line.personId, line]))
  const back = await db
    .select({ id: people.id })
    .from(people)
    .where(and(isOneOf(people.id, [...lines.keys()]), isNull(people.erasedAt)))
  return back.map(({ id }) => lines.get(id)!)
}

async function wishAgain(tx: Tx, { personId, texts }: Erased) {
  const moment = now()
  const again = { id: secretId(), personId, texts, askedAt: moment, dueAt: moment, deferredFor: [] }
  const [wish] = await tx.insert(erasures).values(again).onConflictDoNothing().returning()
  if (wish) return wish
  const waiting = (await erasureOf(tx, personId))!
  await tx.update(erasures).set({ texts }).where(eq(erasures.id, waiting.id))
  return { ...waiting, texts }
}
