import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { eq, like } from 'drizzle-orm'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { deliver } from '#app/clock/deliver.server.ts'
import { keepPrivacy } from '#app/clock/privacy.server.ts'
import { auditBreaks } from '#app/domain/audit/chain.server.ts'
import { keepCaseFiles } from '#app/domain/care/file.server.ts'
import { storeCaseFile, type StoredFile } from '#app/domain/care/file-store.server.ts'
import { openCase } from '#app/domain/care/open.server.ts'
import { commentFaults } from '#app/domain/comments/recount.server.ts'
import { postComment } from '#app/domain/comments/comment.server.ts'
import { saveDraft } from '#app/domain/ideas/draft.server.ts'
import { keepImage } from '#app/domain/ideas/image.server.ts'
import { storeImage, type Stored } from '#app/domain/ideas/image-file.server.ts'
import { publishIdea } from '#app/domain/ideas/publish.server.ts'
import { ideaFaults } from '#app/domain/ideas/recount.server.ts'
import { editProfile, wearAvatar } from '#app/domain/identity/profile.server.ts'
import { readmit } from '#app/domain/identity/role.server.ts'
import { startSession } from '#app/domain/identity/session.server.ts'
import type { Person } from '#app/domain/identity/viewer.rules.ts'
import { flagIdea } from '#app/domain/moderation/flag.server.ts'
import { grantPoints } from '#app/domain/points/grant.server.ts'
import { ledgerFaults } from '#app/domain/points/proof.server.ts'
import { askErasure, cancelErasure, erasureOf } from '#app/domain/privacy/erasure.server.ts'
import { journalOf } from '#app/domain/privacy/journal.server.ts'
import { askReturned, eraseReturned } from '#app/domain/privacy/replay.server.ts'
import { ask, lease } from '#app/domain/jobs/job.server.ts'
import { castVote } from '#app/domain/votes/vote.server.ts'
import { newId } from '#db/columns.ts'
import { db, emptyLog, transaction, type Tx } from '#db/database.server.ts'
import { isPostgres } from '#db/dialect.ts'
import { cases } from '#db/schema/care.ts'
import { comments } from '#db/schema/comments.ts'
import { ideas } from '#db/schema/ideas.ts'
import { people, personRoles } from '#db/schema/identity.ts'
import { jobs } from '#db/schema/jobs.ts'
import { notifications } from '#db/schema/notifications.ts'
import { pointEntries } from '#db/schema/points.ts'
import { erasures } from '#db/schema/privacy.ts'
import { redemptions, rewards } from '#db/schema/rewards.ts'
import { at, now } from '#db/time.ts'
import { person, world } from '#tests/world.ts'

const day = 86_400_000
const later = <T>(days: number, work: () => Promise<T>) =>
  at(new Date(Date.now() + days * day), work)
/** What the clock does of this kind after so many days. */
const privacyAfter = (days: number) =>
  later(days, async () => {
    for (const job of await transaction((tx) => lease(tx, 'privacy', 999))) await keepPrivacy(job)
  })
const wish = (who: { id: string }, texts: 'keep' | 'remove' = 'keep') =>
  transaction((tx) => askErasure(tx, who, { texts }))
const personOf = async (id: string) => (await db.select().from(people).where(eq(people.id, id)))[0]!

/** All that lies in the data folder, byte by byte, and (where the database is elsewhere) all its rows. */
async function everything() {
  const folder = process.env.DATA_DIR!
  await emptyLog()
  const files = readdirSync(folder, { recursive: true })
    .map((name) => join(folder, String(name)))
    .filter((path) => statSync(path).isFile())
  const bytes = files.map((path) => ({
    path,
    text: readFileSync(path).toString('latin1').toLowerCase(),
  }))
  if (!isPostgres) return bytes
  const { dump } = await import('#tests/rows.ts')
  return [...bytes, { path: 'rows', text: (await dump()).toLowerCase() }]
}

