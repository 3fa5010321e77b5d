import { and, desc, eq, gt, inArray, sum } from 'drizzle-orm'
import { newId } from '#db/columns.ts'
import type { Read, Tx } from '#db/database.server.ts'
import { plus } from '#db/expressions.ts'
import { ideas } from '#db/schema/ideas.ts'
import { voteBursts } from '#db/schema/moderation-watch.ts'
import { now } from '#db/time.ts'
import { record } from '../activity/record.server.ts'
import { audit } from '../audit/audit.server.ts'
import { may, type Person } from '../identity/viewer.rules.ts'
import { holdChain } from '../points/account.server.ts'
import { freeVotePoints, holdVotePoints } from '../points/vote-hold.server.ts'
import { countVotesAgain, setVotesApart } from '../votes/burst.server.ts'
import { type BurstFacts, type FoundBurst, factsOf } from './burst.rules.ts'

type Row = typeof voteBursts.$inferSelect
/** `voterIds` are for counting again alone; no page shows them. */
export type Burst = Omit<Row, 'facts'> & { facts: BurstFacts & { voterIds: string[] } }
const told = (row: Row) => row as unknown as Burst

const recentMs = 8 * 86_400_000

/**
 * Holds the votes of a burst: they count nowhere, and their points wait, until a moderator has looked.
 * More of a burst that is held already joins it. Answers how many were held.
 */
export async function holdBurst(tx: Tx, ideaId: string, burst: FoundBurst) {
  // What joins a burst must not come after a moderator's decision on it: that holds the chain too.
  await holdChain(tx)
  const open = await openBurst(tx, ideaId)
  const burstId = open?.id ?? newId()
  const wished = burst.votes.map(({ voterId }) => voterId)
  const voterIds = await setVotesApart(tx, { ideaId, burstId }, wished)
  if (!voterIds.length) return 0
  await holdVotePoints(tx, { ideaId, holder: burstId }, voterIds)
  const held = { ...burst, votes: burst.votes.filter(({ voterId }) => voterIds.includes(voterId)) }
  if (open) await join(tx, open, held)
  else await note(tx, { id: burstId, ideaId }, held)
  return voterIds.length
}

async function openBurst(tx: Tx, ideaId: string) {
  const held = and(eq(voteBursts.ideaId, ideaId), eq(voteBursts.state, 'held'))
  const [row] = await tx.select().from(voteBursts).where(held)
  return row && told(row)
}

async function note(tx: Tx, { id, ideaId }: { id: string; ideaId: string }, burst: FoundBurst) {
  const times = burst.votes.map(({ castAt }) => +castAt)
  const [from, to] = [new Date(Math.min(...times)), new Date(Math.max(...times))]
  const facts = { ...factsOf(burst), voterIds: burst.votes.map(({ voterId }) => voterId) }
  const votesCount = burst.votes.length
  await tx.insert(voteBursts).values({ id, ideaId, key: id, from, to, votesCount, facts })
  await record(tx, { verb: 'burst.held', actorId: null, ideaId, subjectId: id })
  const { signs } = burst
  await audit(tx, null, 'moderation.burst-held', {
    subject: ideaId,
    burstId: id,
    votesCount,
    signs,
  })
}

async function join(tx: Tx, open: Burst, more: FoundBurst) {
  const facts = factsOf(more)
  const voterIds = [...open.facts.voterIds, ...more.votes.map(({ voterId }) => voterId)]
  const signs = [...new Set([...open.facts.signs, ...facts.signs])]
  const last = Math.max(+open.to, ...more.votes.map(({ castAt }) => +castAt))
  await tx
    .update(voteBursts)
    .set({
      votesCount: plus(voteBursts.votesCount, more.votes.length),
      to: new Date(last),
      facts: { ...open.facts, signs, voterIds },
    })
    .where(eq(voteBursts.id, open.id))
}

