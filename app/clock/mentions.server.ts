import { forget } from '#app/domain/jobs/forget.server.ts'
import { finish, type Job } from '#app/domain/jobs/job.server.ts'
import { keepLease } from '#app/domain/jobs/lease.server.ts'
import { readFeed } from '#app/domain/mentions/feed-read.server.ts'
import {
  askForFeed,
  type Feed,
  feedsDue,
  feedToRead,
  noteFailed,
  noteRead,
  takeEntries,
} from '#app/domain/mentions/feed.server.ts'
import {
  dropImportFile,
  importFile,
  sweepImportFiles,
} from '#app/domain/mentions/import-file.server.ts'
import { readImport } from '#app/domain/mentions/import-run.server.ts'
import { endImport } from '#app/domain/mentions/import.server.ts'
import type { FeedError } from '#app/domain/mentions/mention.rules.ts'
import { type Answer, askOutside, type Fault } from '#app/web/guarded-client.server.ts'
import { log } from '#app/web/log.server.ts'
import { db, transaction, unavailability } from '#db/database.server.ts'
import { now } from '#db/time.ts'
import { importPace } from './pace.ts'

const mostBytes = 2 * 2 ** 20
const mostTries = 5
const leaseEveryMs = 10_000
let looked = ''

/** Asks each minute for the feeds whose time has come, and each hour sweeps what nobody will read. */
export async function planFeeds() {
  const minute = now().toISOString().slice(0, 16)
  if (minute === looked) return
  for (const feed of await feedsDue(db)) await transaction((tx) => askForFeed(tx, feed))
  if (minute.endsWith('00')) await sweepImportFiles()
  looked = minute
}

/** Reads a feed; what goes wrong is kept beside it for those who care for it, and tried again later. */
export async function pollFeed(job: Job) {
  const feed = await feedToRead(db, String(job.payload.sourceId))
  if (feed) await readOnce(feed)
  await transaction((tx) => forget(tx, job))
}

/** A feed that breaks something is a feed that cannot be read; where the database is away, all waits. */
async function readOnce(feed: Feed) {
  try {
    await read(feed)
  } catch (error) {
    if (unavailability(error)) throw error
    log.error({ err: error as Error, source: feed.id }, 'a feed could not be taken')
    await transaction((tx) => noteFailed(tx, feed, 'notFeed'))
  }
}

const accept =
  'application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, */*;q=0.5'

async function read(feed: Feed) {
  const { url, etag, modified } = feed
  const headers = {
    accept,
    ...(etag ? { 'if-none-match': etag } : {}),
    ...(modified ? { 'if-modified-since': modified } : {}),
  }
  const said = await askOutside(url, { headers, most: mostBytes })
  const error = typeof said === 'string' ? errors[said] : errorOf(said.status)
  if (error) return transaction((tx) => noteFailed(tx, feed, error))
  const answer = said as Answer
  if (answer.status === 304) return transaction((tx) => noteRead(tx, feed))

  const entries = await readFeed(answer.body, answer.headers['content-type'] ?? '')
  if (!entries) return transaction((tx) => noteFailed(tx, feed, 'notFeed'))
  await transaction(async (tx) => {
    await takeEntries(tx, feed, entries)
    await noteRead(tx, feed, versionOf(answer))
  })
}

const errors: Record<Fault, FeedError> = {
  'not-an-address': 'notAddress',
  'private-address': 'privateAddress',
  'too-large': 'tooLarge',
  'too-slow': 'tooSlow',
  redirected: 'redirected',
  unreachable: 'unreachable',
}

function errorOf(status: number): FeedError | undefined {
  if (status === 200 || status === 304) return undefined
  if (status === 404 || status === 410) return 'notFound'
  return status < 500 ? 'notAllowed' : 'serverError'
}

const longestHeader = 300

/** Sent back as they came: nothing long, nothing that is no header. */
function versionOf({ headers }: Answer) {
  const plain = (value: string | undefined) =>
    value && value.length <= longestHeader && /^[\x20-\x7e]+$/.test(value) ? value : undefined
  return { etag: plain(headers.etag), modified: plain(headers['last-modified']) }
}

/**
 * Reads a file of mentions that somebody sent, from where another reading of it has ended. After five
 * tries that broke it is given up.
 */
export async function importFileOfMentions(job: Job) {
  const { importId, fileId } = job.payload as { importId: string; fileId: string }
  try {
    await readImport(importId, importFile(fileId), { alive: everySoOften(job), pace: importPace() })
  } catch (error) {
    if (unavailability(error) || job.attempts < mostTries) throw error
    await transaction((tx) => endImport(tx, importId, 'broken'))
  }
  await transaction((tx) => finish(tx, job.id))
  await dropImportFile(fileId)
}

/** Says now and then that the job is in hand. */
function everySoOften(job: Job) {
  let said = Date.now()
  return async () => {
    if (Date.now() - said < leaseEveryMs) return
    said = Date.now()
    await transaction((tx) => keepLease(tx, job))
  }
}
