import { finish, type Job } from '#app/domain/jobs/job.server.ts'
import { mergeById } from '#app/domain/merges/answer.server.ts'
import { finishRun, type Unmerging } from '#app/domain/merges/run.server.ts'
import { db, transaction } from '#db/database.server.ts'

/**
 * Finishes a merge or an un-merge that a crash has left in the middle, or that was too large for a
 * request; of a finished merge, brings the votes that came late. However often it runs, nothing is
 * brought twice.
 */
export async function carryOn(job: Job) {
  const payload = job.payload as Partial<Unmerging> & { mergeId: string }
  const merge = await mergeById(db, payload.mergeId)
  if (merge) await finishRun(merge, payload)
  await transaction((tx) => finish(tx, job.id))
}
