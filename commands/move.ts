import { existsSync } from 'node:fs'
import { holdDatabase } from '#db/lock.server.ts'
import { migrate } from '#db/migrate.ts'
import { sqliteFile } from '#db/sqlite.server.ts'
import type { Line } from './move/compare.ts'
import { move } from './move/move.ts'
import { postgresSide } from './move/postgres-side.ts'
import { sqliteSide } from './move/sqlite-side.ts'
import { progressOf } from './progress.ts'
import { asked, fail, tableOf } from './terminal.ts'

const usage = `npm run move -- --from file:data/granaio.db --to postgres://user:password@host/granaio
npm run move -- --from postgres://user:password@host/granaio --to file:data/granaio.db`

const wish = asked({ from: { type: 'string' }, to: { type: 'string' } })
const isPostgres = (url: string) => /^postgres(ql)?:/.test(url)

try {
  await moveAsked()
} catch (error) {
  fail(error)
}

/** The addresses asked for, one of each kind, and the SQLite file among them. */
function asksFor() {
  const [from, to] = [String(wish.from), String(wish.to)]
  const known = [from, to].every((url) => /^(file|postgres(ql)?):/.test(url))
  if (!known || isPostgres(from) === isPostgres(to)) return fail(usage)
  const back = isPostgres(from)
  const file = sqliteFile(back ? to : from)
  if (!back && !existsSync(file)) return fail(`There is no database at ${file}`)
  return { to, file, back, server: back ? from : to }
}

async function moveAsked() {
  const { to, file, back, server } = asksFor()
  holdDatabase(`file:${file}`)

  const postgres = await postgresSide(server)
  const fresh = back ? !existsSync(file) : !(await postgres.tables()).size
  if (fresh) await migrate(to)
  const sqlite = sqliteSide(file)
  const sides = back ? { from: postgres, to: sqlite } : { from: sqlite, to: postgres }
  const { show, stop } = progressOf()
  const lines = await move({ ...sides, sqlite, postgres }, show).finally(stop)
  await Promise.all([sqlite.close(), postgres.close()])
  report(lines)
}

function report(lines: Line[]) {
  const searches = lines.filter(({ what }) => what.startsWith('search: '))
  const shown = lines.filter((one) => !one.same || !searches.includes(one))
  const verdict = ({ same, to }: Line) => (same ? 'equal' : `DIFFERENT: ${to}`)
  const rows = shown.map((one) => [one.what, one.from, verdict(one)])
  console.log(`\n${tableOf([['what', 'source', 'target'], ...rows])}`)
  console.log(
    `\n${searches.filter(({ same }) => same).length} of ${searches.length} searches find the same ideas.`,
  )
  if (lines.some(({ same }) => !same)) fail('The two differ: nothing was written.')
  console.log(
    'Moved. Start Granaio with DATABASE_URL set to the target; DATA_DIR stays where it is.',
  )
}
