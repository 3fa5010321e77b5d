import { join } from 'node:path'
import { timesBy } from './servers.ts'

type Told = {
  followers: number
  answer: number
  telling: number
  mails: number
  longest: number
  p95: number
}

const whole = (n: number) => Math.round(n).toLocaleString('en')

type TellingRow = [what: string, figure: string, aim?: string]

/** A change of status with very many followers, as rows of the table: the answer, the telling, and who waits meanwhile. */
export async function tellingRows(folder: string, followers: number): Promise<TellingRow[]> {
  const url = `file:${join(folder, 'telling.db')}`
  const times = await timesBy<Told>('tests/bench/tell.ts', url, folder, [String(followers)])
  return rowsOf(times)
}

function rowsOf(told: Told): TellingRow[] {
  const of = `a status change with ${whole(told.followers)} followers`
  const waits = `${told.longest.toFixed(0)} ms, p95 ${told.p95.toFixed(0)} ms`
  return [
    [`${of}: the answer`, `${told.answer.toFixed(1)} ms`, '100 ms'],
    [`${of}: all told`, `${(told.telling / 1000).toFixed(1)} s, ${whole(told.mails)} jobs`],
    [`${of}: longest wait of another writer`, waits, '100 ms'],
  ]
}
