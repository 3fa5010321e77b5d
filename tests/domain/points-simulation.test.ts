import { eq, inArray } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { workThrough } from '#app/clock.server.ts'
import { postComment } from '#app/domain/comments/comment.server.ts'
import { hideComment } from '#app/domain/comments/hide.server.ts'
import { markUseful } from '#app/domain/comments/useful.server.ts'
import { publishIdea } from '#app/domain/ideas/publish.server.ts'
import type { Person } from '#app/domain/identity/viewer.rules.ts'
import { accountOf } from '#app/domain/points/account.server.ts'
import { bringFriend, friendCodeOf } from '#app/domain/points/friend.server.ts'
import { decideSuspicion } from '#app/domain/points/suspect-decide.server.ts'
import { castVote, withdrawVote } from '#app/domain/votes/vote.server.ts'
import { db, transaction, type Tx } from '#db/database.server.ts'
import { isPostgres } from '#db/dialect.ts'
import { people as peopleTable } from '#db/schema/identity.ts'
import { suspicions } from '#db/schema/point-desk.ts'
import { pointPending } from '#db/schema/points.ts'
import { at, now } from '#db/time.ts'
import { person, world } from '#tests/world.ts'

/** Ninety days take minutes on PostgreSQL; what they are made of is tested there by the other files. */
const onceOnly = test.skipIf(isPostgres)

const hourMs = 3_600_000
const dayMs = 24 * hourMs
const dawn = new Date('2026-03-02T08:00:00Z')

/** The same chance on every machine. */
function dice(seed: number) {
  return (sides: number) => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
    return Math.floor((seed / 2 ** 32) * sides)
  }
}

type Idea = { id: string; number: number; authorId: string }
type Comment = { id: string; authorId: string }

/** What has been published and said, and how to publish and say more. */
function town() {
  const ideas: Idea[] = []
  const comments: Comment[] = []
  const voted = new Set<string>()
  return {
    ideas,
    comments,
    propose: async (tx: Tx, author: Person, title: string) => {
      const idea = await publishIdea(tx, author, {
        title,
        body: 'Something that would be good to have in the morning.',
        categoryId: 'packaging',
        tags: [],
        locale: 'en',
      })
      ideas.push({ id: idea.id, number: idea.number, authorId: author.id })
      return idea
    },
    say: async (tx: Tx, author: Person, number: number) => {
      const said = await postComment(tx, author, number, {
        body: `A thought of ${author.displayName} at ${+now()}.`,
      })
      const { id } = said as { id: string }
      comments.push({ id, authorId: author.id })
      return id
    },
    /** Votes for one that they have not voted for, if there is any. */
    vote: async (tx: Tx, voter: Person, among: Idea[]) => {
      const idea = among.find(
        ({ number, authorId }) => authorId !== voter.id && !voted.has(`${number} ${voter.id}`),
      )
      if (!idea) return
      voted.add(`${idea.number} ${voter.id}`)
      await castVote(tx, voter, idea.number)
    },
  }
}

type Town = ReturnType<typeof town>
/** What somebody does on a day. */
type Habit = (tx: Tx, day: number) => Promise<void>

const many = (tx: Tx, name: string, n: number) =>
  Promise.all(Array.from({ length: n }, (_, i) => person(tx, `${name}${i}`)))

function honest(place: Town, member: Person, i: number, roll: ReturnType<typeof dice>): Habit {
  return async (tx, day) => {
    if ((day + i * 2) % 30 === 1) await place.propose(tx, member, `Better breakfasts ${i} ${day}`)
    if ((day + i) % 2 === 0) await place.vote(tx, member, place.ideas.toReversed())
    const others = place.ideas.filter(({ authorId }) => authorId !== member.id)
    if ((day + i) % 3 === 0 && others.length)
      await place.say(tx, member, others[roll(others.length)]!.number)
    const recent = place.comments.slice(-24).filter(({ authorId }) => authorId !== member.id)
    if (recent.length) await markUseful(tx, member, recent[roll(recent.length)]!.id)
  }
}

