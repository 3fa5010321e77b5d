import { migrate } from '#db/migrate.ts'
import { unsafeSettings } from '#app/web/env.server.ts'

const faults = unsafeSettings()
if (faults.length) {
  console.error(
    ['Granaio does not start: this is not safe for production.', ...faults].join('\n- '),
  )
  process.exit(78)
}

// Not awaited here: a chunk of the build that imports this one back would wait for ever.
void open()

async function open() {
  // Statements are prepared when the domain is loaded, so the tables must be there before it is.
  await migrate()
  const { start } = await import('./listen.server.ts')
  await start()
}
