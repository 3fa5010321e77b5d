import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { startSession } from '#app/domain/identity/session.server.ts'
import { newId } from '#db/columns.ts'
import { db, transaction } from '#db/database.server.ts'
import { activity } from '#db/schema/activity.ts'
import { jobs } from '#db/schema/jobs.ts'
import { notifications } from '#db/schema/notifications.ts'
import { redemptions, rewardCodes, rewards } from '#db/schema/rewards.ts'
import { auditEntries } from '#db/schema/site.ts'
import { addressOf, doors, type House, openHouse, type Stand, standing } from '#tests/house.ts'
import { address, endow, offer } from '#tests/rewards.ts'
import { person } from '#tests/world.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

const code = 'CANARYCODE77'
const secretStreet = 'Via Canarina 99'
let house: House
let stand: Stand
let tokens: Record<'ann' | 'ben' | 'admin', string>
let coupon: typeof rewards.$inferSelect
let basket: typeof rewards.$inferSelect

beforeAll(async () => {
  house = await openHouse()
  stand = await standing()
  const admin = await transaction(async (tx) => {
    coupon = await offer(tx, { codes: [code] })
    basket = await offer(tx, { needsApproval: true })
    await endow(tx, [stand.ann], 200)
    await endow(tx, [stand.ben], 20)
    return person(tx, 'boss', ['admin'])
  })
  const token = (id: string) => startSession(id, 'Firefox', '::1')
  tokens = {
    ...{ ann: await token(stand.ann.id), ben: await token(stand.ben.id) },
    admin: await token(admin.id),
  }
})
afterAll(() => house.close())

async function ask(path: string, who?: keyof typeof tokens, fields?: Record<string, string>) {
  const answer = await fetch(house.origin + path, {
    method: fields ? 'POST' : 'GET',
    redirect: 'manual',
    body: fields && new URLSearchParams(fields),
    headers: {
      Origin: house.origin,
      'Accept-Language': 'it',
      ...(who && { Cookie: `granaio_session=${tokens[who]}` }),
    },
  })
  const cookies = answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0])
  const to = answer.headers.get('Location') ?? ''
  return { status: answer.status, to, cookies, headers: answer.headers, body: await answer.text() }
}
const key = () => ({ idempotencyKey: newId() })

test('the catalogue is the same page for all, but for what each may take', async () => {
  const [guest, ann, ben] = [
    await ask('/rewards'),
    await ask('/rewards', 'ann'),
    await ask('/rewards', 'ben'),
  ]
  expect(guest.body).not.toMatch(/Puoi richiederlo|Ti mancano/)
  expect(ann.body).toContain('Puoi richiederlo')
  expect(ben.body).toContain('Ti mancano 30\u00a0chicchi di grano')
  expect(ben.body).toContain('Ne resta 1')
  expect((await ask('/rewards/nothing')).status).toBe(404)
})

test('signed out, the form leads to signing in and back to it, with what was typed and nothing stored', async () => {
  const path = `/rewards/${basket.slug}/redeem`
  expect((await ask(path)).to).toBe(`/login?redirectTo=${encodeURIComponent(path)}`)
  const sent = await ask(path, undefined, { ...key(), ...address, street: secretStreet })
  expect([sent.status, sent.to]).toEqual([303, `/login?redirectTo=${encodeURIComponent(path)}`])
  const wish = sent.cookies.find((cookie) => cookie?.includes('wish'))!
  expect(wish).not.toContain('Canarina')
  const again = await fetch(house.origin + path, {
    headers: { Cookie: `granaio_session=${tokens.ann}; ${wish}` },
  })
  expect(await again.text()).toContain(secretStreet)
  expect(await db.select().from(redemptions)).toEqual([])
})

test('bad input and refusals are the same page with what was typed, and ways out', async () => {
  const bad = await ask(`/rewards/${basket.slug}/redeem`, 'ann', {
    ...key(),
    ...address,
    postcode: '?',
  })
  expect(bad.status).toBe(400)
  expect(bad.body).toContain('Scrivi il codice postale')
  expect(bad.body).toContain(address.street)
  const poor = await ask(`/rewards/${basket.slug}/redeem`, 'ben', { ...key(), ...address })
  expect(poor.status).toBe(400)
  expect(poor.body).toContain('ti mancano 30\u00a0chicchi di grano')
  expect(poor.body).toContain(address.street)
  const dearer = { ...key(), ...address, price: '10' }
  const changed = await ask(`/rewards/${basket.slug}/redeem`, 'ann', dearer)
  expect(changed.body).toContain('Il prezzo è cambiato')
})

