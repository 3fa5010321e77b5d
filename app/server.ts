import { NotSafe } from '#db/boot-check.ts'
import { unsafeSettings } from '#app/web/env.server.ts'
import { open } from './open.server.ts'

const faults = unsafeSettings()
if (faults.length) {
  console.error(
    ['Granaio does not start: this is not safe for production.', ...faults].join('\n- '),
  )
  process.exit(78)
}

// Not awaited here: a chunk of the build that imports this one back would wait for ever.
void open().catch((error: unknown) => {
  console.error('Granaio does not start.', error instanceof NotSafe ? error.message : error)
  process.exit(1)
})
