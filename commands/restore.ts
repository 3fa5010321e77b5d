import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { isPostgres } from '#db/dialect.ts'
import { sqliteFile } from '#db/sqlite.server.ts'
import { applyBackup, type Place } from './backup/apply.ts'
import { fail } from './terminal.ts'

const usage = 'npm run restore -- --from FILE [--to DATA_DIR] [--replace]'

const { values: asked } = parseArgs({
  options: {
    from: { type: 'string' },
    to: { type: 'string' },
    replace: { type: 'boolean', default: false },
  },
})

try {
  if (isPostgres)
    fail('PostgreSQL is restored by its own pg_restore; put the uploads folder back beside it.')
  if (!asked.from) fail(usage)
  const { manifest, kept } = await applyBackup(resolve(asked.from), place(), asked.replace)
  console.log(
    `Restored what was backed up on ${manifest.createdAt} by version ${manifest.version}.`,
  )
  console.log('Everybody has to sign in again; links sent by mail are void.')
  if (kept) console.log(`The database that was here is kept as ${kept}`)
} catch (error) {
  fail(error)
}

function place(): Place {
  if (asked.to) return { folder: asked.to, database: join(asked.to, 'granaio.db') }
  return { folder: process.env.DATA_DIR || 'data', database: sqliteFile(process.env.DATABASE_URL) }
}
