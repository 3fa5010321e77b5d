import { and, desc, eq, gt, inArray, isNull } from 'drizzle-orm'
import type { Read } from '#db/database.server.ts'
import { howMany } from '#db/expressions.ts'
import { people, sessions } from '#db/schema/identity.ts'
import { votes } from '#db/schema/votes.ts'
import { now } from '#db/time.ts'
import { isNewHouse } from '../points/puppet.rules.ts'
import { siteSettings } from '../site/site.server.ts'
import { burstAmong, type FoundBurst, thresholds, type YoungVote } from './burst.rules.ts'
import { clearedVoters } from './burst.server.ts'
import { isDisposable, mailboxOf, networkOf } from './mailbox.rules.ts'

const dayMs = 86_400_000
/** How young an account is when its votes are looked at, how far back, and how many at most. */
const [youngMs, lookBackMs, mostVotes] = [7 * dayMs, dayMs, 20_000]
const together = 500
const ago = (ms: number) => new Date(+now() - ms)

/** The bursts among the votes of young accounts in the last day that are not held yet, by idea. */
export async function findVoteBursts(db: Read): Promise<{ ideaId: string; burst: FoundBurst }[]> {
  const { burstVotes } = await siteSettings(db)
  const { mailbox: least } = thresholds(burstVotes)
  const byIdea = await youngVotes(db)
  const crowded = [...byIdea].filter(([, all]) => all.length >= least)
  if (!crowded.length) return []
  const rules = { burstVotes, isNewHouse: await isHouseNew(db) }
  const networks = await networksOf(db, [
    ...new Set(crowded.flatMap(([, all]) => all.map(({ voterId }) => voterId))),
  ])
  const cleared = await clearedVoters(
    db,
    crowded.map(([ideaId]) => ideaId),
  )
  return crowded.flatMap(([ideaId, all]) => {
    const open = all.filter(({ voterId }) => !cleared.get(ideaId)?.has(voterId))
    const known = open.map((vote) => ({ ...vote, networks: networks.get(vote.voterId) ?? [] }))
    const burst = burstAmong(known, rules)
    return burst ? [{ ideaId, burst }] : []
  })
}

async function youngVotes(db: Read) {
  const { voterId, ideaId, castAt } = votes
  const rows = await db
    .select({ ideaId, voterId, castAt, joinedAt: people.joinedAt, email: people.emailFolded })
    .from(people)
    .innerJoin(votes, eq(voterId, people.id))
    .where(
      and(
        gt(people.joinedAt, ago(youngMs + lookBackMs)),
        gt(castAt, ago(lookBackMs)),
        isNull(votes.burstId),
        isNull(votes.mergeId),
        isNull(votes.castBy),
      ),
    )
    .orderBy(desc(people.joinedAt))
    .limit(mostVotes)
  const byIdea = new Map<string, YoungVote[]>()
  for (const { ideaId, email, ...vote } of rows) {
    const address = email ?? ''
    const known = { mailbox: address && mailboxOf(address), isDisposable: isDisposable(address) }
    byIdea.set(ideaId, [...(byIdea.get(ideaId) ?? []), { ...vote, networks: [], ...known }])
  }
  return byIdea
}

async function isHouseNew(db: Read) {
  const [[all], [young]] = await Promise.all([
    db.select({ n: howMany() }).from(people),
    db
      .select({ n: howMany() })
      .from(people)
      .where(gt(people.joinedAt, ago(youngMs))),
  ])
  return isNewHouse(young!.n, all!.n)
}

async function networksOf(db: Read, personIds: string[]) {
  const found = new Map<string, string[]>()
  for (let from = 0; from < personIds.length; from += together) {
    const rows = await db
      .select({ personId: sessions.personId, address: sessions.address })
      .from(sessions)
      .where(inArray(sessions.personId, personIds.slice(from, from + together)))
    for (const { personId, address } of rows)
      if (address) found.set(personId, [...(found.get(personId) ?? []), networkOf(address)])
  }
  return found
}
