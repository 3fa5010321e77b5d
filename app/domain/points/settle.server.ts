import type { Tx } from '#db/database.server.ts'
import { siteSettings } from '../site/site.server.ts'
import { holdChain } from './account.server.ts'
import { factsOf, type Written } from './claim-facts.server.ts'
import { type Claim, lastClaims, type Standing, type Verdict, verdictOf } from './claim.rules.ts'
import { claimsOf } from './claims.rules.ts'
import { Counts } from './count.server.ts'
import { earnersAmong, type Earner } from './earner.server.ts'
import { friendClaims } from './friend-part.server.ts'
import { bookNew } from './ledger.server.ts'
import type { NewEntry } from './ledger.rules.ts'
import { counted } from './milestone.server.ts'
import { reversalOf } from './reverse.server.ts'
import { type AllTerms, termChanges, termLine } from './rule.server.ts'
import { payOf, type RuleId } from './rule.rules.ts'
import { dayIn } from './season.rules.ts'
import { keyOf, standings } from './standing.server.ts'
import { openHolds } from './suspicion.server.ts'

const hourMs = 3_600_000
const dayMs = 24 * hourMs

/**
 * Pays for what happened, and takes back what is no longer so, by what is so now: however often an
 * event is settled, and in whatever order, each occasion is paid once.
 */
export async function settle(tx: Tx, events: Written[]) {
  if (!events.length) return
  await holdChain(tx)
  const facts = await factsOf(tx, events)
  const claims = lastClaims(events.flatMap((event) => claimsOf(event, facts)))
  await settleClaims(tx, claims)
  const acting = [...new Set(events.flatMap(({ actorId }) => (actorId ? [actorId] : [])))]
  await settleClaims(tx, await friendClaims(tx, acting))
}

async function settleClaims(tx: Tx, asked: Claim[]) {
  if (!asked.length) return
  const known = await standings(
    tx,
    asked.map(({ key }) => key),
  )
  const claims = (await counted(tx, asked, known))
    .map((claim) => weighed(claim, known.get(claim.key)!))
    .filter(({ verdict }) => verdict !== 'leave')
  if (!claims.length) return
  const desk = await deskFor(tx, claims)
  const wishes = claims.flatMap((one) => wishOf(one, desk) ?? [])
  await desk.counts.keep(tx)
  await bookNew(tx, wishes)
}

type Desk = {
  earners: Map<string, Earner>
  counts: Counts
  terms: (moment: Date) => AllTerms
  day: (moment: Date) => string
  factors: Record<string, number>
  heldBy: (personId: string, rule: string) => string | undefined
}
type Open = { claim: Claim; standing: Standing; verdict: Verdict }

const weighed = (claim: Claim, standing: Standing): Open => ({
  claim,
  standing,
  verdict: verdictOf(claim, standing),
})

/** What is needed to pay some claims, all asked at once. */
async function deskFor(tx: Tx, claims: Open[]): Promise<Desk> {
  const { calendar, categoryFactors } = await siteSettings(tx)
  const terms = termLine(await termChanges(tx))
  const day = dayOf(calendar.timeZone)
  const paying = claims.filter(({ verdict }) => verdict !== 'reverse')
  const first = claims.filter(({ verdict }) => verdict === 'earn').map(({ claim }) => claim)
  const asked = first.map(({ personId, rule, at }) => ({ personId, rule, day: day(at) }))
  const limited = new Set(first.flatMap(({ rule, at }) => limitedAt(terms(at), rule)))
  return {
    earners: await earnersAmong(tx, [...new Set(paying.map(({ claim }) => claim.personId))]),
    counts: await Counts.of(tx, asked, (rule) => limited.has(rule)),
    ...{ terms, day },
    factors: categoryFactors,
    heldBy: await openHolds(tx),
  }
}

/** The day of a moment; asked again, it knows. */
function dayOf(zone: string) {
  const known = new Map<number, string>()
  return (moment: Date) => {
    const day = known.get(+moment) ?? dayIn(moment, zone)
    known.set(+moment, day)
    return day
  }
}

const limitedAt = (terms: AllTerms, rule: RuleId): string[] =>
  terms[rule].lifetime === null ? [] : [rule]

function wishOf({ claim, standing, verdict }: Open, desk: Desk): NewEntry | undefined {
  if (verdict === 'earn') return firstPay(claim, desk)
  if (standing.is === 'unpaid') return undefined
  if (verdict === 'earn-again') return earned(claim, desk, standing.earn.amount, standing.times + 1)
  return reversalOf(standing.earn, standing.is)
}

function firstPay(claim: Claim, desk: Desk) {
  const { personId, rule, at } = claim
  const earner = desk.earners.get(personId)
  if (!earner?.mayEarn) return undefined
  const of = { personId, rule, day: desk.day(at) }
  const { timesToday, timesEver } = desk.counts.times(of)
  const amount = payOf(desk.terms(at)[rule], {
    timesToday,
    timesEver,
    ageDays: (+at - +earner.joinedAt) / dayMs,
    factor: desk.factors[claim.categoryId ?? ''] ?? 100,
  })
  if (!amount) return undefined
  desk.counts.add(of)
  return earned(claim, desk, amount, 1)
}

function earned(claim: Claim, desk: Desk, amount: number, times: number): NewEntry | undefined {
  const { key, rule, personId, ideaId, subjectId, categoryId, at } = claim
  if (!desk.earners.get(personId)?.mayEarn) return undefined
  const confirmsAt = new Date(+at + desk.terms(at)[rule].delayHours * hourMs)
  const heldBy = desk.heldBy(personId, rule)
  return {
    kind: 'earn',
    key: keyOf(key, times),
    amount,
    personId,
    rule,
    ideaId,
    subjectId,
    categoryId,
    actedAt: at,
    confirmsAt,
    heldBy,
  }
}
