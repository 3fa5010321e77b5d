import { eq } from 'drizzle-orm'
import { expect, test, vi } from 'vitest'
import { hashPassword } from '#app/domain/identity/password.server.ts'
import { issueToken } from '#app/domain/identity/token.server.ts'
import { action as login } from '#app/routes/session/login.tsx'
import { action as reset } from '#app/routes/session/reset.tsx'
import { limitKey } from '#app/web/protect.server.ts'
import { transaction } from '#db/database.server.ts'
import { people } from '#db/schema/identity.ts'
import { answerOf, knock } from '#tests/visit.ts'
import { person } from '#tests/world.ts'

vi.setConfig({ testTimeout: 120_000 })

const password = 'una frase lunga assai'

async function member(name: string) {
  const passwordHash = await hashPassword(password)
  const { id, handle } = await transaction((tx) => person(tx, name))
  await transaction((tx) => tx.update(people).set({ passwordHash }).where(eq(people.id, id)))
  return { id, email: `${handle}@example.org` }
}
const attempt = (email: string, typed: string, address: string) =>
  answerOf(() => login(knock('/login', { email, password: typed }, { address })))

test.each([
  ['2001:db8::1', '2001:db8:0:0:ffff::2'],
  ['2001:db8:1:2:3:4:5:6', '2001:0db8:0001:0002::'],
  ['2001:DB8:a::', '2001:db8:000a:0000:1234:5678:9abc:def0'],
  ['::1', '::2'],
  ['fe80::1%eth0', 'fe80::2%eth0'],
  ['::ffff:192.0.2.1', '192.0.2.1'],
  ['::FFFF:192.0.2.1', '192.0.2.1'],
])('[#119] %s and %s are one address to the limits', (one, other) =>
  expect(limitKey(one)).toBe(limitKey(other)),
)

test.each([
  ['2001:db8::1', '2001:db8:0:1::1'],
  ['2001:db8:1:2::', '2001:db8:1:3::'],
  ['192.0.2.1', '192.0.2.2'],
  ['::ffff:192.0.2.1', '::ffff:192.0.2.2'],
])('[#119] %s and %s are two', (one, other) => expect(limitKey(one)).not.toBe(limitKey(other)))

test('[#24] guesses from many addresses are limited for the account, and a new password ends that', async () => {
  const { id, email } = await member('many')
  const outcomes: number[] = []
  for (let i = 0; i < 61; i++) outcomes.push((await attempt(email, 'wrong', `192.0.2.${i}`)).status)
  expect(outcomes.slice(0, 60).every((status) => status === 400)).toBe(true)
  expect(outcomes.at(-1)).toBe(429)
  expect((await attempt(email, password, '198.51.100.1')).status).toBe(429)

  const token = await transaction((tx) => issueToken(tx, 'reset-password', { personId: id, email }))
  const words = { password: 'three eggs and a lemon' }
  const asked = knock('/', words, { params: { token }, address: '198.51.100.1' })
  expect((await answerOf(() => reset(asked))).status).toBe(303)
  expect((await attempt(email, words.password, '198.51.100.1')).status).toBe(303)
})

test('[#24] another spelling of the address is not another account', async () => {
  const { email } = await member('spelt')
  const spellings = [email, email.toUpperCase(), ` ${email}`, email.replace('e', 'ｅ')]
  const outcomes = []
  for (const each of [...spellings, email, email])
    outcomes.push((await attempt(each, 'wrong', '203.0.113.9')).status)
  expect(outcomes).toEqual([400, 400, 400, 400, 400, 429])
})
