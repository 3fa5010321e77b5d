import Database from 'better-sqlite3'
import { token } from './seed.ts'

const times = 60
const before = 5

/** Makes an admin of whoever the benchmark is signed in as. */
export function seatAtDesk(file: string) {
  const db = new Database(file)
  db.exec(
    "insert or ignore into person_roles (person_id, role, granted_at) select person_id, 'admin', 0 from sessions",
  )
  db.close()
}

const filters = [
  '',
  'status=voting',
  'category=packaging',
  'unanswered=1',
  'status=voting&category=packaging',
  'status=voting&unanswered=1',
  'category=packaging&unanswered=1',
  'status=planned&category=packaging&unanswered=1',
]
const orders = ['top', 'new', 'updated', 'oldest']
const lists = filters.flatMap((filter) => orders.map((order) => `${filter}&order=${order}`))
const ready = ['new', 'waiting', 'impact', 'mine'].map((set) => `set=${set}`)
const others = ['q=idea+7', 'q=12', 'after=5.5000', 'idea=12', 'status=voting&idea=1']
const boards = [
  'view=kanban',
  'view=kanban&category=packaging',
  'view=kanban&unanswered=1&order=new',
]

/** How long each page of the desk takes to be rendered and sent, one at a time: the 95th percentile in ms, slowest page last. */
async function deskTimes(base: string) {
  const found: [page: string, p95: number][] = []
  for (const search of [...lists, ...ready, ...others, ...boards])
    found.push([search, await p95(`${base}/staff/ideas?${search}`)])
  return found.sort(([, one], [, other]) => one - other)
}

/** The slowest page of the desk, as a row of the table. */
export async function deskRow(base: string): Promise<[what: string, figure: string, aim: string]> {
  const all = await deskTimes(base)
  const [slowest, ms] = all.at(-1)!
  return [
    `triage, slowest of ${all.length} pages (${slowest}), p95`,
    `${ms.toFixed(1)} ms`,
    '150 ms',
  ]
}

/** The 95th percentile of the time that an address takes, in ms, after a few unmeasured visits. */
export async function p95(url: string) {
  const all: number[] = []
  for (let i = 0; i < before + times; i++) {
    const started = performance.now()
    const answer = await fetch(url, { headers: { Cookie: `granaio_session=${token}` } })
    await answer.arrayBuffer()
    if (answer.status !== 200) throw new Error(`${url}: ${answer.status}`)
    if (i >= before) all.push(performance.now() - started)
  }
  return all.sort((one, other) => one - other)[Math.floor(all.length * 0.95)]!
}
