import { and, eq, inArray, isNotNull } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { planDigests, writeDigests } from '#app/clock/digest.server.ts'
import { workThrough } from '#app/clock.server.ts'
import { postComment } from '#app/domain/comments/comment.server.ts'
import { chooseMailHours } from '#app/domain/identity/mail-hours.server.ts'
import { lease } from '#app/domain/jobs/job.server.ts'
import { choose } from '#app/domain/notifications/choice.server.ts'
import { askDigest, digestReaders } from '#app/domain/notifications/digest.server.ts'
import { hourIn, hoursDue, quietEnd } from '#app/domain/notifications/hours.rules.ts'
import { moveIdea } from '#app/domain/workflow/move.server.ts'
import { db, transaction } from '#db/database.server.ts'
import { people } from '#db/schema/identity.ts'
import { jobs } from '#db/schema/jobs.ts'
import { notifications } from '#db/schema/notifications.ts'
import { at } from '#db/time.ts'
import { postBox } from '#tests/post-box.ts'
import { type world, worldWithoutHonours } from '#tests/world.ts'

type Who = Awaited<ReturnType<typeof world>>['ann']
const rome = 'Europe/Rome'
const utc = (moment: string) => new Date(`${moment}Z`)

beforeEach(() =>
  transaction(async (tx) => {
    await tx.delete(jobs).where(inArray(jobs.kind, ['digest', 'mail', 'tell']))
    await tx.delete(notifications).where(isNotNull(notifications.id))
  }),
)

const says = (author: Who, number: number, body: string) =>
  transaction((tx) => postComment(tx, author, number, { body }))
const hours = (who: Who, digestHour: number, quiet: [number, number] | [] = []) =>
  transaction((tx) =>
    chooseMailHours(tx, who.id, {
      digestHour,
      quietFrom: quiet[0] ?? null,
      quietTo: quiet[1] ?? null,
    }),
  )
const mailsTo = async (reader: Who) => {
  const mails = await db.select().from(jobs).where(eq(jobs.kind, 'mail'))
  return mails.filter(({ payload }) => payload.to === `${reader.handle}@example.org`)
}
const readersAt = async (hour: number) => {
  const all = []
  for await (const ids of digestReaders(db, hour)) all.push(...ids)
  return all
}
/** As the clock would: at each of these moments it plans and writes the digests that are due. */
async function clockAt(...moments: string[]) {
  for (const moment of moments)
    await at(utc(moment), async () => {
      await planDigests()
      for (;;) {
        const [job] = await transaction((tx) => lease(tx, 'digest', 1))
        if (!job) return
        await writeDigests(job)
      }
    })
}

test('each member’s digest comes at the hour they chose, in summer and in winter', async () => {
  const { ann, ben, refillStation } = await worldWithoutHonours()
  await hours(ann, 19)
  await says(ben, refillStation.number, 'Hello.')
  expect([await readersAt(8), await readersAt(19)]).toEqual([[], [ann.id]])
  await clockAt('2027-01-10T17:59:00')
  expect(await mailsTo(ann)).toEqual([])
  await clockAt('2027-01-10T18:00:00', '2027-01-10T18:30:00', '2027-01-10T19:30:00')
  expect(await mailsTo(ann)).toHaveLength(1)
  await says(ben, refillStation.number, 'Hello again.')
  await clockAt('2027-07-10T16:59:00')
  expect(await mailsTo(ann)).toHaveLength(1)
  await clockAt('2027-07-10T17:00:00')
  expect(await mailsTo(ann)).toHaveLength(2)
})

test('whoever changes their hour gets one digest a day at most, and what came since the next day', async () => {
  const { ann, ben, refillStation } = await worldWithoutHonours()
  await says(ben, refillStation.number, 'One.')
  await clockAt('2027-02-01T07:10:00')
  await says(ben, refillStation.number, 'Two.')
  await hours(ann, 12)
  await clockAt('2027-02-01T11:10:00')
  expect(await mailsTo(ann)).toHaveLength(1)
  await clockAt('2027-02-02T11:10:00')
  expect(await mailsTo(ann)).toHaveLength(2)
})

test('[#112] on the night that has no two o’clock and on the one that has it twice, the digest of two comes once', async () => {
  expect(
    [utc('2026-03-29T00:59:00'), utc('2026-03-29T01:00:00')].map((m) => hourIn(rome, m)),
  ).toEqual([1, 3])
  expect(hoursDue(rome, utc('2026-03-29T01:00:00'))).toContain(2)
  expect(
    [utc('2026-10-25T00:30:00'), utc('2026-10-25T01:30:00')].map((m) => hourIn(rome, m)),
  ).toEqual([2, 2])

  const { ann, ben, refillStation } = await worldWithoutHonours()
  await hours(ann, 2)
  await says(ben, refillStation.number, 'One.')
  await clockAt('2027-03-28T00:30:00')
  expect(await mailsTo(ann)).toHaveLength(0)
  await clockAt('2027-03-28T01:00:00')
  expect(await mailsTo(ann)).toHaveLength(1)
  await says(ben, refillStation.number, 'Two.')
  await clockAt('2027-10-31T00:10:00')
  expect(await mailsTo(ann)).toHaveLength(2)
  await says(ben, refillStation.number, 'Three.')
  await clockAt('2027-10-31T01:10:00')
  expect(await mailsTo(ann)).toHaveLength(2)
})

test('a house that was closed at the hour sends the digest when it opens; the clock put back sends none twice', async () => {
  const { ann, ben, refillStation } = await worldWithoutHonours()
  await says(ben, refillStation.number, 'Hello.')
  await clockAt('2027-04-05T14:00:00', '2027-04-05T06:30:00', '2027-04-05T14:00:00')
  expect(await mailsTo(ann)).toHaveLength(1)
})

