import { and, eq } from 'drizzle-orm'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { followByTakingPart, followIdea, muteIdea } from '#app/domain/follows/follow.server.ts'
import { publishIdea } from '#app/domain/ideas/publish.server.ts'
import type { Idea } from '#app/domain/ideas/idea.server.ts'
import { ideaById, livingIdea } from '#app/domain/ideas/merged.server.ts'
import { ideaFaults } from '#app/domain/ideas/recount.server.ts'
import type { Person } from '#app/domain/identity/viewer.rules.ts'
import { carryMerge, dropMerge } from '#app/domain/merges/run.server.ts'
import { mergeIdeas } from '#app/domain/merges/merge.server.ts'
import { beginUnmerge } from '#app/domain/merges/unmerge.server.ts'
import { restoreByLink, withdrawByLink } from '#app/domain/merges/withdraw.server.ts'
import { changeSettings } from '#app/domain/site/site.server.ts'
import { castVote, withdrawVote } from '#app/domain/votes/vote.server.ts'
import { db, transaction } from '#db/database.server.ts'
import { follows } from '#db/schema/follows.ts'
import { votes } from '#db/schema/votes.ts'
import { at } from '#db/time.ts'
import { person, world } from '#tests/world.ts'
import { Model, type Wish } from './merges-model.ts'

const [ideasCount, membersCount] = [5, 8]

type Act =
  | { act: 'cast' | 'withdraw' | 'follow' | 'mute' | 'take-part'; who: number; what: number }
  | { act: 'merge'; what: number; into: number }
  | { act: 'unmerge'; which: number }
  | { act: 'withdraw-by-link' | 'restore-by-link'; who: number; which: number }

const idea = fc.nat(ideasCount - 1)
const member = fc.nat(membersCount - 1)
const which = fc.nat(5)
const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ act: fc.constant('cast'), who: member, what: idea }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('withdraw'), who: member, what: idea }) },
  {
    weight: 3,
    arbitrary: fc.record({
      act: fc.constantFrom('follow', 'mute', 'take-part'),
      who: member,
      what: idea,
    }),
  },
  { weight: 4, arbitrary: fc.record({ act: fc.constant('merge'), what: idea, into: idea }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('unmerge'), which }) },
  {
    weight: 2,
    arbitrary: fc.record({
      act: fc.constantFrom('withdraw-by-link', 'restore-by-link'),
      who: member,
      which,
    }),
  },
) as fc.Arbitrary<Act>

let house: Awaited<ReturnType<typeof world>> | undefined
let clock = Date.UTC(2026, 4, 1)

/** Five new ideas and eight new members, and a model that knows of them what a person would expect. */
async function village() {
  house ??= await world()
  await transaction((tx) => changeSettings(tx, { mergeConsent: 'tell', threshold: 0 }))
  return transaction(async (tx) => {
    const members: Person[] = []
    for (let i = 0; i < membersCount; i++) members.push(await person(tx, `m${i}`))
    const ideas: Idea[] = []
    for (let i = 0; i < ideasCount; i++) {
      const text = { title: `Idea ${i}`, body: 'Words.', categoryId: 'packaging', tags: [] }
      ideas.push(await publishIdea(tx, members[i]!, text))
    }
    return { members, ideas, eva: house!.eva, merges: [] as string[] }
  })
}

type Village = Awaited<ReturnType<typeof village>>

