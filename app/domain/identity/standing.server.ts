import { and, eq, isNotNull, lte } from 'drizzle-orm'
import type { Tx } from '#db/database.server.ts'
import { people } from '#db/schema/identity.ts'
import { now } from '#db/time.ts'
import { keepingAnAdmin } from './role.server.ts'
import { endSessions } from './session-store.server.ts'

/** What somebody may do here at all: shut out or silenced, since and until when. */
export type Standing = Pick<
  typeof people.$inferSelect,
  'suspendedAt' | 'suspendedUntil' | 'silencedUntil'
>

/** How somebody stands now, to be given back by `restoreStanding`; `undefined` where they are gone. */
export async function standingOf(tx: Tx, personId: string): Promise<Standing | undefined> {
  const { suspendedAt, suspendedUntil, silencedUntil } = people
  const [found] = await tx
    .select({ suspendedAt, suspendedUntil, silencedUntil })
    .from(people)
    .where(eq(people.id, personId))
  return found
}

/**
 * Shuts somebody out from this moment until `until` (null: without end); all their sessions end, and
 * signing in leads to the statement of the decision alone. Who was out already has the new end. Says
 * nothing to them: that is the statement's. Throws `LastAdmin`.
 */
export async function shutOut(tx: Tx, personId: string, until: Date | null) {
  await keepingAnAdmin(tx, () =>
    tx
      .update(people)
      .set({ suspendedAt: now(), suspendedUntil: until })
      .where(eq(people.id, personId)),
  )
  await endSessions(tx, personId)
}

/** Somebody reads, votes and asks on, but posts nothing until `until`. */
export async function silence(tx: Tx, personId: string, until: Date) {
  await tx.update(people).set({ silencedUntil: until }).where(eq(people.id, personId))
}

/** Gives somebody back the standing they had; what has ended in the meantime stays ended. */
export async function restoreStanding(tx: Tx, personId: string, standing: Standing) {
  const { suspendedAt, suspendedUntil, silencedUntil } = standing
  const isOver = (until: Date | null) => !!until && until <= now()
  const isOut = suspendedAt && !isOver(suspendedUntil)
  await keepingAnAdmin(tx, () =>
    tx
      .update(people)
      .set({
        suspendedAt: isOut ? suspendedAt : null,
        suspendedUntil: isOut ? suspendedUntil : null,
        silencedUntil: isOver(silencedUntil) ? null : silencedUntil,
      })
      .where(eq(people.id, personId)),
  )
}

/** Ends the suspensions and silences whose time is over; answers whose suspension that was. */
export async function endRestrictions(tx: Tx) {
  await tx
    .update(people)
    .set({ silencedUntil: null })
    .where(and(isNotNull(people.silencedUntil), lte(people.silencedUntil, now())))
  const back = await tx
    .update(people)
    .set({ suspendedAt: null, suspendedUntil: null })
    .where(and(isNotNull(people.suspendedUntil), lte(people.suspendedUntil, now())))
    .returning({ id: people.id })
  return back.map(({ id }) => id)
}
