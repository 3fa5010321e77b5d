import { copyFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { median } from './measure.ts'

const together = 32
const votes = 6_400
/** Fewer than whoever is new may give in a day. */
const each = 40
const runs = 3

const pair = (n: number) => ({
  number: 1 + (n % 1600),
  ideaId: `i${1 + (n % 1600)}`,
  voterId: `fresh${Math.floor(n / each)}`,
})

function copy(file: string, name: string) {
  const to = join(dirname(file), `${name}.db`)
  for (const end of ['', '-wal', '-shm']) rmSync(to + end, { force: true })
  copyFileSync(file, to)
  const db = new Database(to)
  const person = db.prepare(
    "insert into people (id, handle, display_name, joined_at) values (?, ?, 'Fresh', 0)",
  )
  for (let i = 0; i < votes / each; i++) person.run(`fresh${i}`, `fresh_${i}`)
  db.exec(
    "update ideas set status = 'voting' where number <= 1600; delete from votes where idea_id in (select id from ideas where number <= 1600); update ideas set votes_count = 0 where number <= 1600",
  )
  db.close()
  return to
}

/** The same rows in the same tables (vote, the idea's count and warmth, event) by raw prepared statements, 32 votes a commit, synchronous=FULL: votes a second. */
function raw(file: string) {
  const db = new Database(copy(file, 'raw'))
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  db.pragma('cache_size = -32000')
  db.pragma('temp_store = MEMORY')
  const vote = db.prepare(
    'insert into votes (idea_id, voter_id, cast_at) values (@ideaId, @voterId, 1) on conflict do nothing',
  )
  const count = db.prepare(
    'update ideas set votes_count = votes_count + 1, hot = hot + 0.001 where id = @ideaId',
  )
  const event = db.prepare(
    "insert into activity (id, verb, actor_id, idea_id, data, at) values (@id, 'vote.cast', @voterId, @ideaId, '{}', 1)",
  )
  const started = performance.now()
  for (let n = 0; n < votes; n += together) {
    db.exec('begin immediate')
    for (let k = n; k < n + together; k++) {
      const { ideaId, voterId } = pair(k)
      vote.run({ ideaId, voterId })
      count.run({ ideaId })
      event.run({ id: `e${k}`, ideaId, voterId })
    }
    db.exec('commit')
  }
  const seconds = (performance.now() - started) / 1000
  db.close()
  return votes / seconds
}

/** Durable votes through the domain, 32 in flight, every one awaited: votes a second. */
async function throughDomain(file: string) {
  const { transaction } = await import('#db/database.server.ts')
  const { castVote } = await import('#app/domain/votes/vote.server.ts')
  const target = new Database(file)
  target.exec("delete from votes where voter_id like 'fresh%'")
  target.close()
  let next = 0
  const started = performance.now()
  await Promise.all(
    Array.from({ length: together }, async () => {
      for (let n = next++; n < votes; n = next++) {
        const { number, voterId } = pair(n)
        const outcome = await transaction((tx) => castVote(tx, { id: voterId } as never, number))
        if (outcome !== 'cast') throw new Error(`vote ${n} was ${outcome}`)
      }
    }),
  )
  return votes / ((performance.now() - started) / 1000)
}

/** A copy of the file for others to vote on, called `name`. */
export const votingCopy = (file: string, name: string) => copy(file, name)

/** Votes a second: raw and through the domain, the medians of three alternating runs. */
export async function votesPerSecond(file: string, domainFile: string) {
  const [plain, ours] = [[] as number[], [] as number[]]
  for (let i = 0; i < runs; i++) {
    plain.push(raw(file))
    ours.push(await throughDomain(domainFile))
  }
  return { raw: median(plain), domain: median(ours) }
}
