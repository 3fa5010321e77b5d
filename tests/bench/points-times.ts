import { writeFileSync } from 'node:fs'
import type { BoardCursor } from '#app/domain/points/board.rules.ts'
import { took } from './measure.ts'
import { memberId } from './points-seed.ts'
import type { Time } from './queries.ts'

// In a process of its own: which database it asks is settled when it begins.
const [out, members] = process.argv.slice(2)
const { db, closeDatabase } = await import('#db/database.server.ts')
const { statementOf } = await import('#app/domain/points/statement.server.ts')
const { leaderboard, standingOn } = await import('#app/domain/points/board.server.ts')
const { earningWays } = await import('#app/domain/points/earning-way.server.ts')

const all = { period: 'all', categoryId: '' }
const packaging = { period: '2026-W47', categoryId: 'packaging' }
const most = Number(members)
// Far apart from one to the next, as members come.
const someone = (i: number) => memberId((i * 7_919 + 13) % most)
const pages = new Map<string, number>()
// Also what warms the engine up: pages are asked by a server that runs.
for (let i = 0; i < 400; i++) {
  const { next } = await statementOf(db, someone(i), {})
  pages.set(someone(i), next!)
}
const cursors: BoardCursor[] = []
for (let i = 0; i < 220; i++) {
  const place = await standingOn(db, all, someone(i))
  if (place && place !== 'hidden') cursors.push({ amount: place.amount, personId: someone(i) })
}
const aim = 5
const times: Time[] = [
  ['statement, first page', await took((i) => statementOf(db, someone(i), {})), aim],
  [
    'statement, an older page',
    await took((i) => statementOf(db, someone(i), { after: pages.get(someone(i)) })),
    aim,
  ],
  [
    'statement, only what went out',
    await took((i) => statementOf(db, someone(i), { way: 'out' })),
    aim,
  ],
  ['how to earn, with what is left today', await took((i) => earningWays(db, someone(i))), aim],
  ['leaderboard, first page', await took(() => leaderboard(db, all)), aim],
  [
    'leaderboard, a page from anywhere',
    await took((i) => leaderboard(db, all, cursors[i % cursors.length])),
    aim,
  ],
  ['own rank, anywhere', await took((i) => standingOn(db, all, someone(i))), aim],
  [
    'own rank of a week and category',
    await took((i) => standingOn(db, packaging, someone(i))),
    aim,
  ],
]
await closeDatabase()
writeFileSync(out!, JSON.stringify(times))
