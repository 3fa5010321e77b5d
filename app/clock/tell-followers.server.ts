import { followersOf } from '#app/domain/follows/followers.server.ts'
import { finish, type Job } from '#app/domain/jobs/job.server.ts'
import { keepLease } from '#app/domain/jobs/lease.server.ts'
import { authorOf, ideasBehind } from '#app/domain/notifications/concerned.server.ts'
import type { Telling } from '#app/domain/notifications/telling.server.ts'
import { type IdeaNews, isPublic, isStillSo, tell } from '#app/domain/notifications/tell.server.ts'
import { db, transaction } from '#db/database.server.ts'

const together = 50

/**
 * Tells of what happened, its author first where they were not told with it, then the followers,
 * fifty at a time, each batch in a transaction of its own: whoever was told before a crash
 * is not told again after it. What is private now is no news, but for its author.
 */
export async function tellFollowers(job: Job) {
  const { news, own, at } = job.payload as Telling
  if (await isStillSo(db, news)) {
    if (own)
      await transaction(async (tx) => tell(tx, await authorOf(tx, own.ideaId), { ...own, at }))
    if (await isPublic(db, news.ideaId))
      for await (const personIds of audienceOf(news))
        await tellSome(job, personIds, { ...news, at })
  }
  await transaction((tx) => finish(tx, job.id))
}

/** In small transactions: on SQLite everybody else's writing waits for each. */
async function tellSome(job: Job, personIds: string[], news: IdeaNews) {
  for (let i = 0; i < personIds.length; i += together)
    await transaction(async (tx) => {
      await tell(tx, personIds.slice(i, i + together), news)
      await keepLease(tx, job)
    })
}

/** The followers of the idea; of what was realised, those of all ideas that it comes from. */
async function* audienceOf({ event, ideaId }: IdeaNews) {
  const ideaIds = event === 'followed-realised' ? await ideasBehind(db, ideaId) : [ideaId]
  for (const id of ideaIds) yield* followersOf(db, id)
}