/** Votes, takes it back the next day, and votes again. */
const churner = (place: Town, member: Person): Habit => {
  let mine: number[] = []
  return async (tx) => {
    for (const number of mine) await withdrawVote(tx, member, number)
    mine = place.ideas.slice(-5).map(({ number }) => number)
    for (const number of mine) await castVote(tx, member, number)
  }
}

/** Writes whatever, which the moderators hide the day after. */
const spammer = (place: Town, member: Person, mo: Person): Habit => {
  let mine: string[] = []
  return async (tx) => {
    for (const id of mine) await hideComment(tx, mo, id, { reason: 'spam' } as never)
    mine = []
    for (const { number } of place.ideas.slice(-3)) mine.push(await place.say(tx, member, number))
    place.comments.splice(
      0,
      place.comments.length,
      ...place.comments.filter(({ id }) => !mine.includes(id)),
    )
  }
}

/** Friends who find everything useful that one of them says. */
const ringster = (place: Town, ring: Person[], i: number): Habit => {
  return async (tx) => {
    const idea = place.ideas.findLast(({ authorId }) => !ring.some(({ id }) => id === authorId))
    if (!idea) return
    const said = await place.say(tx, ring[i]!, idea.number)
    for (const friend of ring) if (friend !== ring[i]) await markUseful(tx, friend, said)
    // Nobody else needs to see it.
    place.comments.pop()
  }
}

/** Has an idea now and then, for which those who came by their link vote, who do nothing else. */
const master = (place: Town, boss: Person, puppets: Person[]): Habit => {
  return async (tx, day) => {
    if (day % 10 === 0) await place.propose(tx, boss, `Mine ${day}`)
    const own = place.ideas.filter(({ authorId }) => authorId === boss.id)
    for (const puppet of puppets) {
      await place.vote(tx, puppet, own)
      if (day % 4 === 0 && own.length) await place.say(tx, puppet, own.at(-1)!.number)
    }
    place.comments.splice(
      0,
      place.comments.length,
      ...place.comments.filter(({ authorId }) => !puppets.some(({ id }) => id === authorId)),
    )
  }
}

/** Joins, does all that pays within hours, and goes on with one idea cut into pieces. */
const splitter = (place: Town, member: Person): Habit => {
  return async (tx, day) => {
    const others = place.ideas.filter(({ authorId }) => authorId !== member.id)
    for (const piece of [1, 2]) await place.propose(tx, member, `Bread, piece ${piece} of ${day}`)
    if (day % 20) return
    for (const { number } of others.slice(-10)) await castVote(tx, member, number)
    for (const { number } of others.slice(-5)) await place.say(tx, member, number)
  }
}

const earnedBy = async (member: Person) => (await accountOf(db, member.id)).earned
const median = (numbers: number[]) =>
  numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)]!

