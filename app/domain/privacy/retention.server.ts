import { and, asc, desc, eq, inArray, like, lt, ne } from 'drizzle-orm'
import { db, emptyLog, type Read, transaction, type Tx } from '#db/database.server.ts'
import { jobs } from '#db/schema/jobs.ts'
import { retentionRuns } from '#db/schema/privacy.ts'
import { now } from '#db/time.ts'
import { dropOldMentions } from '../mentions/retention.server.ts'
import { siteSettings } from '../site/site.server.ts'
import { eraseCase } from './erase-case.server.ts'
import { sweepTraces } from './erase.server.ts'
import { kept, shortenAddresses } from './retention-kinds.server.ts'
import {
  daysBefore,
  daySettings,
  monthsBefore,
  type RetentionKind,
  retentionKinds,
} from './retention.rules.ts'
import { breathe, nextRows, scrub } from './scrub.server.ts'

type Cut = { before: Date; twice: Date }

/** From when back each kind has had its time, at this moment. */
async function cutsAt(door: Read, moment: Date) {
  const settings = await siteSettings(door)
  const cutOf = (kind: RetentionKind): Cut => {
    if (kind === 'cases') {
      const before = monthsBefore(moment, settings.caseMonths)
      return { before, twice: before }
    }
    const days = settings[daySettings[kind]]
    return { before: daysBefore(moment, days), twice: daysBefore(moment, 2 * days) }
  }
  return Object.fromEntries(retentionKinds.map((kind) => [kind, cutOf(kind)])) as Record<
    RetentionKind,
    Cut
  >
}

const ofKind = (kind: RetentionKind, { before, twice }: Cut) => ({
  ...kept[kind],
  of: kept[kind].of(before, twice),
})

/**
 * Forgets all that has had its time, kind by kind and in small steps, and notes how much that was: a
 * thing goes once it is as old as its kind says, and not before. `beat` is called between the steps:
 * this may take a while.
 */
export async function runRetention(beat: () => Promise<unknown> = () => Promise.resolve()) {
  const cuts = await cutsAt(db, now())
  let total = 0
  for (const kind of retentionKinds) {
    const removed = await forgetOld(kind, cuts[kind], beat)
    await beat()
    total += removed
    const { before } = cuts[kind]
    await transaction(async (tx) => {
      await tx.insert(retentionRuns).values({ kind, before, removed })
      await keepRuns(tx, kind)
    })
  }
  await forgetFarewells()
  if (total) await sweepTraces()
  else await emptyLog()
  return total
}

const farewellDays = 7

/** A last letter that could not be brought in a week is not brought: its address is nobody's here any more. */
const forgetFarewells = () =>
  scrub({
    ...{ table: jobs, key: jobs.id, to: 'gone' },
    of: and(
      like(jobs.key, 'erasure-done:%'),
      ne(jobs.state, 'done'),
      lt(jobs.createdAt, daysBefore(now(), farewellDays)),
    ),
  })

const runsKept = 60

async function keepRuns(tx: Tx, kind: string) {
  const old = await tx
    .select({ id: retentionRuns.id })
    .from(retentionRuns)
    .where(eq(retentionRuns.kind, kind))
    .orderBy(desc(retentionRuns.at), desc(retentionRuns.id))
    .offset(runsKept)
    .limit(runsKept)
  const ids = old.map(({ id }) => id)
  if (ids.length) await tx.delete(retentionRuns).where(inArray(retentionRuns.id, ids))
}

async function forgetOld(kind: RetentionKind, cut: Cut, beat: () => Promise<unknown>) {
  const { to, ...step } = ofKind(kind, cut)
  if (to) return scrub({ ...step, to })
  if (kind === 'mentions') return forgetMentions(cut.before)
  let removed = 0
  for (let after = ''; ;) {
    const ids = await nextRows(db, step, after)
    if (!ids.length) return removed
    if (kind === 'devices') await transaction((tx) => shortenAddresses(tx, ids))
    else for (const id of ids) await eraseCase(id)
    removed += ids.length
    after = ids.at(-1)!
    await beat()
    await breathe()
  }
}

async function forgetMentions(before: Date) {
  for (let removed = 0; ;) {
    const some = await transaction((tx) => dropOldMentions(tx, before))
    removed += some
    if (!some) return removed
  }
}

const examples = 3

/** What would be forgotten now: of each kind how much, since when, and the ids of the oldest. */
export async function retentionAhead(door: Read) {
  const cuts = await cutsAt(door, now())
  return Promise.all(
    retentionKinds.map(async (kind) => {
      const { table, key, at, of } = ofKind(kind, cuts[kind])
      const count = await door.$count(table, of)
      const oldest = count
        ? await door.select({ id: key, at }).from(table).where(of).orderBy(asc(at)).limit(examples)
        : []
      return {
        ...{ kind, count, before: cuts[kind].before },
        oldest: (oldest[0]?.at ?? null) as Date | null,
        ids: oldest.map(({ id }) => String(id)),
      }
    }),
  )
}

/** The last time that each kind was looked through. */
export async function lastRuns(door: Read) {
  const runs = await Promise.all(
    retentionKinds.map((kind) =>
      door
        .select()
        .from(retentionRuns)
        .where(eq(retentionRuns.kind, kind))
        .orderBy(desc(retentionRuns.at), desc(retentionRuns.id))
        .limit(1),
    ),
  )
  return new Map(runs.flat().map((run) => [run.kind, run]))
}
