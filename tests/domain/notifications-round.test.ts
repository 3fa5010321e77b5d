import { eq, isNotNull } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { workThrough } from '#app/clock.server.ts'
import { writeRoundLetters } from '#app/clock/round-letters.server.ts'
import { record } from '#app/domain/activity/record.server.ts'
import { publishIdea } from '#app/domain/ideas/publish.server.ts'
import { lease } from '#app/domain/jobs/job.server.ts'
import { choose } from '#app/domain/notifications/choice.server.ts'
import { askDigest } from '#app/domain/notifications/digest.server.ts'
import { notificationsOf } from '#app/domain/notifications/notification.server.ts'
import { askRoundLetter } from '#app/domain/notifications/round-letter.server.ts'
import { castVote } from '#app/domain/votes/vote.server.ts'
import { moveIdea } from '#app/domain/workflow/move.server.ts'
import { type MailOrder, renderMail } from '#app/web/mail.server.ts'
import { newId } from '#db/columns.ts'
import { db, transaction } from '#db/database.server.ts'
import { ideas } from '#db/schema/ideas.ts'
import { jobs } from '#db/schema/jobs.ts'
import { roundEntries, rounds } from '#db/schema/rounds.ts'
import { person, type world, worldWithoutHonours } from '#tests/world.ts'

type Who = Awaited<ReturnType<typeof world>>['ann']
let numbered = 900

beforeEach(() =>
  transaction(async (tx) => {
    await tx.delete(jobs).where(isNotNull(jobs.id))
  }),
)

/** A round with three ideas: Ann's own, and two of Ben's that Ann voted for. */
async function round() {
  const stage = await worldWithoutHonours()
  const { ann, ben, eva, refillStation } = stage
  const roundId = newId()
  const all = await transaction(async (tx) => {
    const others = []
    for (const title of ['A tin with a window', 'Rusks for the road']) {
      const body = 'Something that one could make of rusks, one day.'
      const idea = { title, body, categoryId: 'packaging', tags: [], locale: 'en' as const }
      others.push(await publishIdea(tx, ben, idea))
    }
    for (const { number } of others) await castVote(tx, ann, number)
    const row = { number: ++numbered, titleIt: 'Primavera', titleEn: 'Spring', capacity: 3 }
    const dates = { opensAt: new Date(), closesAt: new Date(), state: 'published' as const }
    await tx.insert(rounds).values({ id: roundId, ...row, ...dates })
    const all = [refillStation, ...others]
    await tx.insert(roundEntries).values(
      all.map(({ id }) => ({
        roundId,
        ideaId: id,
        way: 'votes' as const,
        state: 'in' as const,
        votesAtEntry: 1,
      })),
    )
    return all
  })
  const decide = (number: number) =>
    transaction((tx) =>
      moveIdea(tx, eva, number, {
        to: 'declined',
        note: `Not ${number}.`,
        reason: 'legal',
        roundId,
      }),
    )
  const publish = () =>
    transaction((tx) => record(tx, { verb: 'round.published', actorId: null, subjectId: roundId }))
  return { ...stage, all, roundId, decide, publish }
}

const mailsTo = async (reader: Who) => {
  const mails = await db.select().from(jobs).where(eq(jobs.kind, 'mail'))
  return mails
    .map(({ payload }) => payload as unknown as MailOrder)
    .filter(({ to }) => to === `${reader.handle}@example.org`)
}
const titles = ({ params }: MailOrder) => params.items!.map(({ title }) => title)

test('the outcomes of a round come in one letter a member, their own idea first, at once on the site', async () => {
  const { ann, ben, all, decide, publish } = await round()
  for (const { number } of [all[1]!, all[0]!, all[2]!]) await decide(number)
  const { rows } = await notificationsOf(db, ann, { unread: true })
  expect(rows.map(({ event }) => event)).toEqual(['own-moved'])
  await publish()
  await workThrough()
  expect((await notificationsOf(db, ann, { unread: true })).rows).toHaveLength(3)

  const mails = await mailsTo(ann)
  expect(mails).toHaveLength(1)
  expect(titles(mails[0]!)[0]).toBe(all[0]!.title)
  expect(titles(mails[0]!).sort()).toEqual(all.map(({ title }) => title).sort())
  const { text, subject } = renderMail(mails[0]!, 'Forno')
  expect(text).toContain(`> Not ${all[0]!.number}.`)
  expect(subject).not.toMatch(/tin|rusks/i)
  expect(titles((await mailsTo(ben))[0]!)).toHaveLength(2)
  expect(await transaction((tx) => askDigest(tx, ann.id, '2026-01-01'))).toBe('nothing')
})

