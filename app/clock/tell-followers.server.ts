import { followersOf } from '#app/domain/follows/followers.server.ts'
import { finish, type Job } from '#app/domain/jobs/job.server.ts'
import type { Telling } from '#app/domain/notifications/notify.server.ts'
import { isPublic, tell } from '#app/domain/notifications/tell.server.ts'
import { db, transaction } from '#db/database.server.ts'
import { at } from '#db/time.ts'

/**
 * Tells the followers of an idea, some hundreds at a time, each batch in a transaction of its own:
 * whoever was told before a crash is not told again after it. What is private now is no news.
 */
export async function tellFollowers(job: Job) {
  const { news, at: moment } = job.payload as Telling
  if (await isPublic(db, news.ideaId))
    for await (const personIds of followersOf(db, news.ideaId))
      await at(new Date(moment), () => transaction((tx) => tell(tx, personIds, news)))
  await transaction((tx) => finish(tx, job.id))
}