/** Where a word is still found, with what stands around it. */
const tracesOf = async (word: string) =>
  (await everything()).flatMap(({ path, text }) => {
    const at = text.indexOf(word)
    if (at < 0) return []
    return [`${path}: ${text.slice(Math.max(0, at - 40), at + 40).replace(/[^ -~]+/g, '·')}`]
  })

const jpeg = () =>
  sharp({ create: { width: 60, height: 40, channels: 3, background: '#c83' } })
    .withExif({ IFD0: { Artist: 'Zibaldina Querciolo' } })
    .jpeg()
    .toBuffer()

/** Somebody who has left something everywhere, each time with a word that stands nowhere else. */
async function lived() {
  const house = await world()
  const { ann, ada, refillStation } = house
  const zi = await transaction(async (tx) => {
    const made = await person(tx, 'zibaldina')
    await editProfile(tx, made.id, { displayName: 'Zibaldina Querciolo', bio: 'zibaldina bakes' })
    return { ...made, displayName: 'Zibaldina Querciolo' }
  })
  await startSession(zi.id, 'Zibaldina Browser', '203.0.113.77')
  const face = (await storeImage(await jpeg(), 'avatar')) as Stored
  const file = (await storeCaseFile(
    Buffer.from('zibaldina wrote this'),
    'zibaldina.txt',
  )) as StoredFile
  const idea = await transaction(async (tx) => {
    await keepImage(tx, zi.id, face, { purpose: 'avatar', alt: 'zibaldina' })
    await wearAvatar(tx, zi.id, face.id)
    const { kept } = (await keepCaseFiles(tx, { id: zi.id, side: 'member' }, [file])) as {
      kept: { id: string }[]
    }
    const text = {
      title: 'Bread for breakfast',
      body: 'I am Zibaldina Querciolo.',
      categoryId: 'packaging',
    }
    const published = await publishIdea(tx, zi, { ...text, tags: ['breakfast'] })
    await castVote(tx, zi, refillStation.number)
    await castVote(tx, ann, published.number)
    await postComment(tx, zi, refillStation.number, {
      body: `Ask ${zi.handle}@example.org, please.`,
    })
    await postComment(tx, ann, refillStation.number, {
      body: `Well said, @${zi.handle}! Zibaldina Querciolo knows.`,
    })
    await saveDraft(tx, zi, newId(), { ...text, title: 'A draft of zibaldina', tags: [] })
    await flagIdea(tx, zi, refillStation.number, { reason: 'other', note: 'zibaldina says so' })
    await openCase(tx, {
      ...{ topicId: 'other', subject: 'Zibaldina asks', body: 'I am zibaldina.', locale: 'it' },
      ...{ source: 'form', isConfirmed: true, personId: zi.id, fileIds: kept.map(({ id }) => id) },
    })
    await tx.update(people).set({ suspendedAt: now() }).where(eq(people.id, zi.id))
    await readmit(tx, ada, zi.id, 'Zibaldina was sorry')
    await grantPoints(tx, ada, {
      ...{ key: newId(), personId: zi.id, amount: 20, reason: 'Zibaldina brought bread' },
    })
    await parcel(tx, zi)
    return published
  })
  await transaction(async (tx) => {
    const told = {
      event: 'own-commented',
      mail: 'now' as const,
      data: { who: 'Zibaldina Querciolo' },
    }
    await tx.insert(notifications).values([
      { ...told, personId: zi.id },
      { ...told, personId: ann.id, actorId: zi.id },
    ])
    const payload = { to: 'ann@example.org', params: { who: 'Zibaldina Querciolo' } }
    await ask(tx, 'mail', 'notice:1', { payload })
  })
  return { ...house, zi, idea }
}

async function parcel(tx: Tx, { id }: Person) {
  const words = { titleIt: 'x', titleEn: 'x', textIt: 'x', textEn: 'x' }
  const [reward] = await tx
    .insert(rewards)
    .values({ slug: `tin-${id}`, kind: 'prize', price: 5, ...words })
    .returning()
  await tx.insert(redemptions).values({
    ...{ rewardId: reward!.id, personId: id, key: newId(), asked: '', price: 5, movedAt: now() },
    ...{ state: 'delivered', creditName: 'Zibaldina', tracking: 'zibaldina-1' },
    address: 'Via Zibaldina 1',
  })
}

