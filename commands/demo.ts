import { migrate } from '#db/migrate.ts'
import { fail, tableOf } from './terminal.ts'

try {
  await tellDemo()
} catch (error) {
  fail(error)
}

/** Furnishes the demo bakery once, and says who can sign in where. */
async function tellDemo() {
  await migrate()
  const { demoPassword, demoPeople, tellStory } = await import('#db/demo/tell.ts')
  const { closeDatabase } = await import('#db/database.server.ts')
  const startedAt = Date.now()
  const told = await tellStory()
  await closeDatabase()

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
