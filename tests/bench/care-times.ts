import { writeFileSync } from 'node:fs'
import { caseId } from './care-seed.ts'
import { took } from './measure.ts'
import type { Time } from './queries.ts'

// In a process of its own: which database it asks is settled when it begins.
const [out, count] = process.argv.slice(2)
const { db, closeDatabase } = await import('#db/database.server.ts')
const { findCase } = await import('#app/domain/care/case.server.ts')
const { conversationOf } = await import('#app/domain/care/conversation.server.ts')
const { findCases } = await import('#app/domain/care/find.server.ts')
const { findOwnCase, ownCases } = await import('#app/domain/care/own.server.ts')
const { viewCounts } = await import('#app/domain/care/count.server.ts')
const { permissionsFor } = await import('#app/domain/identity/permission.rules.ts')
const { writer } = await import('./seed.ts')

const most = Number(count)
const agent = { id: 'p1', permissions: permissionsFor(['care']) } as Parameters<typeof findCase>[1]
const some = (i: number) => caseId((i * 7_919 + 13) % most)
const words = writer()(400).split(' ')
const word = (i: number) => words[i % words.length]!

const times: Time[] = [
  [
    'opening a case: itself and its conversation',
    await took(async (i) => {
      const found = await findCase(db, agent, some(i))
      await conversationOf(db, found!.id)
    }),
    2,
  ],
  ['a member opens a case of theirs', await took((i) => findOwnCase(db, { id: 'p7' }, some(i))), 2],
  ['the cases of a member', await took((i) => ownCases(db, { id: `p${i}` })), 2],
  ['how many are to do in each view', await took(() => viewCounts(db, agent!)), 5],
  ['search, one word', await took((i) => findCases(db, word(i))), 20],
  ['search, the commonest word', await took(() => findCases(db, 'pane')), 20],
  ['search, two words', await took((i) => findCases(db, `${word(i)} ${word(i + 1)}`)), 20],
  ['search, three common words', await took(() => findCases(db, 'pane scatola farina')), 20],
  ['search, the beginning of a word', await took((i) => findCases(db, word(i).slice(0, 3))), 20],
  ['search, a phrase', await took(() => findCases(db, '"pane scatola"')), 20],
  ['search, a word that nobody wrote', await took(() => findCases(db, 'xylophone')), 20],
  ['search, an address', await took((i) => findCases(db, `m${i}@example.org`)), 20],
  ['search, a number', await took((i) => findCases(db, `#${1001 + i}`)), 20],
]
await closeDatabase()
writeFileSync(out!, JSON.stringify(times))
