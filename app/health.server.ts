import { statfs } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { RequestHandler } from 'express'
import { db, readOnly, unavailability, whenReadOnly, writesSoFar } from '#db/database.server.ts'
import { isPostgres } from '#db/dialect.ts'
import { tryWriting } from '#db/probe.server.ts'
import { sqliteFile } from '#db/sqlite.server.ts'
import { mailHeldUp, oldestDue, queueCounts } from './domain/jobs/queue.server.ts'
import { env } from './web/env.server.ts'
import { log } from './web/log.server.ts'

type Found = { ok: boolean; says: string }

const second = 1_000
const minute = 60
const lookAgainAfter = 3 * second
const writtenLately = 5 * second
const leastShare = 0.1
const plenty = 5 * 2 ** 30
const longestDue = 10 * minute
const longestHeldUp = 15 * minute

async function database(): Promise<Found> {
  const mode = readOnly()
  if (mode?.untilRestart)
    return { ok: false, says: `${mode.reason}: read-only until the next start` }
  const ago = Date.now() - writesSoFar().lastWriteAt
  if (mode || ago > writtenLately) await tryWriting()
  return { ok: true, says: 'a write reached the disk' }
}

async function disk(): Promise<Found> {
  const folders = [
    env.dataFolder,
    ...(isPostgres ? [] : [dirname(sqliteFile(process.env.DATABASE_URL))]),
  ]
  const found = await Promise.all(
    [...new Set(folders)].map(async (folder) => {
      const { bavail, blocks, bsize } = await statfs(folder)
      return { free: bavail * bsize, share: blocks ? bavail / blocks : 0 }
    }),
  )
  const scarcest = found.sort((one, other) => one.share - other.share)[0]!
  const says = `${Math.round(scarcest.share * 100)} % free, ${Math.round(scarcest.free / 2 ** 20)} MB`
  return { ok: scarcest.share >= leastShare || scarcest.free >= plenty, says }
}

async function jobs(): Promise<Found> {
  const [{ waiting, dead }, age] = [await queueCounts(db), await oldestDue(db, !!env.smtpUrl)]
  const says = `${waiting} waiting, ${dead} given up, the oldest due for ${Math.round(age)} s`
  return { ok: age <= longestDue, says }
}

async function mail(): Promise<Found> {
  if (!env.smtpUrl) return { ok: true, says: 'no mail server is set: mails wait in the outbox' }
  const age = Math.round(await mailHeldUp(db))
  const says = age ? `the mail server has not taken a mail for ${age} s` : 'mails are taken'
  return { ok: age <= longestHeldUp, says }
}

const checks = { database, disk, jobs, mail }

/** What is wrong, by its code: whatever else an error says may be a secret. */
function reasonOf(error: unknown) {
  const said = unavailability(error)?.message ?? (error as { code?: string }).code ?? ''
  return /^[A-Z0-9_]+$/.test(said) ? said : 'it does not answer'
}

async function look() {
  const lines = await Promise.all(
    Object.entries(checks).map(async ([check, find]) => {
      const found = await find().catch((error: unknown) => ({ ok: false, says: reasonOf(error) }))
      return { check, ...found }
    }),
  )
  return { ready: lines.every(({ ok }) => ok), lines }
}

let last: { at: number; answer: ReturnType<typeof look> } | undefined

/** Whether everything works that the house needs, asked at most every three seconds: a line for each check. */
export function readiness() {
  if (!last || Date.now() - last.at > lookAgainAfter) last = { at: Date.now(), answer: look() }
  return last.answer
}

/** `/readyz`: 200 when all is well, 503 when something is not; which, and what is known of it. */
export const readyz: RequestHandler = async (_req, res) => {
  const { ready, lines } = await readiness()
  const said = lines.map((line) => `  ${JSON.stringify(line)}`).join(',\n')
  res.status(ready ? 200 : 503).setHeader('Cache-Control', 'no-store')
  res.type('json').send(`{"ready":${ready},"checks":[\n${said}\n]}\n`)
}

/** Tells the log when the house can only be read, and tries every three seconds whether it can be written again. */
export function watchWriting() {
  whenReadOnly((mode) =>
    mode
      ? log.error(mode, 'nothing can be written: the house is read-only')
      : log.warn('writing works again'),
  )
  const again = setInterval(() => {
    const mode = readOnly()
    if (mode && !mode.untilRestart) tryWriting().catch(() => {})
  }, lookAgainAfter)
  again.unref()
}