const totals = async () => {
  const rows = await db.select().from(pointEntries)
  return [rows.length, rows.reduce((sum, { amount }) => sum + amount, 0)]
}

async function faults() {
  const found: unknown[] = []
  for (const all of [ideaFaults(db), commentFaults(db), ledgerFaults(db), auditBreaks(db)])
    for await (const fault of all) found.push(fault)
  return found
}

test('[#151] nothing of who was erased is left in the data folder; what they wrote is a former member’s', async () => {
  const { zi, idea, refillStation } = await lived()
  expect((await tracesOf('zibaldina')).length).toBeGreaterThan(1)
  await transaction((tx) =>
    tx.update(cases).set({ state: 'solved' }).where(eq(cases.personId, zi.id)),
  )
  const before = await totals()
  expect(await wish(zi)).toBe('asked')
  expect(await wish(zi)).toBe('asked-already')

  await privacyAfter(6.9)
  expect((await personOf(zi.id)).erasedAt).toBeNull()
  await privacyAfter(7.1)

  const letters = await db.select().from(jobs).where(eq(jobs.kind, 'mail'))
  const farewell = letters.find(({ payload }) => payload.template === 'erasure-done')
  expect(farewell!.payload).toMatchObject({
    template: 'erasure-done',
    to: expect.stringContaining('zibaldina'),
  })
  const sent: string[] = []
  const send = (_: string, to: string, __: string, mail: { text: string }) =>
    Promise.resolve(void sent.push(`${to} ${mail.text}`))
  await deliver(farewell!, { send })
  expect(sent).toEqual([expect.stringMatching(/^zibaldina.*ultima email.*[0-9A-F]{8}/s)])
  expect(await tracesOf('zibaldina')).toEqual([])
  expect(await tracesOf('querciolo')).toEqual([])
  expect(await tracesOf('203.0.113.77')).toEqual([])
  expect(
    readdirSync(join(process.env.DATA_DIR!, 'uploads'), { recursive: true }).filter((name) =>
      String(name).includes('.'),
    ),
  ).toEqual([])

  const [left] = await db.select().from(ideas).where(eq(ideas.id, idea.id))
  expect(left).toMatchObject({ authorId: null, title: 'Bread for breakfast', votesCount: 1 })
  expect(left!.body).toBe('I am Ex partecipante.')
  const said = await db.select().from(comments).where(eq(comments.ideaId, refillStation.id))
  expect(said.map(({ body }) => body).sort()).toEqual([
    'Ask Ex partecipante, please.',
    'Well said, Ex partecipante! Ex partecipante knows.',
  ])
  expect(await personOf(zi.id)).toMatchObject({
    displayName: 'Ex partecipante',
    email: null,
    bio: '',
  })
  expect(await db.$count(notifications, eq(notifications.personId, zi.id))).toBe(0)
  expect(await totals()).toEqual(before)
  expect(await faults()).toEqual([])
})

test('who wants it takes their words along, and leaves the counts as they were', async () => {
  const { ann, ben, refillStation } = await world()
  await transaction(async (tx) => {
    await castVote(tx, ben, refillStation.number)
    await postComment(tx, ann, refillStation.number, { body: 'A thing of mine' })
    await postComment(tx, ben, refillStation.number, { body: 'A thing of his' })
  })
  await wish(ann, 'remove')
  await privacyAfter(8)
  const [idea] = await db.select().from(ideas).where(eq(ideas.id, refillStation.id))
  expect(idea).toMatchObject({
    authorId: null,
    title: 'Text removed',
    votesCount: 1,
    commentsCount: 1,
  })
  const said = await db.select().from(comments).where(eq(comments.ideaId, idea!.id))
  expect(said.map(({ body }) => body).sort()).toEqual(['', 'A thing of his'])
  expect(await faults()).toEqual([])
})

