import { photoOf } from '#app/domain/realised/realised-page.server.ts'
import { zoneOf } from '#app/domain/notifications/zone.server.ts'
import { payOf, type Terms } from '#app/domain/points/rule.rules.ts'
import { termsAt } from '#app/domain/points/rule.server.ts'
import { poolCounts } from '#app/domain/rewards/edit-list.server.ts'
import { euroOf } from '#app/domain/rewards/edit.form.ts'
import { daysToEarn, earnedInAMonth, type Pays } from '#app/domain/rewards/edit.rules.ts'
import { hasCodes, type Reward, wasTaken } from '#app/domain/rewards/edit.server.ts'
import { momentIn, writtenIn } from '#app/domain/rounds/local-time.rules.ts'
import { siteSettings } from '#app/domain/site/site.server.ts'
import type { RewardText } from '#app/domain/rewards/edit.server.ts'
import type { RewardValues } from '#app/domain/rewards/edit.form.ts'
import type { Locale } from '#app/web/visit.server.ts'
import { db } from '#db/database.server.ts'
import { now } from '#db/time.ts'

/** What the editor of a reward begins with: the reward as it is, or a new one. */
export async function rewardEditor(locale: Locale, reward?: Reward) {
  const [zone, { pointLevels }, pays] = await Promise.all([zoneOf(db), siteSettings(db), paysNow()])
  const levels = pointLevels.map(({ name, from }) => ({ name: name[locale], from }))
  const clock = { timeZone: zone, timeZoneName: 'longGeneric' } as const
  const told = new Intl.DateTimeFormat(locale, clock).formatToParts(now()).at(-1)!.value
  const known = reward ? await keptOf(zone, reward, pays) : begun
  return { zone: told, levels, aMonth: earnedInAMonth(pays) || null, ...known }
}
export type EditorPage = Awaited<ReturnType<typeof rewardEditor>>

const begun = {
  ...{ id: null, slug: null, version: 0, state: 'draft' as const },
  ...{ isKindFixed: false, isTaken: false, takenCount: 0, photo: null, pool: null, days: null },
  stored: { kind: 'prize', state: 'draft', level: '0', position: '0' } as Record<string, string>,
}

async function keptOf(zone: string, reward: Reward, pays: Pays) {
  const { id, slug, version, state, takenCount, kind } = reward
  const [photo, isTaken, codes] = await Promise.all([
    photoOf(db, reward.imageId),
    wasTaken(db, id),
    hasCodes(db, id),
  ])
  return {
    ...{ id, slug, version, state, takenCount, isTaken, photo },
    isKindFixed: isTaken || codes,
    pool: kind === 'coupon' ? await poolCounts(db, id) : null,
    days: daysToEarn(reward.price, pays) ?? null,
    stored: storedOf(zone, reward, photo?.alt ?? ''),
  }
}

const usual = { timesToday: 0, timesEver: 0, ageDays: 1000, factor: 100 }

/** What the most common acts pay by the rules of today. */
export async function paysNow() {
  const terms = await termsAt(db, now())
  const of = (rule: Terms) => payOf({ ...rule, lifetime: null }, usual)
  return { vote: of(terms.vote), comment: of(terms.comment), idea: of(terms.idea) }
}

const written = (n: number | null | undefined) => (n === null || n === undefined ? '' : String(n))

function storedOf(zone: string, reward: Reward, alt: string): Record<string, string> {
  const { titleIt, titleEn, textIt, textEn, termsIt, termsEn, kind, state } = reward
  const local = (moment: Date | null) => (moment ? writtenIn(zone, moment) : '')
  return {
    ...{ kind, state, titleIt, titleEn, textIt, textEn, termsIt, termsEn },
    photoAlt: alt,
    price: String(reward.price),
    stock: written(reward.stock),
    level: String(reward.level),
    opens: local(reward.opensAt),
    closes: local(reward.closesAt),
    perMember: written(reward.perMember),
    needsApproval: reward.needsApproval ? 'on' : '',
    goal: written(reward.goal),
    cost: reward.costCents === null ? '' : euroOf(reward.costCents),
    position: String(reward.position),
  }
}

/** What a form says of a reward, its dates as moments; `errors` where a date is none. */
export async function textSaid(values: RewardValues, imageId: string | null) {
  const zone = await zoneOf(db)
  const moment = (local?: string) => (local ? momentIn(zone, local) : null)
  const [opensAt, closesAt] = [moment(values.opens), moment(values.closes)]
  if (opensAt === undefined || closesAt === undefined) {
    const field = opensAt === undefined ? 'opens' : 'closes'
    return { errors: { [field]: 'rewards:desk.error.date' } as Record<string, string> }
  }
  const { titleIt, titleEn, textIt, textEn, termsIt, termsEn, kind, state } = values
  const { price, level, perMember, goal, cost, position, needsApproval } = values
  const text: RewardText = {
    ...{ kind, state, titleIt, titleEn, textIt, textEn, termsIt, termsEn },
    ...{ price, level, opensAt, closesAt, position, imageId },
    imageAlt: values.photoAlt,
    perMember: perMember ?? null,
    needsApproval: needsApproval === 'on',
    goal: kind === 'donation' ? (goal ?? null) : null,
    costCents: cost ?? null,
  }
  return { text }
}
