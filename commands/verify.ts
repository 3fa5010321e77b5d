import { migrate } from '#db/migrate.ts'
import { asked, fail, tableOf } from './terminal.ts'

const mostShown = 50
const unmended = 'run it with --fix to mend the counters'

const wish = asked({ fix: { type: 'boolean', default: false } })

try {
  process.exitCode = await verify()
} catch (error) {
  fail(error)
}

/** Counts everything again and proves both chains; 1 when something was wrong and still is. */
async function verify() {
  await migrate()
  const { closeDatabase, db, transaction } = await import('#db/database.server.ts')
  const { ideaFaults } = await import('#app/domain/ideas/recount.server.ts')
  const { commentFaults } = await import('#app/domain/comments/recount.server.ts')
  const { ledgerFaults } = await import('#app/domain/points/proof.server.ts')
  const { auditBreaks } = await import('#app/domain/audit/chain.server.ts')
  const counters = [ideaFaults(db), commentFaults(db), ledgerFaults(db)]
  const rows: (string | number)[][] = []
  let [found, mended] = [0, 0]
  const note = (...row: (string | number)[]) => found++ < mostShown && rows.push(row)
  const mendWith = async (mend?: Parameters<typeof transaction>[0]) => {
    if (wish.fix && mend && ++mended) await transaction(mend)
  }
  for (const faults of counters)
    for await (const { counter, of, stored, counted, mend } of faults) {
      await mendWith(mend)
      note(counter, of, stored, counted)
    }
  for await (const { seq, what } of auditBreaks(db)) note('audit', `entry ${seq}`, what, '')
  await closeDatabase()
  tell(rows, found, mended)
  return found > mended ? 1 : 0
}

function tell(rows: (string | number)[][], found: number, mended: number) {
  if (!found)
    return console.log(`Every counter is what the rows say.
Every point is accounted for, and the chains of ledger and audit are whole.`)
  console.log(tableOf([['counter', 'of', 'stored', 'counted'], ...rows]))
  if (found > mostShown) console.log(`… and ${found - mostShown} more`)
  console.log(`\n${found} differences, ${wish.fix ? `${mended} mended` : unmended}.`)
  if (wish.fix && mended < found)
    console.log('What the ledger and the audit say is never mended: find out who changed it.')
}
