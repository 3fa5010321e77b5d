import { join, resolve } from 'node:path'
import { isPostgres } from '#db/dialect.ts'
import { sqliteFile } from '#db/sqlite.server.ts'
import { applyBackup, type Place } from './backup/apply.ts'
import { eraseAgain, gatherJournal } from './backup/erase-again.ts'
import { asked, fail } from './terminal.ts'

const usage = 'npm run restore -- --from FILE [--to DATA_DIR] [--replace]'

const wish = asked({
  from: { type: 'string' },
  to: { type: 'string' },
  replace: { type: 'boolean', default: false },
})

try {
  if (isPostgres)
    fail('PostgreSQL is restored by its own pg_restore; put the uploads folder back beside it.')
  if (!wish.from) fail(usage)
  const [file, to] = [resolve(wish.from), place()]
  const { manifest, kept } = await applyBackup(file, to, wish.replace)
  const gone = await gatherJournal(file, to, kept)
  console.log(
    `Restored what was backed up on ${manifest.createdAt} by version ${manifest.version}.`,
  )
  console.log('Everybody has to sign in again; links sent by mail are void.')
  if (kept) console.log(`The database that was here is kept as ${kept}`)
  if (gone) {
    const erased = await eraseAgain(to)
    console.log(`${erased} of the ${gone} members who had left were in it, and are erased again.`)
  }
} catch (error) {
  fail(error)
}

function place(): Place {
  if (wish.to) return { folder: wish.to, database: join(wish.to, 'granaio.db') }
  return { folder: process.env.DATA_DIR || 'data', database: sqliteFile(process.env.DATABASE_URL) }
}
