import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { postComment } from '#app/domain/comments/comment.server.ts'
import { startSession } from '#app/domain/identity/session.server.ts'
import type { Person } from '#app/domain/identity/viewer.rules.ts'
import { flagComment } from '#app/domain/moderation/flag.server.ts'
import { db, transaction } from '#db/database.server.ts'
import { comments } from '#db/schema/comments.ts'
import { decisions, reviewItems } from '#db/schema/moderation.ts'
import { type House, openHouse } from '#tests/house.ts'
import { person, world } from '#tests/world.ts'

let house: House
let here: Awaited<ReturnType<typeof world>>
let cara: Person

beforeAll(async () => {
  house = await openHouse()
  here = await world()
  cara = await transaction((tx) => person(tx, 'cara', ['care']))
})
afterAll(() => house.close())

const cookies = new Map<string, string>()
async function headersOf(who?: Person) {
  if (who && !cookies.has(who.id)) cookies.set(who.id, await startSession(who.id, '', ''))
  const session = who ? `granaio_session=${cookies.get(who.id)!}; ` : ''
  return { Cookie: `${session}granaio_locale=en`, Origin: house.origin }
}
async function see(path: string, who?: Person) {
  const answer = await fetch(house.origin + path, {
    headers: await headersOf(who),
    redirect: 'manual',
  })
  return { status: answer.status, html: await answer.text() }
}
async function send(
  path: string,
  fields: Record<string, string> | [string, string][],
  who: Person,
) {
  const answer = await fetch(house.origin + path, {
    method: 'POST',
    headers: await headersOf(who),
    body: new URLSearchParams(fields),
    redirect: 'manual',
  })
  const to = answer.headers.get('Location')
  return { status: answer.status, to, html: await answer.text() }
}

let said = 0
/** A comment of Ben's that Ann has flagged, and the item that waits because of it. */
async function flagged(body = `Cheap watches, number ${++said}`, reason = 'spam' as const) {
  return transaction(async (tx) => {
    const comment = await postComment(tx, here.ben, here.refillStation.number, { body })
    if (!comment || typeof comment === 'string') throw new Error(String(comment))
    await flagComment(tx, here.ann, comment.id, { reason, note: 'Seen it before' })
    const [item] = await tx.select().from(reviewItems).where(eq(reviewItems.subjectId, comment.id))
    return { comment, item: item! }
  })
}
const hide = { act: 'hide', reason: 'spam', facts: '' }
const decisionsOn = (itemId: string) =>
  db.select().from(decisions).where(eq(decisions.itemId, itemId))

test('[#50] moderators see the queue and no case; care agents see cases and no queue', async () => {
  const { item } = await flagged()
  for (const path of ['/staff/moderation', `/staff/moderation/${item.id}`]) {
    expect((await see(path, here.mo)).status).toBe(200)
    expect((await see(path, cara)).status).toBe(403)
    expect((await see(path, here.ben)).status).toBe(404)
    expect((await see(path)).status).toBe(303)
  }
  const done = await send(`/staff/moderation/${item.id}`, { ...hide, seen: '1' }, cara)
  expect(done.status).toBe(403)
  expect(await decisionsOn(item.id)).toEqual([])
})

test('an item shows the words in their place, who flagged and why, and who is behind it', async () => {
  const { item } = await flagged('Buy <b>now</b> at my shop')
  const { html } = await see(`/staff/moderation/${item.id}`, here.mo)
  for (const words of ['now', 'A refill station', 'Seen it before', 'First report', 'ben'])
    expect(html).toContain(words)
  expect(html).not.toContain('<b>now')
})

test('a decision without words of its own sends those of the house, and the next item opens', async () => {
  const { comment, item } = await flagged()
  const { item: other } = await flagged()
  const path = `/staff/moderation/${item.id}`
  const done = await send(path, { ...hide, seen: String(item.version), view: 'flagged' }, here.mo)
  expect(done.status).toBe(303)
  expect(done.to).toMatch(/^\/staff\/moderation\/[\w-]+\?view=flagged$/)
  expect(done.to).not.toContain(item.id)
  const [decision] = await decisionsOn(item.id)
  expect(decision).toMatchObject({ act: 'hide', personId: here.ben.id, origin: 'flag' })
  expect(decision!.facts).toMatch(/pubblicità/)
  const [row] = await db.select().from(comments).where(eq(comments.id, comment.id))
  expect(row!.hiddenAt).not.toBeNull()
  expect(other.id).not.toBe(item.id)
})

test('the same form sent twice is no conflict', async () => {
  const { item } = await flagged()
  const path = `/staff/moderation/${item.id}`
  const form = { ...hide, seen: String(item.version) }
  expect((await send(path, form, here.mo)).status).toBe(303)
  expect((await send(path, form, here.mo)).status).toBe(303)
  expect(await decisionsOn(item.id)).toHaveLength(1)
})

