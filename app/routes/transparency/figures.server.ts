import { appealFigures } from '#app/domain/appeals/figures.server.ts'
import { statusList, tallyList } from '#app/domain/ideas/categories.server.ts'
import { labelOf } from '#app/domain/ideas/idea-feed.rules.ts'
import { moderationFigures } from '#app/domain/moderation/figures.server.ts'
import { promiseFigures } from '#app/domain/promises/figures.server.ts'
import { shareKept } from '#app/domain/promises/promise.rules.ts'
import type { Locale } from '#app/web/visit.server.ts'
import { db } from '#db/database.server.ts'
import { now } from '#db/time.ts'

const day = 86_400_000

/** The periods that the figures are told for, in days. */
export const periods = [90, 365, 'all'] as const
export type Period = (typeof periods)[number]

/** The period of an address; a year where it names none. */
export const periodOf = (written: string | null): Period =>
  periods.find((period) => String(period) === written) ?? 365

const lately = new Map<Period, { told: ReturnType<typeof counted>; until: number }>()
const goodForMs = 60_000
const slowMs = 20

/**
 * All that the page of figures tells of a period. What takes long to count is counted again after a
 * minute at the earliest.
 */
export async function figuresOf(period: Period) {
  const known = lately.get(period)
  if (known && known.until > Date.now()) return known.told
  const begun = performance.now()
  const told = counted(period)
  // Whoever asks meanwhile waits for the same counting.
  lately.set(period, { told, until: Date.now() + goodForMs })
  const isQuick = () => performance.now() - begun < slowMs
  await told.then(
    () => isQuick() && lately.delete(period),
    () => lately.delete(period),
  )
  return told
}

async function counted(period: Period) {
  const since = period === 'all' ? new Date(0) : new Date(+now() - period * day)
  const [promises, appeals, moderation, standing] = await Promise.all([
    promiseFigures(db, since),
    appealFigures(db, since),
    moderationFigures(db, since),
    standingNow(),
  ])
  return { promises, moderation, ...appeals, ...standing }
}

/** How many ideas are real today, and how many went into another. */
async function standingNow() {
  const [tallies, statuses] = await Promise.all([tallyList(db), statusList(db)])
  const done = new Set(statuses.filter(({ tone }) => tone === 'done').map(({ id }) => id))
  const sum = (isMeant: (status: string) => boolean) =>
    tallies.reduce((n, { status, ideasCount }) => n + (isMeant(status) ? ideasCount : 0), 0)
  return {
    realised: sum((status) => done.has(status)),
    merged: sum((status) => status === 'merged'),
  }
}

export type Line = {
  key: string
  label: string
  kept: number
  late: number
  share?: number
  days?: number
}

/** The promises of each status in the order of the path, as they are called now. */
export async function promiseLines(
  { byStatus }: Awaited<ReturnType<typeof promiseFigures>>,
  locale: Locale,
): Promise<Line[]> {
  const statuses = await statusList(db)
  const named = statuses.filter(({ id }) => byStatus.has(id))
  const gone = [...byStatus.keys()].filter((id) => !statuses.some((status) => status.id === id))
  return [
    ...named.map((status) => ({ key: status.id, label: labelOf(status, locale) })),
    ...gone.map((id) => ({ key: id, label: id })),
  ].map((status) => {
    const kept = byStatus.get(status.key)!
    return { ...status, ...kept, share: shareKept(kept) }
  })
}