test('thinking again within the days keeps all as it was', async () => {
  const { ben } = await world()
  await wish(ben)
  const { id } = (await erasureOf(db, ben.id))!
  expect(await transaction((tx) => cancelErasure(tx, 'guessed'))).toBeUndefined()
  const both = await Promise.all([1, 2].map(() => transaction((tx) => cancelErasure(tx, id))))
  expect(both.sort()).toEqual(['cancelled', undefined])
  await privacyAfter(8)
  expect(await personOf(ben.id)).toMatchObject({ erasedAt: null, handle: ben.handle })
  expect(await wish(ben)).toBe('asked')
  const again = (await erasureOf(db, ben.id))!
  // Once it is due it may have begun.
  await later(7.1, async () =>
    expect(await transaction((tx) => cancelErasure(tx, again.id))).toBeUndefined(),
  )
})

test('[#153] an open case puts it off, with a reason told once, and for thirty days at most', async () => {
  const { ben } = await world()
  const open = { topicId: 'other', subject: 'Mould', body: 'In the bag.', locale: 'en' } as const
  await transaction((tx) =>
    openCase(tx, { ...open, source: 'form', isConfirmed: true, personId: ben.id }),
  )
  await wish(ben)
  for (const days of [7.1, 8.2, 29]) await privacyAfter(days)
  expect(await personOf(ben.id)).toMatchObject({ erasedAt: null })
  expect(await erasureOf(db, ben.id)).toMatchObject({ deferredFor: ['case'] })
  const letters = await db.select().from(jobs).where(eq(jobs.kind, 'mail'))
  const told = letters.filter(({ payload }) => payload.template === 'erasure-deferred')
  expect(told).toHaveLength(1)
  await privacyAfter(30.1)
  expect((await personOf(ben.id)).erasedAt).not.toBeNull()
})

test('the last who runs the house cannot go, nor once the others have left', async () => {
  const { ada } = await world()
  const isAdmin = eq(personRoles.role, 'admin')
  const others = await db.select().from(personRoles).where(isAdmin)
  const keepOnly = (ids: string[]) =>
    transaction(async (tx) => {
      await tx.delete(personRoles).where(isAdmin)
      await tx
        .insert(personRoles)
        .values(ids.map((personId) => ({ personId, role: 'admin' as const })))
    })
  await keepOnly([ada.id])
  expect(await wish(ada)).toBe('last-admin')
  await keepOnly([ada.id, others.find(({ personId }) => personId !== ada.id)!.personId])
  expect(await wish(ada)).toBe('asked')
  await keepOnly([ada.id])
  await privacyAfter(31)
  expect(await erasureOf(db, ada.id)).toMatchObject({ deferredFor: ['admin'] })
  expect((await personOf(ada.id)).erasedAt).toBeNull()
})

test('[#152] who comes back with an older backup is erased again, without a word to them', async () => {
  const { ben } = await world()
  const row = await personOf(ben.id)
  await wish(ben)
  await privacyAfter(8)
  expect((await journalOf()).map(({ personId }) => personId)).toContain(ben.id)
  expect(JSON.stringify(await journalOf())).not.toContain(row.email)

  await transaction(async (tx) => {
    await tx.update(people).set(row).where(eq(people.id, ben.id))
    await tx.delete(erasures).where(eq(erasures.personId, ben.id))
    await tx.delete(jobs).where(eq(jobs.kind, 'mail'))
  })
  // A start asks for it, once for all processes; a restore does it at once.
  await askReturned()
  await askReturned()
  expect(await db.$count(jobs, like(jobs.key, 'erase-again:%'))).toBe(1)
  await privacyAfter(0.01)
  expect((await personOf(ben.id)).email).toBeNull()
  await transaction((tx) => tx.update(people).set(row).where(eq(people.id, ben.id)))
  expect(await eraseReturned()).toBe(1)
  expect((await personOf(ben.id)).email).toBeNull()
  expect(await db.$count(jobs, eq(jobs.kind, 'mail'))).toBe(0)
  expect(await eraseReturned()).toBe(0)
})