test('it is one letter however the telling and the publishing are ordered, and however often it begins', async () => {
  const { ann, ben, all, roundId, decide, publish } = await round()
  await publish()
  for (const { number } of all) await decide(number)
  await workThrough()
  await Promise.all(
    [1, 2, 3].map(() => transaction((tx) => askRoundLetter(tx, roundId, [ann.id, ben.id]))),
  )
  for (const who of [ann, ben]) expect(await mailsTo(who)).toHaveLength(1)
  const counts = [await mailsTo(ann), await mailsTo(ben)].map(([mail]) => titles(mail!).length)
  expect(counts).toEqual([3, 2])
})

test('[#136] killed while it writes the letters, the next begins where it stopped', async () => {
  const { ann, all, roundId, decide, publish } = await round()
  const crowd = await transaction(async (tx) => {
    const fans = []
    for (let i = 0; i < 5; i++) fans.push(await person(tx, `fan${i}`))
    for (const fan of fans) await castVote(tx, fan, all[1]!.number)
    return fans
  })
  for (const { number } of all) await decide(number)
  for (let left = 3; left; left--) {
    const { tellFollowers } = await import('#app/clock/tell-followers.server.ts')
    const [job] = await transaction((tx) => lease(tx, 'tell', 1))
    await tellFollowers(job!)
  }
  await publish()
  await transaction((tx) => askRoundLetter(tx, roundId, [ann.id, crowd[0]!.id]))
  const killed = transaction(async (tx) => {
    await askRoundLetter(tx, roundId, [crowd[1]!.id])
    throw new Error('killed')
  })
  await expect(killed).rejects.toThrow('killed')
  const [job] = await transaction((tx) => lease(tx, 'round-letters', 1))
  await writeRoundLetters(job!)
  await writeRoundLetters(job!)
  for (const who of [ann, ...crowd]) expect(await mailsTo(who)).toHaveLength(1)
})

test('whoever wants no letters of rounds gets none; whoever wants them in the digest finds them there', async () => {
  const { ann, ben, all, decide, publish } = await round()
  await transaction(async (tx) => {
    await choose(tx, ann.id, { round: { inApp: true, mail: 'none' } })
    await choose(tx, ben.id, { round: { inApp: true, mail: 'digest' } })
  })
  for (const { number } of all) await decide(number)
  await publish()
  await workThrough()
  expect([await mailsTo(ann), await mailsTo(ben)]).toEqual([[], []])
  expect((await notificationsOf(db, ann, { unread: true })).rows).toHaveLength(3)
  expect(await transaction((tx) => askDigest(tx, ben.id, '2026-01-01'))).toBe('asked')
})

test('[#46] an idea that is private when the letter is written, or when it leaves, is in nobody’s letter but its author’s', async () => {
  const { ann, ben, all, decide, publish } = await round()
  for (const { number } of all) await decide(number)
  const hide = (id: string) =>
    transaction(async (tx) => {
      await tx.update(ideas).set({ place: 'private' }).where(eq(ideas.id, id))
    })
  await hide(all[1]!.id)
  await publish()
  await workThrough()
  expect(titles((await mailsTo(ann))[0]!)).toEqual([all[0]!.title, all[2]!.title])
  expect(titles((await mailsTo(ben))[0]!)).toHaveLength(2)
  const { departureOf } = await import('#app/domain/notifications/departure.server.ts')
  await hide(all[2]!.id)
  const { letter } = await departureOf(db, (await mailsTo(ann))[0]!)
  expect(titles(letter!)).toEqual([all[0]!.title])
})
