import { createHash, createHmac } from 'node:crypto'
import { and, eq, isNotNull, isNull, or } from 'drizzle-orm'
import type { Read, Tx } from '#db/database.server.ts'
import { caseMessages, cases } from '#db/schema/care.ts'
import { caseTags } from '#db/schema/care-desk.ts'
import { caseRatings } from '#db/schema/care-outcomes.ts'
import { people } from '#db/schema/identity.ts'
import { now } from '#db/time.ts'
import { houseSecret } from '../identity/secret.server.ts'
import { ask } from '../jobs/job.server.ts'
import { siteSettings } from '../site/site.server.ts'

const day = 86_400_000
/** After the time in which "send and resolve" can be taken back. */
const breathMs = 12_000
const goodForMs = 90 * day

/** A case of which nobody is asked how content they are. */
export const spamTag = 'spam'

export type Step = 'ask' | 'remind'

const hashed = (token: string) => createHash('sha256').update(token).digest('hex')

// The same in both mails, and nobody without the house's secret can make it.
const tokenOf = (caseId: string) =>
  createHmac('sha256', houseSecret()).update(`rate ${caseId}`).digest('base64url')

/** Once a case is solved: lets its member be asked, shortly, how content they are. To be called with every solving. */
export async function planRating(tx: Tx, caseId: string) {
  const { asksContent } = await siteSettings(tx)
  if (!asksContent) return
  const runAt = new Date(now().getTime() + breathMs)
  const payload = { caseId, step: 'ask' satisfies Step }
  await ask(tx, 'rating', `rating:${caseId}:${now().getTime()}`, { payload, runAt })
}

/**
 * Asks whoever wrote how content they are, once in a case's life, and plans the one reminder; or
 * reminds them. Nobody is asked whose case is open again, merged, spam or erased, got no answer, or
 * has no address; nobody is reminded who has rated. Outcomes: `asked`, `reminded`, `not-asked`.
 */
export async function askRating(tx: Tx, caseId: string, step: Step) {
  const reader = await readerOf(tx, caseId)
  if (!reader) return 'not-asked'
  return step === 'ask' ? firstTime(tx, caseId, reader) : secondTime(tx, caseId, reader)
}

type Reader = { to: string; locale: 'it' | 'en'; number: number }

async function firstTime(tx: Tx, caseId: string, reader: Reader) {
  const [asked] = await tx
    .insert(caseRatings)
    .values({ caseId, tokenHash: hashed(tokenOf(caseId)), askedAt: now() })
    .onConflictDoNothing()
    .returning({ caseId: caseRatings.caseId })
  if (!asked) return 'not-asked'
  await write(tx, 'rate-case', caseId, reader)
  const { contentReminderDays } = await siteSettings(tx)
  const runAt = new Date(now().getTime() + contentReminderDays * day)
  const payload = { caseId, step: 'remind' satisfies Step }
  await ask(tx, 'rating', `rating-reminder:${caseId}`, { payload, runAt })
  return 'asked'
}

async function secondTime(tx: Tx, caseId: string, reader: Reader) {
  const open = [isNull(caseRatings.ratedAt), isNull(caseRatings.remindedAt)]
  const [reminded] = await tx
    .update(caseRatings)
    .set({ remindedAt: now() })
    .where(and(eq(caseRatings.caseId, caseId), ...open))
    .returning({ caseId: caseRatings.caseId })
  if (!reminded) return 'not-asked'
  await write(tx, 'rate-reminder', caseId, reader)
  return 'reminded'
}

async function write(tx: Tx, template: string, caseId: string, reader: Reader) {
  const { to, locale, number } = reader
  const ratePath = `/rate/${tokenOf(caseId)}`
  const payload = { to, template, locale, params: { number, ratePath } }
  await ask(tx, 'mail', `${template}:${caseId}`, { payload })
}