/** Does one act for real; answers its outcome as the model would say it. */
async function done(here: Village, act: Act): Promise<unknown> {
  const { members, ideas, eva, merges } = here
  const who = 'who' in act ? members[act.who]! : eva
  const number = 'what' in act ? ideas[act.what]!.number : 0
  const link = 'which' in act ? merges[act.which] : undefined
  switch (act.act) {
    case 'cast':
      return transaction((tx) => castVote(tx, who, number))
    case 'withdraw':
      return transaction((tx) => withdrawVote(tx, who, number))
    case 'follow':
      return transaction((tx) => followIdea(tx, who, number))
    case 'mute':
      return transaction((tx) => muteIdea(tx, who, number))
    case 'take-part':
      return takePart(who, ideas[act.what]!)
    case 'merge':
      return merge(here, number, ideas[act.into]!.number)
    case 'unmerge':
      return link && unmerge(eva, link)
    case 'withdraw-by-link':
      return link && byLink(withdrawByLink, who, link)
    case 'restore-by-link':
      return link && byLink(restoreByLink, who, link)
  }
}

async function takePart(who: Person, idea: Idea) {
  if ((await ideaById(db, idea.id))?.mergedIntoId) return 'closed'
  await transaction((tx) => followByTakingPart(tx, who.id, idea.id))
  return 'taken-part'
}

async function merge({ eva, merges }: Village, source: number, target: number) {
  const note = 'Both ask for the same thing.'
  const came = await transaction((tx) => mergeIdeas(tx, eva, { source, target, note }))
  if (came?.is !== 'begun') return 'not-merged'
  merges.push(came.merge.id)
  expect(await carryMerge(came.merge)).toBe('merged')
  return 'merged'
}

async function unmerge(eva: Person, id: string) {
  const came = await transaction((tx) => beginUnmerge(tx, eva, id, 'Not the same after all.'))
  if (came?.is !== 'begun') return 'not-unmerged'
  return dropMerge(came.merge, came.said)
}

const byLink = (act: typeof withdrawByLink | typeof restoreByLink, who: Person, mergeId: string) =>
  transaction(async (tx) => act(tx, { personId: who.id, mergeId }))

/** Everything that the rows say, against everything that the model says. */
async function compare({ members, ideas }: Village, model: Model) {
  const nameOf = (id: string) => members.findIndex((member) => member.id === id)
  for (const [i, { id }] of ideas.entries()) {
    const row = (await ideaById(db, id))!
    const cast = await db.select().from(votes).where(eq(votes.ideaId, id))
    const voters = cast.map(({ voterId }) => nameOf(voterId)).sort()
    expect(voters, `voters of ${i}`).toEqual([...model.voters(i)].sort())
    expect(row.votesCount).toBe(voters.length)
    expect(
      cast
        .filter(({ mergeId }) => !mergeId)
        .map(({ voterId }) => nameOf(voterId))
        .sort(),
    ).toEqual([...model.own[i]!].sort())
    expect((await livingIdea(db, row))?.id).toBe(ideas[model.living(i)]!.id)
    expect(row.status).toBe(model.isMerged(i) ? 'merged' : 'voting')
    await compareFollows(id, i, { members, model })
  }
}

async function compareFollows(
  ideaId: string,
  i: number,
  { members, model }: { members: Person[]; model: Model },
) {
  for (const [m, { id }] of members.entries()) {
    const [row] = await db
      .select()
      .from(follows)
      .where(and(eq(follows.ideaId, ideaId), eq(follows.personId, id)))
    const wish: Wish = model.wish(i, m)
    if (wish !== 'either') expect(row?.state, `wish of ${m} about ${i}`).toBe(wish)
  }
}

test('[#104] whatever is merged, taken apart, voted and withdrawn: each voter counts once, each counter is its rows, and what was comes back', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 8, maxLength: 28 }), async (acts) => {
      const here = await village()
      const model = new Model(ideasCount)
      for (const act of acts) {
        clock += 60_000
        const came = await at(new Date(clock), () => done(here, act))
        const expected = model.do(act)
        if (expected) expect([act, came]).toEqual([act, expected])
        await compare(here, model)
      }
    }),
    { numRuns: Number(process.env.RUNS ?? 25), endOnFailure: false },
  )
  const faults = []
  for await (const fault of ideaFaults(db)) faults.push(fault)
  expect(faults).toEqual([])
}, 120_000)
