import { writeFileSync } from 'node:fs'
import { eq, inArray } from 'drizzle-orm'
import type { Person } from '#app/domain/identity/viewer.rules.ts'
import type { Time } from './queries.ts'

// In a process of its own: which database it asks is settled when it begins.
const { closeDatabase, db, transaction } = await import('#db/database.server.ts')
const { changeSettings } = await import('#app/domain/site/site.server.ts')
const { publishIdea } = await import('#app/domain/ideas/publish.server.ts')
const { ideaById } = await import('#app/domain/ideas/merged.server.ts')
const { mergeIdeas } = await import('#app/domain/merges/merge.server.ts')
const { carryMerge, dropMerge } = await import('#app/domain/merges/run.server.ts')
const { beginUnmerge } = await import('#app/domain/merges/unmerge.server.ts')
const { castVote } = await import('#app/domain/votes/vote.server.ts')
const { permissionsFor } = await import('#app/domain/identity/permission.rules.ts')
const { ideas } = await import('#db/schema/ideas.ts')
const { people } = await import('#db/schema/identity.ts')
const { votes } = await import('#db/schema/votes.ts')

const [each, both] = [50_000, 25_000]
const atOnce = 1_000
const limits = { carry: 3_000, wait: 100 }
const patience = 60_000
const run = Date.now().toString(36)

const personOf = (id: string): Person => ({
  id,
  handle: id,
  displayName: id,
  avatarId: null,
  team: 'Bench',
  locale: 'en',
  theme: 'auto',
  roles: ['evaluator'],
  permissions: permissionsFor(['evaluator']),
  silencedUntil: null,
  sessionId: '',
  provedAt: new Date(),
})

async function inBatches<T>(all: T[], work: (some: T[]) => Promise<unknown>) {
  for (let i = 0; i < all.length; i += atOnce) await work(all.slice(i, i + atOnce))
}

/** Two ideas of 50,000 votes each; half of the voters voted for both. */
async function twoIdeas() {
  const ids = Array.from({ length: 2 * each - both }, (_, i) => `${run}${i * 7919}`)
  await inBatches(ids, (some) =>
    transaction((tx) =>
      tx.insert(people).values(some.map((id) => ({ id, handle: id, displayName: id }))),
    ),
  )
  const text = { body: 'Words.', categoryId: 'packaging', tags: [] }
  const [source, target] = await transaction(async (tx) => {
    await changeSettings(tx, { mergeConsent: 'tell' })
    return [
      await publishIdea(tx, personOf(ids[0]!), { ...text, title: 'A refill station' }),
      await publishIdea(tx, personOf(ids[1]!), { ...text, title: 'A refill point' }),
    ]
  })
  const cast = [
    ...ids.slice(0, each).map((voterId) => ({ ideaId: source.id, voterId })),
    ...ids.slice(-each).map((voterId) => ({ ideaId: target.id, voterId })),
  ]
  await inBatches(cast, (some) => transaction((tx) => tx.insert(votes).values(some)))
  const counted = inArray(ideas.id, [source.id, target.id])
  await transaction((tx) => tx.update(ideas).set({ votesCount: each }).where(counted))
  return { source, target, ids }
}

/** Somebody who votes all the while, each vote durable before the next; answers the longest wait in ms. */
async function beside<T>(voters: string[], work: () => Promise<T>) {
  const others = await db.select().from(ideas).where(eq(ideas.status, 'voting')).limit(400)
  let [going, longest] = [true, 0]
  const voting = (async () => {
    for (let i = 0; going; i++) {
      const started = performance.now()
      const voter = personOf(voters[i % voters.length]!)
      const idea = others[Math.floor(i / voters.length) % others.length]!
      await transaction((tx) => castVote(tx, voter, idea.number))
      longest = Math.max(longest, performance.now() - started)
      await new Promise((next) => setTimeout(next, 1))
    }
  })()
  const started = performance.now()
  const result = await work()
  const ms = performance.now() - started
  going = false
  await voting
  return { result, ms, longest }
}

const { source, target, ids } = await twoIdeas()
const voters = ids.slice(0, 997)
const pause = (ms: number) => new Promise((next) => setTimeout(next, ms))
const alone = await beside(voters, () => pause(1_500))
const merger = personOf('bench')
const merged = await beside(voters, async () => {
  const wish = { source: source.number, target: target.number, note: 'The same.' }
  const came = await transaction((tx) => mergeIdeas(tx, merger, wish))
  if (came?.is !== 'begun') throw new Error(`not begun but ${came?.is}`)
  await carryMerge(came.merge, patience)
  return came.merge
})
const after = (await ideaById(db, target.id))!.votesCount
const apart = await beside(voters, async () => {
  const came = await transaction((tx) =>
    beginUnmerge(tx, merger, merged.result.id, 'Not the same.'),
  )
  if (came?.is !== 'begun') throw new Error('not taken apart')
  return dropMerge(came.merge, came.said, patience)
})
const before = (await ideaById(db, target.id))!.votesCount
if (after < 2 * each - both || before < each || before > after)
  throw new Error(`${after} votes after the merge, ${before} after it was undone`)
await closeDatabase()

const times: Time[] = [
  ['merging two ideas of 50,000 votes', merged.ms, limits.carry],
  ['longest wait of a voter meanwhile', merged.longest, limits.wait],
  ['taking them apart again', apart.ms, limits.carry],
  ['longest wait of a voter meanwhile, taking apart', apart.longest, limits.wait],
  ['longest wait of a voter without any merge', alone.longest, limits.wait],
]
writeFileSync(process.argv[2]!, JSON.stringify(times))
