import { finish, type Job } from '#app/domain/jobs/job.server.ts'
import { dropCopy, writeCopy } from '#app/domain/privacy/export-file.server.ts'
import {
  anyToEnd,
  endExports,
  exportFailed,
  exportReady,
  wishOf,
} from '#app/domain/privacy/export.server.ts'
import { db, transaction } from '#db/database.server.ts'

const mostTries = 3

/** Takes away the copies of people’s data whose day is over. */
export async function planExports() {
  if (!(await anyToEnd(db))) return
  const ended = await transaction(endExports)
  await Promise.all(ended.map(dropCopy))
}

/** Makes somebody’s copy of their data, and tells them; after three tries, that it did not work. */
export async function makeExport(job: Job) {
  const wish = await wishOf(db, String(job.payload.id))
  if (wish?.state === 'waiting') await made(job, wish)
  await transaction((tx) => finish(tx, job.id))
}

async function made(job: Job, { id, personId }: { id: string; personId: string }) {
  try {
    const bytes = await writeCopy(db, id, personId)
    await transaction((tx) => exportReady(tx, id, bytes))
  } catch (error) {
    if (job.attempts < mostTries) throw error
    await transaction((tx) => exportFailed(tx, id))
  }
}
