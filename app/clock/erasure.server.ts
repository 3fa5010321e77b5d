import { finish, type Job } from '#app/domain/jobs/job.server.ts'
import { keepLease } from '#app/domain/jobs/lease.server.ts'
import { eraseNow } from '#app/domain/privacy/erase.server.ts'
import { takeErasure, undoneErasure } from '#app/domain/privacy/erasure.server.ts'
import { askReturned, writeJournal } from '#app/domain/privacy/replay.server.ts'
import { db, transaction } from '#db/database.server.ts'

let isReplayed = false

/** Once after a start: whoever was erased, and came back with a backup, is to be erased again. */
export async function replayJournal() {
  if (isReplayed) return
  await writeJournal()
  await askReturned()
  isReplayed = true
}

/** Erases somebody whose days are over, or puts it off where something of theirs is still open. */
export async function eraseDue(job: Job) {
  const { erase: id, again } = job.payload as { erase: string; again?: boolean }
  const beat = () => transaction((tx) => keepLease(tx, job))
  if (again) {
    const wish = await undoneErasure(db, id)
    if (wish) await eraseNow(wish, { isTold: false, beat })
  } else {
    const { is, wish } = await transaction((tx) => takeErasure(tx, id))
    if (is === 'due') await eraseNow(wish, { isTold: true, beat })
  }
  await transaction((tx) => finish(tx, job.id))
}
