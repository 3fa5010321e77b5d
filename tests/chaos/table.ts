import { tableOf } from '../../commands/terminal.ts'

/** What one part found. `lost` must be 0 and `ok` true; `skipped` says why it did not run. */
export type Row = {
  part: string
  runs: number
  acknowledged: number
  stored: number
  lost: number
  /** The longest time to open again, or to end, in ms. */
  ms?: number
  ok: boolean
  notes?: string
  skipped?: string
}

export const skipped = (part: string, why: string): Row => ({
  part,
  runs: 0,
  acknowledged: 0,
  stored: 0,
  lost: 0,
  ok: true,
  skipped: why,
})

export const isGood = ({ ok, lost }: Row) => ok && lost === 0

/** The rows as they stand in the README. */
export const told = (rows: Row[]) =>
  tableOf([
    ['part', 'runs', 'acknowledged', 'stored', 'lost', 'ms', 'verdict'],
    ...rows.map((row) => [
      row.part,
      row.runs,
      row.acknowledged,
      row.stored,
      row.lost,
      row.ms === undefined ? '' : Math.round(row.ms),
      row.skipped
        ? `skipped: ${row.skipped}`
        : `${isGood(row) ? 'good' : 'BAD'} ${row.notes ?? ''}`,
    ]),
  ])
