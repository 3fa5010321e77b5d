import { statSync } from 'node:fs'
import { join } from 'node:path'
import { inflateRawSync } from 'node:zlib'
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { workThrough } from '#app/clock.server.ts'
import { postComment } from '#app/domain/comments/comment.server.ts'
import { copyBytes } from '#app/domain/privacy/export-file.server.ts'
import { askExport, exportOf, fetchExport } from '#app/domain/privacy/export.server.ts'
import { castVote } from '#app/domain/votes/vote.server.ts'
import { secretId } from '#db/columns.ts'
import { db, transaction } from '#db/database.server.ts'
import { caseMessages, cases } from '#db/schema/care.ts'
import { caseNotes } from '#db/schema/care-desk.ts'
import { dataExports } from '#db/schema/privacy.ts'
import { auditEntries } from '#db/schema/site.ts'
import { at, now } from '#db/time.ts'
import { world } from '#tests/world.ts'

const day = 86_400_000
const canary = 'canary-4b1d'

/** Ben has voted, said something, and has a case with a note that is not his to read. */
async function lived() {
  const people = await world()
  const { ben, ann, refillStation } = people
  await transaction(async (tx) => {
    await castVote(tx, ben, refillStation.number)
    await postComment(tx, ben, refillStation.number, { body: 'Ben says yes to this.' })
    await postComment(tx, ann, refillStation.number, { body: `Ann says ${canary}.` })
    const id = secretId()
    const moment = now()
    await tx.insert(cases).values({
      ...{ id, number: 7, topicId: 'other', subject: 'A stone in the bread', personId: ben.id },
      ...{ locale: 'en', source: 'form', mailKey: secretId(), dueAt: moment },
      ...{ lastMessageAt: moment, confirmedAt: moment },
    })
    await tx.insert(caseMessages).values([
      { caseId: id, side: 'member', authorId: ben.id, body: 'I found a stone.', sentAt: moment },
      { caseId: id, side: 'care', authorId: ann.id, body: 'We are sorry.', sentAt: moment },
      { caseId: id, side: 'care', authorId: ann.id, body: canary, leavesAt: moment },
    ])
    await tx.insert(caseNotes).values({ caseId: id, authorId: ann.id, body: canary, calls: [] })
  })
  return people
}

const ask = (person: { id: string }) => transaction((tx) => askExport(tx, person))
const fetch = (person: { id: string }, id: string) =>
  transaction((tx) => fetchExport(tx, person, id))

/** What is in a copy, by the name of the file: read from the list at the end of the ZIP. */
function contents(zip: Buffer) {
  const files: Record<string, string> = {}
  let at = zip.readUInt32LE(zip.length - 6)
  while (zip.readUInt32LE(at) === 0x02014b50) {
    const [size, length] = [zip.readUInt32LE(at + 20), zip.readUInt16LE(at + 28)]
    const local = zip.readUInt32LE(at + 42)
    const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
    const name = zip.toString('utf8', at + 46, at + 46 + length)
    files[name] = inflateRawSync(zip.subarray(from, from + size)).toString()
    at += 46 + length + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
  return files
}

test('[#150] a copy holds all that is held of its owner, and nothing of anybody else', async () => {
  const { ben, ann, mo } = await lived()
  expect(await ask(ben)).toBe('asked')
  expect(await ask(ben)).toBe('asked-already')
  await workThrough('')
  const copy = (await exportOf(db, ben.id))!
  expect(copy.state).toBe('ready')

  const zip = (await copyBytes(copy.id))!
  expect(statSync(join(process.env.DATA_DIR!, 'exports', `${copy.id}.zip`)).mode & 0o077).toBe(0)
  const files = contents(zip)
  expect(Object.keys(files).length).toBeGreaterThan(15)
  const all = Object.values(files).join('\n')
  for (const mine of ['Ben says yes', 'I found a stone', 'We are sorry', ben.handle, 'A refill'])
    expect(all, mine).toContain(mine)
  for (const others of [canary, ann.handle, ann.id, mo.handle, 'argon2', 'mailKey'])
    expect(all, others).not.toContain(others)

  expect(await fetch(ann, copy.id)).toBeUndefined()
  expect(await fetch(ben, copy.id)).toMatchObject({ id: copy.id })
  const acts = (await db.select().from(auditEntries)).map(({ act }) => act)
  expect(acts).toEqual(expect.arrayContaining(['export.asked', 'export.fetched']))
})

test('[#150] a copy is gone after a day, from the disk too, and can be asked for again', async () => {
  const { ben } = await world()
  await ask(ben)
  await workThrough('')
  const { id } = (await exportOf(db, ben.id))!
  await at(new Date(+now() + day + 60_000), async () => {
    expect(await fetch(ben, id)).toBeUndefined()
    await workThrough('')
    expect(await copyBytes(id)).toBeUndefined()
    const mine = db.select().from(dataExports).where(eq(dataExports.id, id))
    expect(await mine).toMatchObject([{ state: 'ended' }])
    expect(await ask(ben)).toBe('asked')
  })
})

test('nothing but the name of a copy leads to a file', async () => {
  for (const odd of ['../granaio.db', 'x', '', '../../etc/passwd'])
    expect(await copyBytes(odd)).toBeUndefined()
})
