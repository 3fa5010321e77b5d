import { copyFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { careDatabase, topicIds } from './care-seed.ts'
import { p95 } from './desk.ts'
import type { Time } from './queries.ts'
import { base, boot, stop, timesBy } from './servers.ts'

const views = ['mine', 'unassigned', 'all', 'called', 'unattended']
const states = ['todo', 'waiting', 'snoozed', 'solved', 'closed']
const sorts = ['due', 'newest', 'oldest']
const every = views.flatMap((view) =>
  states.flatMap((state) => sorts.map((sort) => `view=${view}&state=${state}&sort=${sort}`)),
)
const narrow = ['todo', 'closed'].flatMap((state) => [
  ...topicIds.slice(0, 2).map((topic) => `state=${state}&topic=${topic}`),
  ...['tag-1', 'tag-60', 'tag-199', 'no-such-tag'].map((tag) => `state=${state}&tag=${tag}`),
  `state=${state}&topic=press&tag=tag-150`,
])
const searches = ['q=pane', 'q=pane+scatola', 'q=1042', 'q=m7%40example.org']

type Row = [what: string, figure: string, aim: string]

const asRow = ([what, ms, aim]: Time): Row => [what, `${ms.toFixed(2)} ms`, `${aim} ms`]

/** The inbox of a house with very many cases: its slowest page rendered, and what SQLite is asked. */
export async function careRows(folder: string, options: { small?: boolean; data: string }) {
  const count = options.small ? 2_000 : 100_000
  const file = await careDatabase(count, options.data)
  const url = `file:${resolve(file)}`
  const times = await timesBy('tests/bench/care-times.ts', url, folder, [String(count)])
  const rows = times.map(asRow)

  const { child } = await boot(folder, url)
  const pages: [page: string, ms: number][] = []
  for (const search of [...every, ...narrow, ...searches])
    pages.push([search, await p95(`${base}/staff/care?${search}`)])
  await stop(child)
  const slowest = pages.sort(([, one], [, other]) => other - one).slice(0, 3)
  const inbox = slowest.map(([page, ms], i): Row => [
    `inbox, ${['', 'second ', 'third '][i]}slowest of ${pages.length} pages (${page}), p95`,
    `${ms.toFixed(1)} ms`,
    '150 ms',
  ])
  const copy = join(folder, 'care.db')
  copyFileSync(file, copy)
  const beside = await timesBy('tests/bench/care-beside.ts', `file:${copy}`, folder, [
    String(count),
  ])
  rows.push(...beside.map(asRow))
  const cases = count.toLocaleString('en')
  return [...rows, ...inbox].map(([what, ...rest]): Row => [`${what}, ${cases} cases`, ...rest])
}
