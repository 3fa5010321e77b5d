import { desc, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { findPerson, peopleList } from '#app/domain/identity/people-list.server.ts'
import { editProfile } from '#app/domain/identity/profile.server.ts'
import { assignRoles, hasAdmin, readmit } from '#app/domain/identity/role.server.ts'
import { findSession, startSession } from '#app/domain/identity/session.server.ts'
import { foundHouse, openSetUp } from '#app/domain/identity/set-up.server.ts'
import { shutOut } from '#app/domain/identity/standing.server.ts'
import { findToken } from '#app/domain/identity/token.server.ts'
import { db, transaction } from '#db/database.server.ts'
import { people, personRoles } from '#db/schema/identity.ts'
import { auditEntries } from '#db/schema/site.ts'
import { letters } from '#tests/mailbox.ts'
import { person } from '#tests/world.ts'

const someone = (name: string, roles: Parameters<typeof person>[2] = []) =>
  transaction((tx) => person(tx, name, roles))

const founder = (name: string) => ({
  email: `${name}@house.example`,
  displayName: name,
  passwordHash: 'x',
  locale: 'it' as const,
})

test('[#40] two browsers racing through the set-up make exactly one admin, and the link is dead', async () => {
  const old = await transaction(openSetUp)
  const secret = await transaction(openSetUp)
  expect(await findToken(db, old!, 'set-up')).toBeUndefined()

  const race = ['ada', 'eve', 'zoe'].map((name) =>
    transaction((tx) => foundHouse(tx, secret!, founder(name))),
  )
  expect((await Promise.all(race)).filter(Boolean)).toHaveLength(1)
  const admins = await db.select().from(personRoles).where(eq(personRoles.role, 'admin'))
  expect(admins).toHaveLength(1)
  expect(await findToken(db, secret!, 'set-up')).toBeUndefined()
  expect(await transaction(openSetUp)).toBeUndefined()
})

test('[#42] the last admin stays: neither demoted nor suspended, not even by two at once', async () => {
  await transaction((tx) => tx.delete(personRoles).where(eq(personRoles.role, 'admin')))
  const [ada, bea] = [await someone('ada', ['admin']), await someone('bea', ['admin'])]
  const demote = (by: typeof ada, whom: typeof ada) =>
    transaction((tx) => assignRoles(tx, by, whom.id, { roles: [], team: null }))

  const duel = await Promise.allSettled([demote(ada, bea), demote(bea, ada)])
  expect(duel.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(await hasAdmin(db)).toBe(true)

  const [left] = (await findPerson(db, ada.handle))!.roles.length ? [ada] : [bea]
  await expect(demote(left!, left!)).rejects.toThrow('')
  await expect(transaction((tx) => shutOut(tx, left!.id, null))).rejects.toThrow('')
  expect(await hasAdmin(db)).toBe(true)
})

test('[#20] a change of roles ends the sessions of that person and stays on record', async () => {
  const [ada, ben] = [await someone('ada', ['admin']), await someone('ben')]
  const token = await startSession(ben.id, '', '')
  const wanted = { roles: ['editor' as const, 'moderator' as const], team: 'Redazione' }

  expect(await transaction((tx) => assignRoles(tx, ada, ben.id, wanted))).toBe('assigned')
  expect(await findSession(token)).toBeUndefined()
  const after = await findPerson(db, ben.handle)
  expect(after?.roles.toSorted()).toEqual(['editor', 'moderator'])
  expect(after?.team).toBe('Redazione')
  const [entry] = await db.select().from(auditEntries).orderBy(desc(auditEntries.id)).limit(1)
  expect(entry).toMatchObject({ act: 'person.roles-assigned', subject: ben.id, actorId: ada.id })
})

test('[#20] a suspended person is out at once, and back when readmitted', async () => {
  const [ada, ben] = [await someone('ada', ['admin']), await someone('ben')]
  const token = await startSession(ben.id, '', '')
  await transaction((tx) => shutOut(tx, ben.id, null))
  expect(await findSession(token)).toBeUndefined()
  expect(await findSession(await startSession(ben.id, '', ''))).toBeUndefined()

  expect(await transaction((tx) => readmit(tx, ada, ben.id, 'a mistake'))).toBe('readmitted')
  expect(await findSession(await startSession(ben.id, '', ''))).toMatchObject({ id: ben.id })
})

test('[#20] who is readmitted twice, by two who click at once, is told once', async () => {
  const [ada, bea] = [await someone('ada', ['admin']), await someone('bea', ['admin'])]
  const gone = await someone('gone')
  await transaction((tx) => shutOut(tx, gone.id, null))
  const readmitted = await Promise.all(
    [ada, bea].map((admin) => transaction((tx) => readmit(tx, admin, gone.id, 'a mistake'))),
  )
  expect(readmitted.sort()).toEqual(['not-suspended', 'readmitted'])
  const told = await letters(`${gone.handle}@example.org`)
  expect(told.map(({ template }) => template)).toEqual(['readmitted'])
})

test('nobody but an admin gives roles or lets somebody in again', async () => {
  const [mo, ben] = [await someone('mo', ['moderator']), await someone('ben')]
  const wanted = { roles: ['admin' as const], team: null }

  expect(await transaction((tx) => assignRoles(tx, mo, mo.id, wanted))).toBe('not-allowed')
  expect(await transaction((tx) => readmit(tx, mo, ben.id, 'a friend'))).toBe('not-allowed')
  expect((await findPerson(db, mo.handle))?.roles).toEqual(['moderator'])
})

test('people are found by name, handle or address, without accents, in pages', async () => {
  const zoe = await someone('zoe')
  await transaction((tx) => editProfile(tx, zoe.id, { displayName: 'Zoë Müller', bio: '' }))
  const foundBy = async (words: string) =>
    (await peopleList(db, { words })).people.map(({ handle }) => handle)

  expect(await foundBy('zoe mull')).toEqual([zoe.handle])
  expect(await foundBy('ZOË')).toContain(zoe.handle)
  expect(await foundBy(`${zoe.handle}@example`)).toEqual([zoe.handle])
  expect(await foundBy('%')).toHaveLength((await peopleList(db, {})).people.length)

  await transaction(async (tx) => {
    for (let i = 0; i < 35; i++) await person(tx, 'crowd')
  })
  const seen = new Set<string>()
  for (let after: string | undefined, more = true; more; more = !!after) {
    const page = await peopleList(db, { after })
    page.people.forEach(({ id }) => seen.add(id))
    after = page.next
  }
  expect(seen.size).toBe((await db.select().from(people)).length)
})
