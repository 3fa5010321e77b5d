import { readFileSync } from 'node:fs'
import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { everyAuditAct } from '#app/domain/audit/act.rules.ts'
import { audit } from '#app/domain/audit/audit.server.ts'
import { auditBreaks, chainState } from '#app/domain/audit/chain.server.ts'
import { db, run, transaction } from '#db/database.server.ts'
import { unguarded } from '#tests/unguarded.ts'

const breaks = async () => {
  const all = []
  for await (const each of auditBreaks(db)) all.push(each)
  return all
}

const note = (subject: string) =>
  transaction((tx) =>
    audit(tx, 'ada', 'thanks.given', { subject, when: new Date(0), b: 2, a: { z: 1 } }),
  )

test('[#158] the audit refuses to be changed, and its chain tells who did it nevertheless', async () => {
  await Promise.all(['one', 'two', 'three', 'four', 'five'].map(note))
  expect(await breaks()).toEqual([])

  const change = sql`update audit_entries set act = 'other' where subject = 'three'`
  await expect(transaction((tx) => run(tx, change))).rejects.toThrow()
  await expect(transaction((tx) => run(tx, sql`delete from audit_entries`))).rejects.toThrow()
  expect(await breaks()).toEqual([])

  await unguarded(sql`update audit_entries set act = 'other' where seq = 3`)
  expect(await breaks()).toEqual([{ seq: 3, what: 'changed' }])
  expect(await chainState(db)).toMatchObject({ to: 2, all: 5, breaks: [{ seq: 3 }] })
  expect(await chainState(db, 2)).toMatchObject({ from: 4, to: 5, breaks: [] })
  await unguarded(sql`delete from audit_entries where seq = 2`)
  expect(await breaks()).toContainEqual({ seq: 2, what: 'missing' })
  await unguarded(sql`delete from audit_entries where seq = 5`)
  expect(await breaks()).toContainEqual({ seq: 4, what: 'end' })
})

test.each(['it', 'en'])(
  'every act of the log has its words, and no words are left over (%s)',
  (language) => {
    const file = readFileSync(`app/messages/${language}/moderation.json`, 'utf8')
    const { acts } = (JSON.parse(file) as { audit: { acts: Record<string, object> } }).audit
    const worded = Object.entries(acts).flatMap(([about, done]) =>
      Object.entries(done).map(([word, words]) => (words ? `${about}.${word}` : '')),
    )
    expect(worded.sort()).toEqual(everyAuditAct.toSorted())
  },
)