test('[#106] who decides second sees both decisions, and what they typed', async () => {
  const { item } = await flagged()
  const path = `/staff/moderation/${item.id}`
  const seen = String(item.version)
  await send(path, { ...hide, seen }, here.ada)
  const late = await send(
    path,
    { act: 'warn', reason: 'offensive', facts: 'Be kind to ann', seen },
    here.mo,
  )
  expect(late.status).toBe(400)
  for (const words of ['Two decisions on the same content', 'Decided by ada', 'Be kind to ann'])
    expect(late.html).toContain(words)
  expect(await decisionsOn(item.id)).toHaveLength(1)
})

test('[#106] who looks first is named to the second', async () => {
  const { item } = await flagged()
  await see(`/staff/moderation/${item.id}`, here.ada)
  expect((await see(`/staff/moderation/${item.id}`, here.mo)).html).toContain(
    'ada is looking at it',
  )
  expect((await see('/staff/moderation', here.mo)).html).toContain('ada is looking at it')
})

test('what is missing is said beside its field, and what was typed stays', async () => {
  const { item } = await flagged()
  const path = `/staff/moderation/${item.id}`
  const seen = String(item.version)
  const bare = await send(path, { act: 'hide', facts: 'Typed before', seen }, here.mo)
  expect(bare.status).toBe(400)
  expect(bare.html).toContain('Typed before')
  expect(bare.html).toContain('reason-error')
  const endless = await send(path, { ...hide, act: 'silence', days: '0', seen }, here.mo)
  expect(endless.status).toBe(400)
  expect(endless.html).toContain('A silence has an end')
  expect((await send(path, { ...hide, seen: 'x' }, here.mo)).status).toBe(400)
})

test('several are decided together, each with its own result', async () => {
  const one = await flagged()
  const other = await flagged()
  await send(
    `/staff/moderation/${other.item.id}`,
    { ...hide, seen: `${other.item.version}` },
    here.ada,
  )
  const items = [one.item, other.item].map(
    ({ id, version }) => ['item', `${id}.${version}`] as [string, string],
  )
  const fields: [string, string][] = [...items, ['act', 'remove'], ['reason', 'spam']]
  const done = await send('/staff/moderation', fields, here.mo)
  expect(done.status).toBe(200)
  expect(done.html).toContain('1 decided')
  expect(done.html).toContain('somebody else had decided already')
})

test('a decision can be undone from the page that comes after it, and is restored later', async () => {
  const { comment, item } = await flagged()
  const path = `/staff/moderation/${item.id}`
  await send(path, { ...hide, seen: String(item.version) }, here.mo)
  const [decision] = await decisionsOn(item.id)
  expect((await see('/staff/moderation', here.mo)).html).toContain(decision!.id)
  const undone = await send('/staff/moderation/undo', { decision: decision!.id }, here.mo)
  expect(undone.status).toBe(303)
  const hiddenAt = async () =>
    (await db.select().from(comments).where(eq(comments.id, comment.id)))[0]!.hiddenAt
  expect(await hiddenAt()).toBeNull()

  const [open] = await db.select().from(reviewItems).where(eq(reviewItems.id, item.id))
  await send(path, { ...hide, seen: String(open!.version) }, here.mo)
  const latest = (await decisionsOn(item.id)).find(({ undoneAt }) => !undoneAt)!
  expect(await hiddenAt()).not.toBeNull()
  await send('/staff/moderation/restore', { decision: latest.id }, here.ada)
  expect(await hiddenAt()).toBeNull()
})

test('hiding a comment on its own page is a decision too, which its author is told of', async () => {
  const { comment } = await flagged()
  const path = `/comments/${comment.id}/hiding`
  const form = { intent: 'hide', reason: 'house_rules', note: 'Not here, please.' }
  expect((await send(path, form, here.mo)).status).toBe(303)
  const made = await db.select().from(decisions).where(eq(decisions.subjectId, comment.id))
  expect(made).toMatchObject([{ act: 'hide', reason: 'other', facts: 'Not here, please.' }])
  expect((await send(path, { intent: 'restore' }, here.mo)).status).toBe(303)
  const [row] = await db.select().from(comments).where(eq(comments.id, comment.id))
  expect(row!.hiddenAt).toBeNull()
})

test('a moderator steps in on something that nobody has flagged', async () => {
  const comment = await transaction((tx) =>
    postComment(tx, here.ben, here.refillStation.number, { body: 'Nobody has seen this' }),
  )
  if (!comment || typeof comment === 'string') throw new Error(String(comment))
  const path = '/staff/moderation/decide'
  const page = await see(`${path}?subject=comment&id=${comment.id}`, here.mo)
  expect(page.html).toContain('Nobody has seen this')
  const fields = { subject: 'comment', id: comment.id, act: 'warn', reason: 'off-topic' }
  expect((await send(path, fields, here.mo)).status).toBe(303)
  const made = await db.select().from(decisions).where(eq(decisions.subjectId, comment.id))
  expect(made).toMatchObject([{ act: 'warn', origin: 'own', itemId: null }])
  expect((await see(`${path}?subject=comment&id=nothing`, here.mo)).status).toBe(404)
})
