import { and, eq, like } from 'drizzle-orm'
import type { Read, Tx } from '#db/database.server.ts'
import { pointCounts } from '#db/schema/points.ts'
import type { Event } from '../event.ts'

const ever = ''
const untold = 'new'
const prefix = 'level:'

/** Remembers who reached which level, each once for good; the clock tells of those that are new. */
export async function countLevels(tx: Tx, risen: { personId: string; level: number }[]) {
  if (!risen.length) return
  const rows = risen.flatMap(({ personId, level }) =>
    Array.from({ length: level }, (_, below) => rowOf(personId, below + 1, ever)),
  )
  const reached = await tx.insert(pointCounts).values(rows).onConflictDoNothing().returning()
  const keys = new Set(reached.map(({ personId, rule }) => `${personId} ${rule}`))
  const news = risen
    .filter(({ personId, level }) => keys.has(`${personId} ${prefix}${level}`))
    .map(({ personId, level }) => rowOf(personId, level, untold))
  if (news.length) await tx.insert(pointCounts).values(news).onConflictDoNothing()
}

const rowOf = (personId: string, level: number, day: string) => ({
  personId,
  rule: `${prefix}${level}`,
  day,
  times: 1,
})

const isNew = () => and(eq(pointCounts.day, untold), like(pointCounts.rule, `${prefix}%`))

/** Whether anybody reached a level and was not told yet. */
export async function anyReached(db: Read) {
  const [row] = await db
    .select({ personId: pointCounts.personId })
    .from(pointCounts)
    .where(isNew())
    .limit(1)
  return !!row
}

/** Takes up to `most` levels that were reached and not told of yet; answers the events that tell of them. */
export async function levelsReached(tx: Tx, most: number): Promise<Event[]> {
  const found = await tx.select().from(pointCounts).where(isNew()).limit(most)
  const events: Event[] = []
  for (const { personId, rule } of found) {
    const same = [eq(pointCounts.personId, personId), eq(pointCounts.rule, rule)]
    const [taken] = await tx
      .delete(pointCounts)
      .where(and(isNew(), ...same))
      .returning()
    const subjectId = rule.slice(prefix.length)
    if (taken) events.push({ verb: 'level.reached', actorId: null, subjectId, data: { personId } })
  }
  return events
}
