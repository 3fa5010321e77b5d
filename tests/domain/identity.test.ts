import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { askEmailChange, changeEmail } from '#app/domain/identity/account.server.ts'
import { consentsOf, withdrawConsent } from '#app/domain/identity/consent.server.ts'
import { confirmEmail, forgetUnconfirmed, join } from '#app/domain/identity/join.server.ts'
import { hashPassword, isPassword } from '#app/domain/identity/password.server.ts'
import { askReset, resetPassword } from '#app/domain/identity/reset.server.ts'
import { findSession, startSession } from '#app/domain/identity/session.server.ts'
import { recognise } from '#app/domain/identity/sign-in.server.ts'
import { findToken, issueToken, spendToken } from '#app/domain/identity/token.server.ts'
import { db, transaction } from '#db/database.server.ts'
import { people, sessions, tokens } from '#db/schema/identity.ts'
import { at, now } from '#db/time.ts'
import { lastSecret, letters } from '#tests/mailbox.ts'

const passwordHash = await hashPassword('a loaf of rye, still warm')
const minutes = (n: number) => new Date(now().getTime() + n * 60_000)

const newcomer = (email: string, more = {}) => ({
  email,
  passwordHash,
  displayName: 'Giulia B.',
  birthYear: 1990,
  consents: ['terms' as const],
  locale: 'it' as const,
  ...more,
})

async function member(email: string) {
  await transaction((tx) => join(tx, newcomer(email)))
  const secret = await lastSecret(email)
  const id = await transaction((tx) => confirmEmail(tx, secret))
  return { id: id!, email }
}

const rowOf = async (email: string) =>
  (await db.select().from(people).where(eq(people.emailFolded, email)))[0]

test('whoever joins is let in by the link in the mail, once', async () => {
  await transaction((tx) => join(tx, newcomer('giulia@example.org')))
  expect((await recognise(db, 'giulia@example.org', 'a loaf of rye, still warm')).is).toBe(
    'unconfirmed',
  )

  const secret = await lastSecret('giulia@example.org')
  const id = await transaction((tx) => confirmEmail(tx, secret))
  expect(await recognise(db, 'Giulia@Example.org', 'a loaf of rye, still warm')).toEqual({
    is: 'known',
    personId: id,
  })
  expect(await transaction((tx) => confirmEmail(tx, secret))).toBeUndefined()
})

test('[#23] a known address gets a letter instead of a second account', async () => {
  await member('marco@example.org')
  const again = newcomer('MARCO@example.org')

  expect(await transaction((tx) => join(tx, again))).toBe('already-joined')
  expect((await letters('marco@example.org')).at(-1)?.template).toBe('already-joined')
})

test('nobody can sit on an address: who joins last with it gets the only link that works', async () => {
  const other = { displayName: 'Somebody else', passwordHash: await hashPassword('squatter here') }
  await transaction((tx) => join(tx, newcomer('anna@example.org', other)))
  const squatters = await lastSecret('anna@example.org')
  await transaction((tx) => join(tx, newcomer('anna@example.org')))

  expect(await transaction((tx) => confirmEmail(tx, squatters))).toBeUndefined()
  expect((await rowOf('anna@example.org'))?.displayName).toBe('Giulia B.')
})

test('people of the same name get handles of their own, even at once', async () => {
  const emails = ['one', 'two', 'three'].map((name) => `${name}@twins.example`)
  const twins = emails.map((email) => newcomer(email, { displayName: 'Élodie Twin' }))
  await Promise.all(twins.map((twin) => transaction((tx) => join(tx, twin))))

  const handles = await Promise.all(emails.map(async (email) => (await rowOf(email))?.handle))
  expect(new Set(handles).size).toBe(3)
  expect(handles.every((handle) => handle?.startsWith('elodie_twin'))).toBe(true)
})

test('a consent is kept with its date and version, and its withdrawal beside it', async () => {
  const { id } = await member('samira@example.org')
  await transaction((tx) => withdrawConsent(tx, id, 'terms'))

  const [terms] = await consentsOf(db, id)
  expect(terms).toMatchObject({ purpose: 'terms', version: '2026-11' })
  expect(terms?.withdrawnAt).toBeInstanceOf(Date)
})

test('whoever never confirms is forgotten after a week, and nobody else', async () => {
  await member('stays@example.org')
  await transaction((tx) => join(tx, newcomer('goes@example.org')))
  await at(minutes(8 * 24 * 60), () => transaction(forgetUnconfirmed))

  expect(await rowOf('goes@example.org')).toBeUndefined()
  expect(await rowOf('stays@example.org')).toBeDefined()
})