test('[#44] a code and an address are their owner’s: nobody else meets them, on any page, feed, mail or row', async () => {
  const one = await ask(`/rewards/${coupon.slug}/redeem`, 'ann', key())
  const prize = { ...key(), ...address, street: secretStreet }
  const other = await ask(`/rewards/${basket.slug}/redeem`, 'ann', prize)
  expect([one.status, other.status]).toEqual([303, 303])
  expect((await ask(one.to, 'ann')).body).not.toContain(code)
  await ask(one.to, 'ann', { intent: 'show' })
  const own = await ask(one.to, 'ann')
  expect(own.body).toContain(code)
  expect(own.headers.get('Cache-Control')).toBe('private, no-store')
  expect((await ask(other.to, 'ann')).body).toContain(secretStreet)

  const nothing = `/me/rewards/${newId()}`
  for (const who of ['ben', 'admin'] as const)
    for (const path of [one.to, other.to]) {
      const [there, nowhere] = [await ask(path, who), await ask(nothing, who)]
      expect([there.status, nowhere.status]).toEqual([404, 404])
      const plain = (body: string, at: string) =>
        body
          .replaceAll(at.slice('/me/rewards/'.length), '')
          .replace(/Riferimento: \S+|[\w-]{36}/g, '')
      expect(plain(there.body, path)).toBe(plain(nowhere.body, nothing))
      expect((await ask(path, who, { intent: 'cancel' })).status).toBe(404)
    }

  const { workThrough } = await import('#app/clock.server.ts')
  await workThrough()
  const rows = await Promise.all(
    [activity, auditEntries, notifications, jobs, redemptions, rewardCodes].map((table) =>
      db.select().from(table),
    ),
  )
  expect(JSON.stringify(rows)).not.toMatch(/CANARYCODE77|Canarina/)
  const paths = [coupon, basket].map(({ slug }) => `/rewards/${slug}`)
  for (const who of [undefined, 'ann', 'admin'] as const)
    for (const path of [...paths, ...doors.map((door) => addressOf(door, stand))]) {
      const { body } = await ask(path, who)
      expect(body, `${who} at ${path}`).not.toMatch(/CANARYCODE77|Canarina/)
    }
})

test('[#111] cancelled twice, it is given back once, and the page says so', async () => {
  const [mine] = await db.select().from(redemptions).where(eq(redemptions.rewardId, basket.id))
  const path = `/me/rewards/${mine!.id}`
  const [first, second] = [
    await ask(path, 'ann', { intent: 'cancel' }),
    await ask(path, 'ann', { intent: 'cancel' }),
  ]
  expect([first.status, second.status]).toEqual([303, 303])
  expect(second.cookies.join()).toContain('redemption-already-cancelled')
  expect((await ask('/me/rewards', 'ann')).body).toContain('Hai 150\u00a0chicchi di grano')
  expect((await ask(path, 'ann')).body).toContain('Ti abbiamo ridato')
})

test('with another secret the code cannot be opened, and the page says so in words', async () => {
  const [mine] = await db.select().from(redemptions).where(eq(redemptions.rewardId, coupon.id))
  process.env.SESSION_SECRET = 'another-0123456789-0123456789-0123456789'
  const { status, body } = await ask(`/me/rewards/${mine!.id}`, 'ann')
  delete process.env.SESSION_SECRET
  expect(status).toBe(200)
  expect(body).toContain('Non riusciamo più ad aprire questo codice')
})

test('after a step for several, the desk reads whose reward became what', async () => {
  await transaction((tx) => endow(tx, [stand.ann], 100))
  const wished = await ask(`/rewards/${basket.slug}/redeem`, 'ann', { ...key(), ...address })
  expect(wished.status).toBe(303)
  const [wish] = await db.select().from(redemptions).where(eq(redemptions.state, 'requested'))
  const gone = newId()
  const body = new URLSearchParams({ to: 'approved', note: '' })
  for (const id of [wish!.id, gone]) body.append('id', id)
  const answer = await fetch(`${house.origin}/staff/redemptions`, {
    method: 'POST',
    body,
    headers: {
      Origin: house.origin,
      'Accept-Language': 'it',
      Cookie: `granaio_session=${tokens.admin}`,
    },
  })
  const html = (await answer.text()).replaceAll('<!-- -->', '')
  const named = `${basket.titleIt}, ${stand.ann.displayName}</a>: fatto`
  expect(html).toContain(named)
  expect(html).toContain('<li>non c’è più.</li>')
  expect(html).not.toContain(`>${wish!.id.slice(-6)}<`)
})

test('what nobody can take today is listed after the rest, without its photo', async () => {
  const gone = await transaction((tx) => offer(tx, { stock: 0 }))
  const { body } = await ask('/rewards')
  const [now, later] = body.split('id="later"')
  expect(now).toContain(`/rewards/${basket.slug}`)
  expect(now).not.toContain(`/rewards/${gone.slug}`)
  expect(later).toContain(`/rewards/${gone.slug}`)
  expect(later).toContain('Esaurito')
})
