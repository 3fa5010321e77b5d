import { dirname } from 'node:path'
import { addToJournal, journalOf } from '#app/domain/privacy/journal.server.ts'
import { erasedIn } from '#db/snapshot.server.ts'
import type { Place } from './apply.ts'

/**
 * Brings together, beside the restored database, who was erased: as the database that made room knows
 * it, and the journals beside it, beside the backup and in the data folder. Answers how many they are.
 */
export async function gatherJournal(backup: string, { folder }: Place, kept: string | undefined) {
  const beside = [folder, dirname(backup), dirname(dirname(backup)), process.env.DATA_DIR || 'data']
  const journals = await Promise.all([...new Set(beside)].map((where) => journalOf(where)))
  const before = kept ? erasedIn(kept) : []
  const known = before.map((row) => ({ ...row, doneAt: new Date(row.doneAt).toISOString() }))
  await addToJournal([...known, ...journals.flat()], folder)
  return (await journalOf(folder)).length
}

/** Opens the restored database, brought to this version, and erases again who had left; answers how many. */
export async function eraseAgain({ folder, database }: Place) {
  process.env.DATA_DIR = folder
  process.env.DATABASE_URL = `file:${database}`
  const { migrate } = await import('#db/migrate.ts')
  await migrate()
  const { eraseReturned } = await import('#app/domain/privacy/replay.server.ts')
  const { closeDatabase } = await import('#db/database.server.ts')
  const erased = await eraseReturned()
  await closeDatabase()
  return erased
}
