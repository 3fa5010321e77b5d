import { cpus, loadavg } from 'node:os'
import { asked as wishes } from './terminal.ts'
import { asked, clockJumps, killed, powerCut, second } from '#tests/chaos/parts-deaths.ts'
import { failedSync, full, readOnlyDisk } from '#tests/chaos/parts-disks.ts'
import { backedUp, damaged, locked, mailTrouble } from '#tests/chaos/parts-others.ts'
import { leave } from '#tests/chaos/place.ts'
import { isGood, type Row, told } from '#tests/chaos/table.ts'

const { only } = wishes({ only: { type: 'string' } })

const parts: Record<string, () => Promise<Row>> = {
  kill: () => killed(20),
  power: () => powerCut(10),
  full,
  'read-only': readOnlyDisk,
  fsync: failedSync,
  locked: () => locked(),
  sigterm: () => asked(5),
  clock: clockJumps,
  mail: mailTrouble,
  backup: backedUp,
  damaged,
  second,
}

const rows: Row[] = []
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => (leave(), process.exit(130)))
try {
  for (const [name, part] of Object.entries(parts)) {
    if (only && !only.split(',').includes(name)) continue
    const began = performance.now()
    const row = await part().catch((error: unknown) => failed(name, error))
    rows.push(row)
    const verdict = row.skipped ? `skipped: ${row.skipped}` : isGood(row) ? 'good' : 'BAD'
    console.log(
      `${name}: ${verdict} ${row.notes ?? ''} (${Math.round((performance.now() - began) / 1000)} s)`,
    )
  }
} finally {
  leave()
}
console.log(`\n${told(rows)}`)
console.log(
  `\n${cpus().length} cores, ${cpus()[0]?.model}; Node ${process.version}; load ${loadavg()[0]!.toFixed(1)}`,
)
process.exitCode = rows.every(isGood) ? 0 : 1

function failed(part: string, error: unknown): Row {
  console.error(error)
  const nothing = { runs: 1, acknowledged: 0, stored: 0, lost: 0 }
  return { part, ...nothing, ok: false, notes: String(error).split('\n')[0] }
}
