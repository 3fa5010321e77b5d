import { loadavg } from 'node:os'
import { confirming } from './confirming.ts'
import { earningTimes } from './earning.ts'

type Row = [what: string, figure: string, aim: string, ratio?: number]

const ms = (n: number) => `${n.toFixed(n < 1 ? 3 : 1)} ms`
const load = () => `load ${loadavg()[0]!.toFixed(1)}`

/** What it costs that votes earn, and whether anybody waits while `pending` entries are confirmed. */
export async function earningRows(file: string, pending: number): Promise<Row[]> {
  const { without, with: paid } = await earningTimes(file)
  const row = (what: string, of: keyof typeof paid, aim = ''): Row => [
    what,
    `${ms(without[of])}, ${ms(paid[of])} earning (${load()})`,
    aim,
    paid[of] / without[of],
  ]
  const rows = [
    row('a durable vote, all of its settling counted in', 'whole', '1.200'),
    row('the same votes, what a voter waits: median', 'middle', '1.200'),
    row('the same votes, what a voter waits: p95', 'slow'),
  ]
  return [...rows, ...(await confirmingRows(file, pending))]
}

async function confirmingRows(file: string, pending: number): Promise<Row[]> {
  const { holds, alone, longest, p99, seconds } = await confirming(file, pending)
  const { booking } = holds
  const quiet = alone.holds.voting
  const many = pending.toLocaleString('en')
  return [
    [
      `longest hold of the writer by the confirming of ${many}`,
      `${ms(booking.longest)}, p99 ${ms(booking.p99)}, median ${ms(booking.usual)} (a vote alone ${ms(quiet.longest)}, p99 ${ms(quiet.p99)}), ${seconds.toFixed(0)} s in all, ${load()}`,
      '50 ms',
    ],
    [
      'longest wait of a voter beside it',
      `${ms(longest)}, p99 ${ms(p99)} (alone ${ms(alone.longest)}, p99 ${ms(alone.p99)})`,
      '50 ms',
    ],
  ]
}
