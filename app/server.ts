import { migrate } from '#db/migrate.ts'
import { unsafeSettings } from '#app/web/env.server.ts'

const faults = unsafeSettings()
if (faults.length) {
  console.error(
    ['Granaio does not start: this is not safe for production.', ...faults].join('\n- '),
  )
  process.exit(78)
}

// Statements are prepared when the domain is loaded, so the tables must be there before it is.
await migrate()
const { start } = await import('./listen.server.ts')
await start()
