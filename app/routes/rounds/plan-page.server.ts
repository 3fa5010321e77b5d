import { zoneOf } from '#app/domain/notifications/zone.server.ts'
import { forecast } from '#app/domain/rounds/line.server.ts'
import { momentIn, writtenIn } from '#app/domain/rounds/local-time.rules.ts'
import type { Plan } from '#app/domain/rounds/plan.server.ts'
import type { RoundValues } from '#app/domain/rounds/round.form.ts'
import type { Round } from '#app/domain/rounds/round.server.ts'
import type { Locale } from '#app/web/visit.server.ts'
import { db } from '#db/database.server.ts'
import { now } from '#db/time.ts'
import { ideaTold, lineTold } from './told.server.ts'

/** A round's values as its form writes them, on the wall clock of the brand. */
export async function planStored(round?: Round) {
  const zone = await zoneOf(db)
  if (!round) return { zone, stored: { capacity: 10, perCategory: 1 } }
  const { titleIt, titleEn, opensAt, closesAt, capacity, perCategory, version } = round
  const dates = { opens: writtenIn(zone, opensAt), closes: writtenIn(zone, closesAt) }
  const rules = { capacity, perCategory: perCategory ?? 0, version }
  return { zone, stored: { titleIt, titleEn, ...dates, ...rules } }
}
export type PlanPage = Awaited<ReturnType<typeof planStored>>

/** What a form plans, its dates as moments; `errors` where a date is none, or past. */
export async function planSaid(values: RoundValues) {
  const zone = await zoneOf(db)
  const [opensAt, closesAt] = [momentIn(zone, values.opens), momentIn(zone, values.closes)]
  if (!opensAt || !closesAt) {
    const field = opensAt ? 'closes' : 'opens'
    return { errors: { [field]: 'rounds:errors.date' } }
  }
  if (closesAt <= now()) return { errors: { closes: 'rounds:errors.closesPast' } }
  const { titleIt, titleEn, capacity, perCategory } = values
  const plan: Plan = {
    ...{ titleIt, titleEn, opensAt, closesAt, capacity },
    perCategory: perCategory || null,
  }
  return { plan }
}

/** Who would enter today by these rules, and who would wait. */
export async function previewOf(plan: Plan, locale: Locale, round?: Round) {
  const line = await forecast(db, plan, round)
  return {
    given: line.given.map(({ idea }) => ideaTold(idea, locale)),
    enter: lineTold(line, 'enter', locale, 100),
    wait: lineTold(line, 'wait', locale, 20),
  }
}
export type Preview = Awaited<ReturnType<typeof previewOf>>
