import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { isPostgres } from '#db/dialect.ts'
import { sqliteFile } from '#db/sqlite.server.ts'
import { makeBackup } from './backup/make.ts'
import { asked, fail } from './terminal.ts'

const wish = asked({ out: { type: 'string' } })
const dataFolder = process.env.DATA_DIR || 'data'

try {
  if (isPostgres)
    fail('PostgreSQL is backed up by its own pg_dump; copy the uploads folder beside it.')
  const database = sqliteFile(process.env.DATABASE_URL)
  if (!existsSync(database)) fail(`There is no database at ${database}`)
  const { backup, closeDatabase } = await import('#db/database.server.ts')
  const moment = new Date().toISOString().slice(0, 19).replace(/[:T]/g, '-')
  const out = wish.out ?? join(dataFolder, 'backups', `granaio-${moment}.tar.gz`)
  const { files, rows } = await makeBackup(out, {
    copyDatabase: backup,
    uploads: join(dataFolder, 'uploads'),
  })
  await closeDatabase()
  const total = Object.values(rows).reduce((sum, count) => sum + count, 0)
  console.log(`${out}: ${total} rows and ${files.length - 1} uploads, proved.`)
  console.log('It holds personal data: keep it where only you can read it.')
} catch (error) {
  fail(error)
}
