import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { defaultCategories, defaultStatuses } from '#app/domain/ideas/default-statuses.ts'
import { hotness } from '#app/domain/ideas/hot.rules.ts'
import { indexed } from '#app/domain/ideas/words.rules.ts'
import { migrate } from '#db/migrate.ts'

export type Size = { ideas: number; votes: number; comments: number; members: number }

export const token = 'bench-session-token-of-member-one'
const version = 3
const day = 86_400_000
const born = Date.UTC(2024, 0, 1)

/** The same numbers on every machine: a linear congruential generator (Numerical Recipes). */
export function dice(seed: number) {
  let state = seed >>> 0
  return (sides: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * sides)
  }
}

const syllables =
  'pa ne for no bis cot to lat ta far ina sa le mie le buo na car ta ver de gra no'.split(' ')

function vocabulary() {
  const roll = dice(7)
  const word = () =>
    Array.from({ length: 2 + roll(3) }, () => syllables[roll(syllables.length)]).join('')
  return ['pane', 'scatola', 'farina', ...Array.from({ length: 6000 }, word)]
}

/** Common words come often and rare ones seldom, as in any language (Zipf). */
export function writer() {
  const [roll, words] = [dice(11), vocabulary()]
  const one = () => words[Math.floor(words.length ** (roll(10_000) / 10_000)) - 1] ?? 'pane'
  return (length: number) => Array.from({ length }, one).join(' ')
}

/** A database of this size in `folder`, made once; answers its file. */
export async function benchDatabase(size: Size, folder: string) {
  mkdirSync(folder, { recursive: true })
  const file = join(folder, `bench-${version}-${size.ideas}.db`)
  if (existsSync(file)) {
    await migrate(`file:${file}`)
    return file
  }
  const half = `${file}.half`
  rmSync(half, { force: true })
  await migrate(`file:${half}`)
  const db = new Database(half)
  db.pragma('synchronous = OFF')
  db.transaction(() => fill(db, size))()
  db.exec('analyze')
  db.pragma('wal_checkpoint(TRUNCATE)')
  db.close()
  const { renameSync } = await import('node:fs')
  renameSync(half, file)
  return file
}

function fill(db: Database.Database, size: Size) {
  fillHouse(db)
  fillPeople(db, size)
  fillIdeas(db, size)
  fillVotes(db, size)
  fillComments(db, size)
  // As the work of each night leaves it.
  db.exec("insert into idea_search (idea_search) values ('optimize')")
}

/** The categories and statuses of a new house. */
export function fillHouse(db: Database.Database) {
  const category = db.prepare(
    'insert into categories (id, label_it, label_en, position) values (@id, @labelIt, @labelEn, @position)',
  )
  defaultCategories.forEach((row) => category.run(row))
  const status =
    db.prepare(`insert into statuses (id, label_it, label_en, tone, icon, place, votes_open, comments_open, edits_open, on_roadmap, position)
    values (@id, @labelIt, @labelEn, @tone, @icon, @place, @votesOpen, @commentsOpen, @editsOpen, @onRoadmap, @position)`)
  const bits = (row: object) =>
    Object.fromEntries(
      Object.entries(row).map(([k, v]) => [k, typeof v === 'boolean' ? Number(v) : (v as string)]),
    )
  defaultStatuses.forEach((row) => status.run(bits(row)))
  db.prepare(
    "insert into transitions (from_status, to_status, permission, needs_note, needs_reason) values ('voting', 'shortlisted', 'ideas.move', 1, 0)",
  ).run()
}

