import { createRequire } from 'node:module'
import { setImmediate } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { type Entry, entriesIn, mostEntries, ratingsIn, rawEntry } from './feed.rules.ts'
import type { RawMention } from './mention.rules.ts'

const longestMs = 10_000
const require = createRequire(import.meta.url)
const parser = require.resolve('feedsmith')

// Two million bytes made by somebody who means ill take the parser ten seconds: it works in a thread
// of its own, which can be stopped, and the house goes on.
const work = `
const { parentPort, workerData } = require('node:worker_threads')
const { parseFeed } = require(workerData.parser)
try {
  const { feed } = parseFeed(workerData.text)
  const entries = feed.items ?? feed.entries ?? []
  const { language, lang } = feed
  parentPort.postMessage(JSON.stringify({
    language: language ?? lang,
    count: entries.length,
    entries: entries.slice(0, workerData.most),
  }))
} catch {
  parentPort.postMessage('')
}`

/** What a feed is, as far as it is looked at. */
type Parsed = { language?: string; count: number; entries: Entry[] }

async function parsed(text: string): Promise<Parsed | undefined> {
  const worker = new Worker(work, {
    eval: true,
    workerData: { parser, text, most: mostEntries },
    resourceLimits: { maxOldGenerationSizeMb: 128 },
    execArgv: [],
    stderr: true,
  })
  const tired = setTimeout(() => void worker.terminate(), longestMs)
  const said = await new Promise<string>((done) => {
    worker.once('message', done)
    worker.once('error', () => done(''))
    worker.once('exit', () => done(''))
  })
  clearTimeout(tired)
  await worker.terminate()
  return said ? (JSON.parse(said) as Parsed) : undefined
}

/** The text of a feed, in the encoding that its sender or itself names. */
function textOf(body: Buffer, contentType: string) {
  const head = body.toString('latin1', 0, 200)
  const named =
    /charset=["']?([\w-]+)/i.exec(contentType)?.[1] ?? /encoding=["']([\w-]+)/i.exec(head)?.[1]
  try {
    return new TextDecoder(named ?? 'utf-8').decode(body)
  } catch {
    return new TextDecoder().decode(body)
  }
}

/**
 * The newest 200 entries of a feed (RSS, Atom, RDF or JSON Feed), as plain text; `undefined` where it is
 * none, or takes longer than ten seconds to read.
 */
export async function readFeed(
  body: Buffer,
  contentType: string,
): Promise<RawMention[] | undefined> {
  const text = textOf(body, contentType)
  const feed = await parsed(text)
  if (!feed) return undefined
  const ratings = ratingsIn(entriesIn(text), feed.count)
  const mentions: RawMention[] = []
  for (const [i, entry] of feed.entries.entries()) {
    mentions.push(rawEntry(entry, { language: feed.language, rating: ratings[i] }))
    // Each is sanitised; whoever waits for this process goes first.
    await setImmediate()
  }
  return mentions
}
