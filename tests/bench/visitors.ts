import { createHash } from 'node:crypto'
import { Agent, request } from 'node:http'
import Database from 'better-sqlite3'

const day = 86_400_000
const crowd = 32
/** So many that none gives more votes than whoever is new may give in a day. */
const members = 512
const tokenOf = (member: number) => `bench-session-token-of-voter-${member}`

/** Lets members who never voted into the house of `file`, each with a session. */
export function admitVoters(file: string) {
  const db = new Database(file)
  const person = db.prepare(
    "insert into people (id, handle, display_name, joined_at) values (?, ?, 'Voter', 0)",
  )
  const session = db.prepare(
    'insert into sessions (id, person_id, created_at, expires_at, ends_at, seen_at, proved_at) values (?, ?, ?, ?, ?, ?, ?)',
  )
  const far = Date.now() + 30 * day
  for (let n = 0; n < members; n++) {
    const id = createHash('sha256').update(tokenOf(n)).digest('hex')
    person.run(`voter${n}`, `voter_${n}`)
    session.run(id, `voter${n}`, Date.now(), far, far, Date.now(), Date.now())
  }
  db.close()
}

/** The numbers of ideas open to votes. */
function openNumbers(file: string) {
  const db = new Database(file, { readonly: true })
  const open = db.prepare("select number from ideas where status = 'voting' order by number desc")
  const numbers = open.pluck().all() as number[]
  db.close()
  return numbers
}

const agent = new Agent({ keepAlive: true, maxSockets: crowd })

/** One vote by form, as a browser sends it; answers the status. */
function vote(base: string, member: number, number: number) {
  const body = 'intent=cast&redirectTo=%2Fideas'
  const headers = {
    Cookie: `granaio_session=${tokenOf(member)}`,
    Origin: base,
    'Content-Type': 'application/x-www-form-urlencoded',
    'Content-Length': body.length,
  }
  return new Promise<number>((done, failed) => {
    const asked = request(`${base}/ideas/${number}/vote`, { method: 'POST', agent, headers })
    asked.on('response', (answer) => answer.resume().on('end', () => done(answer.statusCode!)))
    asked.on('error', failed).end(body)
  })
}

/** Gives votes that nobody gave before, each pair of member and idea once. */
export class Voters {
  given: number
  #next: number
  #base: string
  #numbers: number[]

  /** On the ideas of `file`, where `stored` votes of theirs are already. */
  constructor(base: string, file: string, stored = 0) {
    this.#base = base
    this.#numbers = openNumbers(file)
    this.given = stored
    // Past those that were given and never acknowledged.
    this.#next = stored && stored + 2 * crowd
  }

  async one() {
    const n = this.#next++
    const number = this.#numbers[Math.floor(n / members) % this.#numbers.length]!
    const status = await vote(this.#base, n % members, number).catch(() => 0)
    // A line that broke acknowledged nothing.
    if (status === 0) return
    if (status !== 303) throw new Error(`a vote was answered ${status}`)
    this.given++
  }

  /** As many as 32 connections can, for so many seconds: votes a second. */
  async rush(seconds: number) {
    const [from, before] = [performance.now(), this.given]
    const line = async () => {
      while (performance.now() - from < seconds * 1000) await this.one()
    }
    await Promise.all(Array.from({ length: crowd }, line))
    return (this.given - before) / ((performance.now() - from) / 1000)
  }

  /** Twenty a second until the answered function is called. */
  trickle() {
    const clock = setInterval(() => void this.one(), 50)
    return () => clearInterval(clock)
  }
}

/** Waits until the house has done its day's work: digests of 20,000 members are not what is measured. */
export async function untilIdle(file: string) {
  const db = new Database(file, { readonly: true })
  const waiting = db.prepare('select count(*) from jobs where done_at is null').pluck()
  do await new Promise((next) => setTimeout(next, 2_000))
  while (waiting.get())
  db.close()
}

/** How many votes of those members are stored. */
export function storedVotes(file: string) {
  const db = new Database(file, { readonly: true })
  const stored = db.prepare("select count(*) from votes where voter_id like 'voter%'").pluck().get()
  db.close()
  return stored as number
}

type Ask = (text: string) => Promise<unknown[]>

/** The same on PostgreSQL, for whoever counts again and again. */
export const votesStoredIn = (ask: Ask) => async () => {
  const question = "select count(*)::int as n from votes where voter_id like 'voter%'"
  const [counted] = await ask(question)
  return (counted as { n: number }).n
}
