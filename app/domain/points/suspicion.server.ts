import { createHash } from 'node:crypto'
import { and, eq, gt, inArray, isNull, ne, or } from 'drizzle-orm'
import type { Read, Tx } from '#db/database.server.ts'
import { isOneOf } from '#db/expressions.ts'
import { suspicions } from '#db/schema/point-desk.ts'
import { pointPending } from '#db/schema/points.ts'
import { now } from '#db/time.ts'
import type { Event } from '../event.ts'
import { holdChain } from './account.server.ts'
import { type Doings, goesBeyond, holdsOf, isKnown } from './suspicion.rules.ts'

export type Suspicion = typeof suspicions.$inferSelect

/** For so long what was decided about some doings holds for more of the same. */
const settledMs = 90 * 86_400_000

/**
 * Writes down what looks like farming and holds the points of those concerned until somebody of the
 * staff has looked. What is open already is carried on; what was decided within 90 days is left alone.
 * Answers the events that tell the staff of what is new.
 */
export async function suspect(tx: Tx, found: Doings[]): Promise<Event[]> {
  const events: Event[] = []
  for (const doings of found) {
    // Asked anew each time: of two findings the second may be more of the first.
    const known = (await recent(tx, doings.kind)).filter((one) => isSame(doings, one))
    const open = known.find(({ state }) => state === 'open')
    if (open) await carryOn(tx, open, doings)
    else if (!known.length) events.push(...(await note(tx, doings)))
  }
  return events
}

const isSame = (doings: Doings, { personIds, facts }: Suspicion) =>
  doings.kind === 'puppets'
    ? facts.masterId === doings.facts.masterId && isKnown(doings.personIds, personIds)
    : isKnown(doings.personIds, personIds)

const recent = (db: Read, kind: Doings['kind']) =>
  db
    .select()
    .from(suspicions)
    .where(
      and(
        eq(suspicions.kind, kind),
        or(
          eq(suspicions.state, 'open'),
          and(ne(suspicions.state, 'open'), gt(suspicions.decidedAt, new Date(+now() - settledMs))),
        ),
      ),
    )

async function note(tx: Tx, { kind, name, personIds, facts }: Doings): Promise<Event[]> {
  const day = now().toISOString().slice(0, 10)
  const hash = createHash('sha256').update(`${name} ${day}`).digest('base64url')
  const [row] = await tx
    .insert(suspicions)
    .values({ kind, key: `${kind}:${hash}`, personIds, facts })
    .onConflictDoNothing()
    .returning()
  if (!row) return []
  await hold(tx, row)
  return [{ verb: 'points.suspected', actorId: null, subjectId: row.id }]
}

/** More of the same doings, maybe with others: one suspicion, and nobody is told again. */
async function carryOn(tx: Tx, open: Suspicion, doings: Doings) {
  if (!goesBeyond(doings.personIds, open.personIds)) return
  const personIds = [...new Set([...open.personIds, ...doings.personIds])]
  await tx
    .update(suspicions)
    .set({ personIds, facts: doings.facts })
    .where(and(eq(suspicions.id, open.id), eq(suspicions.state, 'open')))
}

/** Holds back what those concerned by the open suspicions have earned since they were found. */
export async function holdMore(tx: Tx) {
  const open = await tx.select().from(suspicions).where(eq(suspicions.state, 'open'))
  for (const suspicion of open) await hold(tx, suspicion)
}

/** Which open suspicion, if any, holds back what somebody earns by a rule. */
export async function openHolds(db: Read) {
  const open = await db.select().from(suspicions).where(eq(suspicions.state, 'open'))
  const holds = open.flatMap((suspicion) =>
    holdsOf(suspicion).map(({ personIds, rules }) => {
      return { id: suspicion.id, personIds: new Set(personIds), rules }
    }),
  )
  return (personId: string, rule: string) =>
    holds.find((one) => one.personIds.has(personId) && (one.rules?.includes(rule) ?? true))?.id
}

async function hold(tx: Tx, suspicion: Suspicion) {
  // Who confirms holds the chain: either they were earlier, or they see that this waits.
  await holdChain(tx)
  for (const { personIds, rules } of holdsOf(suspicion))
    await tx
      .update(pointPending)
      .set({ heldBy: suspicion.id })
      .where(
        and(
          isOneOf(pointPending.personId, personIds),
          isNull(pointPending.heldBy),
          rules && inArray(pointPending.rule, rules),
        ),
      )
}
