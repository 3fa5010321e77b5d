import { resolve } from 'node:path'
import { pointsDatabase } from './points-seed.ts'
import type { Time } from './queries.ts'
import { timesBy } from './servers.ts'

/** What the pages of points ask where there are very many entries: 10,000,000 of 200,000 members. */
export async function pointsTimes(
  folder: string,
  { small, data }: { small?: boolean; data: string },
) {
  const members = small ? 2_000 : 200_000
  const file = await pointsDatabase({ members, rounds: 25 }, data)
  const url = `file:${resolve(file)}`
  const times = await timesBy('tests/bench/points-times.ts', url, folder, [String(members)])
  const entries = (members * 50).toLocaleString('en')
  return times.map(([what, ms, aim]): Time => [`${what}, ${entries} entries`, ms, aim])
}
