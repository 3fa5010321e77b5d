import { askRating, type Step } from '#app/domain/care/rating.server.ts'
import { finish, type Job } from '#app/domain/jobs/job.server.ts'
import { transaction } from '#db/database.server.ts'

/** Asks whoever wrote to care how content they are, or reminds them. */
export async function askHowContent(job: Job) {
  const { caseId, step } = job.payload as { caseId: string; step: Step }
  await transaction(async (tx) => {
    await askRating(tx, caseId, step)
    await finish(tx, job.id)
  })
}
