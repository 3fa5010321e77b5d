import cluster from 'node:cluster'
import { proveWhole } from '#db/boot-check.ts'
import { isPostgres } from '#db/dialect.ts'
import { holdDatabase } from '#db/lock.server.ts'
import { migrate } from '#db/migrate.ts'
import { sqliteFile } from '#db/sqlite.server.ts'
import type { Workshop } from './listen.server.ts'
import { waitFor } from './waiting-room.server.ts'
import { env } from './web/env.server.ts'
import { startWorkers } from './workers.server.ts'

/**
 * Opens the house: takes the lock on the data, proves and migrates it, then serves, in this process
 * or in as many workers as the settings say. Throws where that would not be safe.
 */
export async function open(workshop?: Workshop) {
  if (cluster.isPrimary) {
    holdDatabase()
    if (!isPostgres) await proveWhole(sqliteFile(process.env.DATABASE_URL))
    // Statements are prepared when the domain is loaded, so the tables must be there before it is.
    await waitFor(migrate)
    if (env.workers > 1) return startWorkers()
  }
  const { start } = await import('./listen.server.ts')
  await start(workshop)
}
