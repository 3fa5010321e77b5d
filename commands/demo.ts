import { existsSync, renameSync, rmSync } from 'node:fs'
import { isPostgres } from '#db/dialect.ts'
import { migrate } from '#db/migrate.ts'
import { sqliteFile } from '#db/sqlite.server.ts'
import { fail, tableOf } from './terminal.ts'

try {
  await tellDemo()
} catch (error) {
  fail(error)
}

/** Furnishes the demo bakery once, and says who can sign in where. */
async function tellDemo() {
  const putInPlace = aside()
  await migrate()
  const { demoPassword, demoPeople, tellStory } = await import('#db/demo/tell.ts')
  const { closeDatabase } = await import('#db/database.server.ts')
  const startedAt = Date.now()
  const told = await tellStory()
  await closeDatabase()
  putInPlace()

  if (told === 'told')
    console.log(
      `The story of the demo bakery was told in ${((Date.now() - startedAt) / 1000).toFixed(1)} s.`,
    )
  const rows = demoPeople.map(({ email, displayName, roles }) => [
    roles?.includes('admin') ? 'admin' : (roles?.[0] ?? 'member'),
    displayName,
    email!,
  ])
  console.log(`\n${tableOf([['role', 'name', 'e-mail'], ...rows])}`)
  console.log(`\nThe password of all is ${demoPassword}`)
  console.log(`Open ${process.env.PUBLIC_URL || `http://localhost:${process.env.PORT ?? 3000}`}\n`)
}

/** Tells into a file of its own, so that a story cut short leaves nothing half told in the house. */
function aside() {
  const file = sqliteFile(process.env.DATABASE_URL)
  if (isPostgres || existsSync(file)) return () => {}
  const telling = `${file}.telling`
  for (const ending of ['', '-wal', '-shm']) rmSync(telling + ending, { force: true })
  process.env.DATABASE_URL = `file:${telling}`
  return () => renameSync(telling, file)
}