onceOnly(
  'after 90 days every kind of farmer has less than the median of the honest',
  async () => {
    const place = town()
    const roll = dice(47)
    const cast = await at(dawn, async () => {
      const { mo } = await world()
      return transaction(async (tx) => ({
        mo,
        members: await many(tx, 'honest', 12),
        churners: await many(tx, 'churn', 1),
        spammers: await many(tx, 'spam', 1),
        ring: await many(tx, 'ring', 4),
      }))
    })
    const { mo, members } = cast
    const habits: Habit[] = [
      ...members.map((member, i) => honest(place, member, i, roll)),
      ...cast.churners.map((member) => churner(place, member)),
      ...cast.spammers.map((member) => spammer(place, member, mo)),
      ...cast.ring.map((_, i) => ringster(place, cast.ring, i)),
    ]
    const late: { boss?: Person; puppets: Person[]; splitters: Person[] } = {
      puppets: [],
      splitters: [],
    }

    for (let day = 0; day < 90; day++) {
      await at(new Date(+dawn + day * dayMs), async () => {
        if (day === 20)
          await transaction(async (tx) => {
            const [boss] = await many(tx, 'boss', 1)
            const code = await friendCodeOf(tx, boss!.id)
            const puppets = await many(tx, 'puppet', 6)
            for (const puppet of puppets) await bringFriend(tx, puppet.id, code)
            const splitters = await many(tx, 'split', 2)
            Object.assign(late, { boss, puppets, splitters })
            habits.push(master(place, boss!, puppets))
            habits.push(...splitters.map((member) => splitter(place, member)))
          })
        await transaction(async (tx) => {
          for (const habit of habits) await habit(tx, day)
        })
        if (day % 2) await workThrough()
      })
      // The look of an hour later finds what was written down now.
      if (day % 2) await at(new Date(+dawn + day * dayMs + hourMs), () => workThrough())
    }

    await at(new Date(+dawn + 104 * dayMs), () => workThrough())
    const honestly = median(await Promise.all(members.map(earnedBy)))
    const farmed = Object.fromEntries(
      await Promise.all(
        Object.entries({
          churn: cast.churners,
          spam: cast.spammers,
          ring: cast.ring,
          puppets: [late.boss!, ...late.puppets],
          splitters: late.splitters,
        }).map(async ([kind, who]) => [kind, Math.max(...(await Promise.all(who.map(earnedBy))))]),
      ),
    ) as Record<string, number>
    expect(honestly).toBeGreaterThan(100)
    for (const most of Object.values(farmed)) expect(most).toBeLessThan(honestly)

    const found = await db.select().from(suspicions)
    const kinds = new Set(found.map(({ kind }) => kind))
    expect(kinds).toEqual(new Set(['ring', 'puppets', 'burst']))
    // Nobody honest waits for a look.
    const suspected = new Set(found.flatMap(({ personIds }) => personIds))
    expect(members.filter(({ id }) => suspected.has(id))).toEqual([])
  },
  120_000,
)

onceOnly(
  '[#109] a hundred accounts of one link weigh nothing until somebody has looked, and are not banned',
  async () => {
    const { ann, refillStation, mo } = await world()
    const crowd = await transaction(async (tx) => {
      const code = await friendCodeOf(tx, ann.id)
      const all = await many(tx, 'crowd', 100)
      for (const one of all) {
        await bringFriend(tx, one.id, code)
        await castVote(tx, one, refillStation.number)
      }
      return all
    })
    await workThrough()
    const found = await db.select().from(suspicions).where(eq(suspicions.kind, 'puppets'))
    const mine = found.filter(({ personIds }) => personIds.includes(ann.id))
    expect(mine).toHaveLength(1)
    expect(mine[0]!.personIds).toHaveLength(101)
    expect(mine[0]!.facts).toMatchObject({ why: 'crowd', masterId: ann.id, byLink: 100 })

    await at(new Date(+now() + 5 * dayMs), () => workThrough())
    expect((await accountOf(db, crowd[0]!.id)).earned).toBe(0)
    expect((await accountOf(db, ann.id)).pending).toBeGreaterThanOrEqual(80)
    const ids = crowd.map(({ id }) => id)
    const here = await db.select().from(peopleTable).where(inArray(peopleTable.id, ids))
    expect(here.filter(({ suspendedAt }) => suspendedAt)).toEqual([])

    const decide = () =>
      transaction((tx) =>
        decideSuspicion(tx, mo, mine[0]!.id, {
          intent: 'clear',
          note: 'A school class that took part together.',
        }),
      )
    expect(await decide()).toBe('cleared')
    expect(await decide()).toBe('already-decided')
    await at(new Date(+now() + 20 * dayMs), () => workThrough())
    expect((await accountOf(db, crowd[0]!.id)).earned).toBe(1)
    const held = await db.select().from(pointPending).where(inArray(pointPending.personId, ids))
    expect(held).toEqual([])
  },
  120_000,
)
