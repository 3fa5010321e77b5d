import { migrate } from '#db/migrate.ts'
import { asked, fail, tableOf } from './terminal.ts'

const mostShown = 50

const wish = asked({ fix: { type: 'boolean', default: false } })

try {
  process.exitCode = await verify()
} catch (error) {
  fail(error)
}

/** Counts everything again; 1 when something was wrong and still is. */
async function verify() {
  await migrate()
  const { closeDatabase, db, transaction } = await import('#db/database.server.ts')
  const { ideaFaults } = await import('#app/domain/ideas/recount.server.ts')
  const { commentFaults } = await import('#app/domain/comments/recount.server.ts')
  const rows: (string | number)[][] = []
  let found = 0
  for (const faults of [ideaFaults(db), commentFaults(db)])
    for await (const { counter, of, stored, counted, mend } of faults) {
      if (wish.fix) await transaction(mend)
      if (found++ < mostShown) rows.push([counter, of, stored, counted])
    }
  await closeDatabase()
  tell(rows, found)
  return found && !wish.fix ? 1 : 0
}

function tell(rows: (string | number)[][], found: number) {
  if (!found) return console.log('Every counter is what the rows say.')
  console.log(tableOf([['counter', 'of', 'stored', 'counted'], ...rows]))
  if (found > mostShown) console.log(`… and ${found - mostShown} more`)
  const next = wish.fix ? 'mended' : 'run it with --fix to mend them'
  console.log(`\n${found} differences, ${next}.`)
}
