import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { indexed } from '#app/domain/ideas/words.rules.ts'
import { migrate } from '#db/migrate.ts'
import { seatAtDesk } from './desk.ts'
import { dice, fillHouse, fillPeople, writer } from './seed.ts'

const version = 1
const perCase = 6
const members = 20_000
export const careAgents = 20
const hour = 3_600_000
const born = Date.UTC(2025, 0, 1)
/** The end of 9999, as where no clock runs. */
const never = 253_402_300_799_999

export const topicIds = ['product', 'order', 'account', 'privacy', 'press', 'other']
/** Of a hundred cases so many are in each state. */
const shares = { closed: 75, solved: 7, waiting: 4, snoozed: 1, open: 10, new: 3 } as const
type State = keyof typeof shares
const states = Object.entries(shares).flatMap(([state, n]) => Array<State>(n).fill(state as State))

/** The id of the `n`-th case of this database. */
export const caseId = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`

/** A database with so many cases, six messages in each, in `folder`, made once; answers its file. */
export async function careDatabase(count: number, folder: string) {
  mkdirSync(folder, { recursive: true })
  const file = join(folder, `care-${version}-${count}.db`)
  if (!existsSync(file)) await made(file, count)
  await migrate(`file:${file}`)
  return file
}

async function made(file: string, count: number) {
  const half = `${file}.half`
  for (const end of ['', '-wal', '-shm']) rmSync(half + end, { force: true })
  await migrate(`file:${half}`)
  const db = new Database(half)
  db.pragma('synchronous = OFF')
  db.pragma('cache_size = -400000')
  fillHouse(db)
  fillPeople(db, { members })
  db.transaction(() => fillCases(db, count))()
  db.exec("insert into case_search (case_search) values ('optimize')")
  db.exec('analyze')
  db.close()
  seatAtDesk(half)
  renameSync(half, file)
}

/** Everything about a case that chance decides; the same on every machine. */
function drawn(n: number, count: number, roll: (sides: number) => number) {
  const state = states[roll(states.length)]!
  const isOver = state === 'closed' || state === 'solved'
  // What is open is young, as in a house that keeps up.
  const age = isOver ? n : count - roll(Math.ceil(count / 20))
  const at = born + age * 9 * 60_000
  return { state, isOver, at, isUnanswered: !isOver && state !== 'waiting' && roll(3) > 0 }
}

function fillCases(db: Database.Database, count: number) {
  const [roll, write] = [dice(31), writer()]
  const insert = inserts(db)
  for (let n = 0; n < count; n++) {
    const { state, isOver, at, isUnanswered } = drawn(n, count, roll)
    const id = caseId(n)
    const assignee = roll(3) ? `p${1 + roll(careAgents)}` : null
    const subject = write(5)
    const said = Array.from({ length: perCase }, () => write(10 + roll(30)))
    const last = at + perCase * hour
    const isRunning = !isOver && state !== 'waiting'
    const dueAt = isRunning ? Date.now() + (roll(400) - 80) * 10 * 60_000 : never
    insert.one.run({
      ...{ id, n: n + 1001, topic: topicIds[roll(topicIds.length)], subject, state, assignee },
      ...{ person: `p${roll(members)}`, key: `key-${n}`, dueAt, at, last },
      clock: isRunning ? 'first' : null,
      warnAt: isRunning ? dueAt - 2 * hour : null,
      seen: roll(2) ? last : null,
      isUnanswered: Number(isUnanswered),
      solved: isOver ? last : null,
      closed: state === 'closed' ? last : null,
      snoozed: state === 'snoozed' ? Date.now() + 90 * 24 * hour : null,
    })
    said.forEach((body, i) => {
      const isMember = i % 2 === 0
      const author = isMember ? null : assignee
      const moment = at + i * hour
      insert.message.run(
        `${id}-${i}`,
        id,
        isMember ? 'member' : 'care',
        author,
        body,
        moment,
        moment,
      )
    })
    for (let tags = roll(3); tags > 0; tags--)
      insert.tag.run(id, `tag-${Math.floor(200 ** (roll(10_000) / 10_000))}`)
    if (roll(40) === 0) insert.call.run(id, `p${1 + roll(careAgents)}`, at)
    insert.words.run(n + 1001, indexed([subject, ...said].join(' ')))
  }
  db.prepare("insert into counters (name, value) values ('cases', ?)").run(count + 1000)
}

function inserts(db: Database.Database) {
  return {
    one: db.prepare(
      `insert into cases (id, number, topic_id, subject, person_id, locale, confirmed_at, source,
         state, assignee_id, mail_key, snoozed_until, is_unanswered, due_at, due_clock, warn_at,
         seen_at, messages_count, last_message_at, last_member_at, last_agent_at, solved_at,
         closed_at, created_at)
       values (@id, @n, @topic, @subject, @person, 'it', @at, 'form', @state, @assignee, @key,
         @snoozed, @isUnanswered, @dueAt, @clock, @warnAt, @seen, ${perCase}, @last, @last, @last,
         @solved, @closed, @at)`,
    ),
    message: db.prepare(
      `insert into case_messages (id, case_id, side, author_id, body, sent_at, created_at)
       values (?, ?, ?, ?, ?, ?, ?)`,
    ),
    tag: db.prepare('insert or ignore into case_tags (case_id, tag) values (?, ?)'),
    call: db.prepare(
      `insert or ignore into case_calls (case_id, agent_id, note_id, called_at) values (?, ?, 'n', ?)`,
    ),
    words: db.prepare('insert into case_search (rowid, words) values (?, ?)'),
  }
}