test('[#136] killed between any two steps and begun again, the digest is sent exactly once', async () => {
  const { ann, ben, eva, refillStation } = await worldWithoutHonours()
  for (const who of [ben, eva]) await says(who, refillStation.number, `By ${who.handle}.`)
  class Killed extends Error {}
  const kill = () => {
    throw new Killed()
  }
  const killed = (work: Promise<unknown>) => expect(work).rejects.toThrow(Killed)
  const moment = utc('2027-05-05T06:00:00')
  const digest = () => transaction((tx) => askDigest(tx, ann.id, '2027-05-05'))

  // While the job is written, while the mail is asked for, before and after the job is done.
  await killed(transaction(async (tx) => askDigest(tx, ann.id, '2027-05-05').then(kill)))
  expect(await mailsTo(ann)).toEqual([])
  await at(moment, planDigests)
  const take = (minutes: number) =>
    at(new Date(moment.getTime() + minutes * 60_000), () =>
      transaction(async (tx) => {
        const leased = await lease(tx, 'digest', 10)
        return leased.find(({ payload }) => payload.hour === 8)!
      }),
    )
  await take(0)
  expect(await digest()).toBe('asked')
  const again = await take(2)
  await at(moment, () => writeDigests(again))
  await at(moment, () => writeDigests(again))
  const mails = await mailsTo(ann)
  expect(mails).toHaveLength(1)
  expect(mails[0]!.payload).toMatchObject({ params: { items: [{ lines: [{ count: 2 }] }] } })
  const left = await db
    .select()
    .from(notifications)
    .where(and(eq(notifications.personId, ann.id), eq(notifications.mail, 'digest')))
  expect(left.every(({ mailedAt }) => mailedAt)).toBe(true)
})

test('quiet hours end when they end, over midnight and over the nights of the clock change', () => {
  const night = { quietFrom: 22, quietTo: 7 }
  const end = (moment: string, quiet = night) =>
    quietEnd(quiet, rome, utc(moment))?.toISOString().slice(0, 16)
  expect(end('2026-12-01T20:59:00')).toBeUndefined()
  expect(end('2026-12-01T21:00:00')).toBe('2026-12-02T06:00')
  expect(end('2026-12-02T05:59:59')).toBe('2026-12-02T06:00')
  expect(end('2026-12-02T06:00:00')).toBeUndefined()
  expect(end('2026-03-28T22:00:00')).toBe('2026-03-29T05:00')
  expect(end('2026-10-24T22:00:00')).toBe('2026-10-25T06:00')
  expect(end('2026-07-01T12:30:00', { quietFrom: 13, quietTo: 15 })).toBe('2026-07-01T13:00')
  expect(end('2026-07-01T12:30:00', { quietFrom: 9, quietTo: 9 })).toBeUndefined()
  expect(
    quietEnd({ quietFrom: null, quietTo: null }, rome, utc('2026-01-01T00:00:00')),
  ).toBeUndefined()
})

test('a mail that comes in the quiet hours waits until they end, and is not lost', async () => {
  const { ann, eva, refillStation } = await worldWithoutHonours()
  const box = await postBox()
  const now = new Date()
  const present = hourIn(rome, now)
  await hours(ann, 8, [present, (present + 3) % 24])
  await transaction((tx) =>
    moveIdea(tx, eva, refillStation.number, { to: 'shortlisted', note: 'Yes.' }),
  )
  await workThrough(box.url)
  const [mail] = await mailsTo(ann)
  expect(mail).toMatchObject({ state: 'waiting', attempts: 0 })
  expect(mail!.runAt.getTime()).toBeGreaterThan(now.getTime() + 3_600_000)
  expect(box.letters).toEqual([])
  await at(new Date(now.getTime() + 4 * 3_600_000), () => workThrough(box.url))
  expect(box.letters).toHaveLength(1)

  // Whoever chooses quiet hours while a mail waits for the mail server has them, too.
  await hours(ann, 8)
  await transaction((tx) =>
    moveIdea(tx, eva, refillStation.number, { to: 'evaluating', note: 'We look.' }),
  )
  await workThrough('')
  await hours(ann, 8, [present, (present + 3) % 24])
  await workThrough(box.url)
  expect(box.letters).toHaveLength(1)
  await box.close()
})

test('what was unsubscribed from, paused or hidden while it waited does not leave', async () => {
  const { ann, ben, eva, mo, refillStation } = await worldWithoutHonours()
  const { number } = refillStation
  const box = await postBox()
  const { followIdea } = await import('#app/domain/follows/follow.server.ts')
  await transaction(async (tx) => {
    await followIdea(tx, ben, number)
    await choose(tx, ben.id, { 'followed-moved': { inApp: true, mail: 'now' } })
  })
  await transaction((tx) => moveIdea(tx, eva, number, { to: 'shortlisted', note: 'Yes.' }))
  await workThrough('')
  expect([await mailsTo(ann), await mailsTo(ben)].map((all) => all.length)).toEqual([1, 1])
  await transaction((tx) => choose(tx, ann.id, { 'own-moved': { inApp: true, mail: 'none' } }))
  await transaction((tx) =>
    moveIdea(tx, mo, number, { to: 'hidden', note: 'Private data.', reason: 'legal' }),
  )
  await workThrough(box.url)
  expect(box.letters).toEqual([])
  const [person] = await db.select().from(people).where(eq(people.id, ann.id))
  expect(person?.email).toBeTruthy()
  await box.close()
})