/** Who voted in the bursts of an idea that moderators counted lately: their votes are not held again. */
export async function clearedVoters(db: Read, ideaIds: string[]) {
  const cleared = new Map<string, Set<string>>()
  if (!ideaIds.length) return cleared
  const rows = await db
    .select()
    .from(voteBursts)
    .where(
      and(
        inArray(voteBursts.ideaId, ideaIds),
        eq(voteBursts.state, 'counted'),
        gt(voteBursts.foundAt, new Date(+now() - recentMs)),
      ),
    )
  for (const { ideaId, facts } of rows.map(told))
    cleared.set(ideaId, new Set([...(cleared.get(ideaId) ?? []), ...facts.voterIds]))
  return cleared
}

/** How many votes for an idea wait to be looked at. */
export async function heldVotesOn(db: Read, ideaId: string) {
  const [held] = await db
    .select({ n: sum(voteBursts.votesCount).mapWith(Number) })
    .from(voteBursts)
    .where(and(eq(voteBursts.ideaId, ideaId), eq(voteBursts.state, 'held')))
  return held?.n ?? 0
}

const most = 100

/** The bursts, those that wait first, then the latest. */
export async function burstList(db: Read) {
  const { id, number, slug, title, locale, votesCount } = ideas
  const rows = await db
    .select({ burst: voteBursts, idea: { id, number, slug, title, locale, votesCount } })
    .from(voteBursts)
    .innerJoin(ideas, eq(ideas.id, voteBursts.ideaId))
    .orderBy(desc(eq(voteBursts.state, 'held')), desc(voteBursts.foundAt), desc(voteBursts.id))
    .limit(most)
  return rows.map(({ burst, idea }) => ({ burst: told(burst), idea }))
}

/** How many bursts wait for a moderator. */
export const burstsWaiting = (db: Read) => db.$count(voteBursts, eq(voteBursts.state, 'held'))

type Verdict = { to: 'counted' | 'annulled'; note: string; seen: string }

/**
 * Counts the votes of a burst again, with their points, or annuls them; either can be turned round
 * later. Answers what it is now; `changed` where it is no longer as it was `seen`; `same`; `not-allowed`;
 * `undefined`: no such burst. Votes that were taken back in the meantime stay so.
 */
export async function decideBurst(
  tx: Tx,
  moderator: Person,
  id: string,
  { to, note, seen }: Verdict,
) {
  if (!may(moderator, 'moderation.decide')) return 'not-allowed'
  await holdChain(tx)
  const [row] = await tx.select().from(voteBursts).where(eq(voteBursts.id, id))
  if (!row) return undefined
  if (row.state === to) return 'same'
  if (seen !== versionOf(row)) return 'changed'
  const as = and(eq(voteBursts.id, id), eq(voteBursts.state, row.state))
  const decided = { state: to, note, decidedBy: moderator.id, decidedAt: now() }
  const [burst] = await tx
    .update(voteBursts)
    .set(decided)
    .where(and(as, eq(voteBursts.votesCount, row.votesCount)))
    .returning()
  if (!burst) return 'changed'

  await (to === 'counted' ? countAgain(tx, told(burst)) : annul(tx, told(burst)))
  await freeVotePoints(tx, id)
  const { ideaId: subject, votesCount } = burst
  const facts = { subject, burstId: id, votesCount, from: row.state }
  await audit(tx, moderator.id, `moderation.burst-${to}`, facts)
  return to
}

/** Names how a burst was when somebody looked at it. */
export const versionOf = ({ state, votesCount }: Pick<Row, 'state' | 'votesCount'>) =>
  `${state}.${votesCount}`

async function countAgain(tx: Tx, { id: burstId, ideaId }: Burst) {
  const voterIds = await countVotesAgain(tx, { ideaId, burstId })
  for (const actorId of voterIds) await record(tx, { verb: 'vote.cast', actorId, ideaId })
}

async function annul(tx: Tx, { id: burstId, ideaId, facts }: Burst) {
  await setVotesApart(tx, { ideaId, burstId }, facts.voterIds)
  for (const actorId of facts.voterIds)
    await record(tx, { verb: 'vote.withdrawn', actorId, ideaId })
}