/** Who would be asked, where anybody is. */
async function readerOf(tx: Tx, caseId: string): Promise<Reader | undefined> {
  const [found] = await tx
    .select({ about: cases, person: people })
    .from(cases)
    .leftJoin(people, eq(people.id, cases.personId))
    .where(
      and(
        eq(cases.id, caseId),
        isNotNull(cases.solvedAt),
        isNotNull(cases.confirmedAt),
        isNull(cases.mergedIntoId),
        isNull(cases.erasedAt),
      ),
    )
  if (!found || !['solved', 'closed'].includes(found.about.state)) return undefined
  if ((await isSpam(tx, caseId)) || !(await wasAnswered(tx, caseId))) return undefined
  return addressedIn(found)
}

type Found = { about: typeof cases.$inferSelect; person: typeof people.$inferSelect | null }

function addressedIn({ about, person }: Found): Reader | undefined {
  const isReachable = person ? !person.erasedAt && !person.suspendedAt : true
  const to = person ? person.email : about.email
  if (!to || !isReachable) return undefined
  return { to, locale: person?.locale ?? about.locale, number: about.number }
}

async function isSpam(db: Read, caseId: string) {
  const [tag] = await db
    .select({ tag: caseTags.tag })
    .from(caseTags)
    .where(and(eq(caseTags.caseId, caseId), eq(caseTags.tag, spamTag)))
  return !!tag
}

async function wasAnswered(db: Read, caseId: string) {
  const answers = [eq(caseMessages.side, 'care'), isNull(caseMessages.deletedAt)]
  const [one] = await db
    .select({ id: caseMessages.id })
    .from(caseMessages)
    .where(and(eq(caseMessages.caseId, caseId), ...answers))
    .limit(1)
  return !!one
}

/** The rating that a mail's link is for, for 90 days; nothing of what was said in the case. */
export async function findRating(db: Read, token: string) {
  const [found] = await db
    .select({
      caseId: caseRatings.caseId,
      number: cases.number,
      askedAt: caseRatings.askedAt,
      score: caseRatings.score,
      comment: caseRatings.comment,
    })
    .from(caseRatings)
    .innerJoin(cases, eq(cases.id, caseRatings.caseId))
    .where(and(eq(caseRatings.tokenHash, hashed(token)), isNull(cases.erasedAt)))
  if (!found || found.askedAt.getTime() + goodForMs < now().getTime()) return undefined
  return found
}

/**
 * How content whoever wrote a case said to be, also of those that were merged into it: first of the
 * case itself, where they were asked (`ratedAt` is null until they answer), then of the others, the
 * latest first.
 */
export async function ratingsOf(db: Read, caseId: string) {
  const { askedAt, score, comment, ratedAt } = caseRatings
  const found = await db
    .select({ id: cases.id, number: cases.number, askedAt, score, comment, ratedAt })
    .from(caseRatings)
    .innerJoin(cases, eq(cases.id, caseRatings.caseId))
    .where(or(eq(cases.id, caseId), and(eq(cases.mergedIntoId, caseId), isNotNull(ratedAt))))
  const ratings = found.map(({ id, ...rating }) => ({ ...rating, isOwn: id === caseId }))
  return ratings.sort((one, other) => rank(other) - rank(one))
}

const rank = ({ isOwn, ratedAt }: { isOwn: boolean; ratedAt: Date | null }) =>
  isOwn ? Infinity : Number(ratedAt)

/**
 * Rates a case from 1 to 5, once; words may be added later, once too. Outcomes: `rated`, `worded`,
 * `already-rated`; `undefined` where the link is none of ours.
 */
export async function rateCase(tx: Tx, token: string, said: { score: number; comment: string }) {
  const rating = await findRating(tx, token)
  if (!rating) return undefined
  const own = eq(caseRatings.caseId, rating.caseId)
  const [rated] = await tx
    .update(caseRatings)
    .set({ ...said, ratedAt: now() })
    .where(and(own, isNull(caseRatings.ratedAt)))
    .returning({ caseId: caseRatings.caseId })
  if (rated) return 'rated'
  if (!said.comment) return 'already-rated'
  const [worded] = await tx
    .update(caseRatings)
    .set({ comment: said.comment })
    .where(and(own, eq(caseRatings.comment, '')))
    .returning({ caseId: caseRatings.caseId })
  return worded ? 'worded' : 'already-rated'
}