test('[#19] a copy of the database opens nothing: sessions and links are kept as SHA-256', async () => {
  const { id } = await member('hash@example.org')
  const token = await startSession(id, '', '')
  const secret = await transaction((tx) => issueToken(tx, 'reset-password', { personId: id }))

  const [session] = await db.select().from(sessions).where(eq(sessions.personId, id))
  const [link] = await db.select().from(tokens).where(eq(tokens.personId, id))
  expect([session?.id, link?.id]).not.toContain(token)
  expect(session?.id).toMatch(/^[0-9a-f]{64}$/)
  expect(await findSession(session!.id)).toBeUndefined()
  expect(await findToken(db, link!.id, 'reset-password')).toBeUndefined()
  expect(await findToken(db, secret, 'reset-password')).toBeDefined()
})

test('[#20] a new password ends every session at once and tells the owner', async () => {
  const { id, email } = await member('reset@example.org')
  const token = await startSession(id, '', '')
  await transaction((tx) => askReset(tx, email))
  const secret = await lastSecret(email)
  const fresh = await hashPassword('three eggs and a lemon')

  expect(await transaction((tx) => resetPassword(tx, secret, fresh))).toBe('reset')
  expect(await findSession(token)).toBeUndefined()
  expect((await letters(email)).at(-1)?.template).toBe('password-changed')
  expect((await recognise(db, email, 'a loaf of rye, still warm')).is).toBe('stranger')
  expect((await recognise(db, email, 'three eggs and a lemon')).is).toBe('known')
})

test('[#26] the link goes to the address as it is stored, whatever was typed', async () => {
  await member('stored@example.org')
  const before = (await letters()).length
  await transaction((tx) => askReset(tx, 'STORED@EXAMPLE.ORG'))
  await transaction((tx) => askReset(tx, 'stored@example.org,evil@example.org'))

  const sent = (await letters()).slice(before)
  expect(sent.map(({ to }) => to)).toEqual(['stored@example.org'])
})

test('[#27] a reset link is refused when used, superseded, after a change of address, for another purpose and after 61 minutes', async () => {
  const { id, email } = await member('links@example.org')
  const ask = async () => {
    await transaction((tx) => askReset(tx, email))
    return lastSecret(email)
  }
  const use = (secret: string) => transaction((tx) => resetPassword(tx, secret, passwordHash))

  const superseded = await ask()
  const good = await ask()
  expect(await use(superseded)).toBeUndefined()
  expect(await transaction((tx) => confirmEmail(tx, good))).toBeUndefined()
  expect(await at(minutes(61), () => use(good))).toBeUndefined()
  expect(await at(minutes(59), () => use(good))).toBe('reset')
  expect(await use(good)).toBeUndefined()

  const beforeMove = await ask()
  await transaction((tx) => askEmailChange(tx, id, 'moved@example.org'))
  const move = await lastSecret('moved@example.org')
  expect(await transaction((tx) => changeEmail(tx, move))).toBe('changed')
  expect(await use(beforeMove)).toBeUndefined()
})

test('[#39] a new address is confirmed by its owner and the old one is told', async () => {
  const { id } = await member('old@example.org')
  await transaction((tx) => askEmailChange(tx, id, 'new@example.org'))
  expect(await rowOf('old@example.org')).toBeDefined()

  const secret = await lastSecret('new@example.org')
  await transaction((tx) => changeEmail(tx, secret))
  expect((await rowOf('new@example.org'))?.id).toBe(id)
  expect((await letters('old@example.org')).at(-1)?.template).toBe('email-changed')
})

test('[#23] asking for an address that somebody has tells only that somebody', async () => {
  const { id } = await member('mover@example.org')
  await member('taken@example.org')
  await transaction((tx) => askEmailChange(tx, id, 'taken@example.org'))

  expect((await letters('taken@example.org')).at(-1)).toMatchObject({
    template: 'already-joined',
    params: { path: '/login' },
  })
})

test('one link, many clicks at once: exactly one of them counts', async () => {
  const { id } = await member('clicks@example.org')
  const secret = await transaction((tx) => issueToken(tx, 'reset-password', { personId: id }))
  const clicks = Array.from({ length: 20 }, () =>
    transaction((tx) => spendToken(tx, secret, 'reset-password')),
  )

  expect((await Promise.all(clicks)).filter(Boolean)).toHaveLength(1)
})

test('[#22] an imported person without a password is a stranger, found out with as much work', async () => {
  await transaction((tx) =>
    tx.insert(people).values({
      ...{ handle: 'imported', displayName: 'Imported', source: 'x:1' },
      ...{ email: 'imported@example.org', emailFolded: 'imported@example.org' },
    }),
  )
  expect((await recognise(db, 'imported@example.org', 'anything at all')).is).toBe('stranger')
  expect(await isPassword(null, 'a door without a house')).toBe(false)
})