export function fillPeople(db: Database.Database, { members }: Pick<Size, 'members'>) {
  const person =
    db.prepare(`insert into people (id, handle, display_name, name_folded, email, email_folded, email_verified_at, joined_at)
    values (?, ?, ?, ?, ?, ?, ?, ?)`)
  for (let i = 0; i < members; i++)
    person.run(
      `p${i}`,
      `member_${i}`,
      `Member ${i}`,
      `member ${i}`,
      `m${i}@example.org`,
      `m${i}@example.org`,
      born,
      born,
    )
  const id = createHash('sha256').update(token).digest('hex')
  const far = Date.now() + 30 * day
  db.prepare(
    'insert into sessions (id, person_id, created_at, expires_at, ends_at, seen_at, proved_at) values (?, ?, ?, ?, ?, ?, ?)',
  ).run(id, 'p1', Date.now(), far, far, Date.now(), Date.now())
}

const stages = [
  ...Array<string>(16).fill('voting'),
  'shortlisted',
  'evaluating',
  'planned',
  'realised',
  'declined',
]

function fillIdeas(db: Database.Database, { ideas, members }: Size) {
  const [roll, write] = [dice(3), writer()]
  const idea =
    db.prepare(`insert into ideas (id, number, slug, title, body, category_id, author_id, status, place, hot, created_at, published_at, updated_at, answered_at)
    values (?, ?, ?, ?, ?, ?, ?, ?, 'board', 0, ?, ?, ?, ?)`)
  const words = db.prepare('insert into idea_search (rowid, title, body) values (?, ?, ?)')
  const tag = db.prepare('insert or ignore into idea_tags (idea_id, tag) values (?, ?)')
  for (let n = 1; n <= ideas; n++) {
    const [title, body] = [write(6), write(30)]
    const status = stages[roll(stages.length)]!
    const at = born + roll(1000 * day)
    const category = defaultCategories[roll(defaultCategories.length)]!.id
    idea.run(
      `i${n}`,
      n,
      `idea-${n}`,
      title,
      body,
      category,
      `p${roll(members)}`,
      status,
      at,
      at,
      at,
      status === 'voting' ? null : at,
    )
    words.run(n, indexed(title), indexed(body))
    tag.run(`i${n}`, `tag${roll(200)}`)
  }
  db.prepare("insert into counters (name, value) values ('ideas', ?)").run(ideas)
  db.exec('insert into idea_tallies select status, category_id, count(*) from ideas group by 1, 2')
}

function fillVotes(db: Database.Database, { ideas, votes, members }: Size) {
  const roll = dice(5)
  const vote = db.prepare(
    'insert or ignore into votes (idea_id, voter_id, cast_at) values (?, ?, ?)',
  )
  for (let cast = 0; cast < votes;) {
    const popular = 1 + Math.floor(ideas * (roll(10_000) / 10_000) ** 3)
    cast += vote.run(
      `i${Math.min(popular, ideas)}`,
      `p${roll(members)}`,
      born + roll(1000 * day),
    ).changes
  }
  db.function('hotness', (count: unknown, at: unknown) =>
    hotness(Number(count), new Date(Number(at))),
  )
  db.exec('update ideas set votes_count = (select count(*) from votes where idea_id = ideas.id)')
  db.exec('update ideas set hot = hotness(votes_count, published_at)')
}

function fillComments(db: Database.Database, { ideas, comments, members }: Size) {
  const [roll, write] = [dice(9), writer()]
  const comment = db.prepare(
    `insert into comments (id, idea_id, author_id, parent_id, root_id, depth, body, created_at) values (?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  let root = { id: '', idea: '' }
  for (let n = 0; n < comments; n++) {
    const isReply = n % 3 === 2
    const idea = isReply ? root.idea : `i${1 + Math.floor(ideas * (roll(10_000) / 10_000) ** 2)}`
    const parent = isReply ? root.id : null
    comment.run(
      `c${n}`,
      idea,
      `p${roll(members)}`,
      parent,
      parent,
      isReply ? 1 : 0,
      write(20),
      born + n * 1000,
    )
    if (!isReply) root = { id: `c${n}`, idea }
  }
  db.exec(
    'update ideas set comments_count = (select count(*) from comments where idea_id = ideas.id)',
  )
}
