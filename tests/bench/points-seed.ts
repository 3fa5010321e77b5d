import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { shelfOf } from '#app/domain/points/shelf.rules.ts'
import { migrate } from '#db/migrate.ts'
import { fillHouse } from './seed.ts'

/** How many entries each of the members has: half of them earned, half confirmed. */
export type PointsSize = { members: number; rounds: number }

const version = 1
const ideas = 1_000
const born = Date.UTC(2025, 10, 1)
const hour = 3_600_000

/** The id of the `n`-th member of this database, as long as a real one. */
export const memberId = (n: number) => `019a0000-0000-7000-8000-${String(n).padStart(12, '0')}`

/**
 * A database with very many entries in `folder`, made once; answers its file. The keys are what rules
 * write; the hashes are only as long as real ones, for a chain of ten millions takes minutes.
 */
export async function pointsDatabase(size: PointsSize, folder: string) {
  mkdirSync(folder, { recursive: true })
  const file = join(folder, `points-${version}-${size.members}.db`)
  if (!existsSync(file)) await made(file, size)
  await migrate(`file:${file}`)
  return file
}

async function made(file: string, size: PointsSize) {
  const half = `${file}.half`
  for (const end of ['', '-wal', '-shm']) rmSync(half + end, { force: true })
  await migrate(`file:${half}`)
  const db = new Database(half)
  db.pragma('synchronous = OFF')
  db.pragma('journal_mode = MEMORY')
  db.pragma('cache_size = -400000')
  db.function('shelf_of', { deterministic: true }, (amount) => shelfOf(Number(amount)))
  fillHouse(db)
  fillPeople(db, size)
  fillEntries(db, size)
  fillSums(db)
  db.exec('analyze')
  db.close()
  renameSync(half, file)
}

const upTo = 'with recursive n(i) as (select 0 union all select i + 1 from n where i + 1 < ?)'
const idOf = (n: string) => `printf('019a0000-0000-7000-8000-%012d', ${n})`

function fillPeople(db: Database.Database, { members }: PointsSize) {
  db.prepare(
    `insert into people (id, handle, display_name, joined_at, birth_year)
     ${upTo} select ${idOf('i')}, 'member_' || i, 'Member ' || i, ${born}, 1980 from n`,
  ).run(members)
  db.prepare(
    `insert into ideas (id, number, slug, title, body, category_id, author_id, status, place, hot,
       created_at, published_at, updated_at)
     ${upTo} select 'idea-' || i, i, 'idea-' || i, 'Idea number ' || i, 'Body', 'packaging',
       ${idOf('i')}, 'voting', 'board', 0, ${born}, ${born}, ${born} from n`,
  ).run(ideas)
}

/** Rounds in which every member earns once, in another order each time, and then all is confirmed. */
function fillEntries(db: Database.Database, { members, rounds }: PointsSize) {
  const indexes = db
    .prepare(
      "select name, sql from sqlite_master where tbl_name = 'point_entries' and type = 'index'",
    )
    .all() as { name: string; sql: string }[]
  for (const { name } of indexes) db.exec(`drop index ${name}`)
  const insert = db.prepare(
    `insert into point_entries (seq, at, person_id, kind, debit, credit, amount, key, rule, idea_id,
       category_id, answers, acted_at, expires_on, hash)
     ${upTo},
     e as (select i, cast((i * 7919 + @round * 104729) % @members as integer) as m, cast(i * 31 + @round as integer) as r from n)
     select @from + i + 1, @at + i * 10, ${idOf('m')}, @kind, @debit, @credit,
       1 + cast((m * 37 % 997) * (1 + @round % 3) / 100 as integer),
       @prefix || 'idea-' || (r % ${ideas}) || ':' || m || ':' || cast(@round as integer), 'vote',
       'idea-' || (r % ${ideas}), 'packaging', case when @kind = 'confirm' then cast(@from + i + 1 - @members as integer) end,
       @at + i * 10 - ${72 * hour}, case when @kind = 'confirm' then '2028-11-30' end,
       lower(hex(randomblob(22)))
     from e`.replace('?', '@members'),
  )
  db.transaction(() => {
    for (let round = 0; round < rounds; round++) {
      const at = born + round * 14 * 24 * hour
      const from = round * 2 * members
      const same = { round, members }
      const earn = { kind: 'earn', debit: 'issued', credit: 'pending', prefix: 'vote:' }
      const confirm = { kind: 'confirm', debit: 'pending', credit: 'available', prefix: 'confirm:' }
      insert.run({ ...same, ...earn, from, at })
      insert.run({ ...same, ...confirm, from: from + members, at: at + 72 * hour })
    }
  })()
  for (const { sql } of indexes) db.exec(sql)
}

function fillSums(db: Database.Database) {
  db.exec(
    `create temp table sums as
       select person_id, sum(amount) as total from point_entries where kind = 'confirm' group by 1`,
  )
  db.exec(
    `insert into point_accounts (person_id, available, earned)
       select person_id, total, total from sums`,
  )
  db.exec(
    `insert into point_vintages (person_id, expires_on, amount)
       select person_id, '2028-11-30', total from sums`,
  )
  for (const period of ['all', 'season:2026-10-01', '2026-W47'])
    for (const category of ['', 'packaging'])
      db.prepare(
        `insert into point_scores (period, category_id, person_id, amount)
           select ?, ?, person_id, total from sums`,
      ).run(period, category)
  db.exec(
    `insert into point_shelves (period, category_id, shelf, members)
       select period, category_id, shelf_of(amount), count(*) from point_scores group by 1, 2, 3`,
  )
}
