import { promisesAmong } from '#app/domain/promises/idea-promise.server.ts'
import { stateOf } from '#app/domain/promises/promise.rules.ts'
import { siteSettings } from '#app/domain/site/site.server.ts'
import { db } from '#db/database.server.ts'
import { now } from '#db/time.ts'

/** What cards say of the running promises of some ideas, by their ids. */
export async function promisedCards(ideaIds: string[]) {
  const [running, { calendar }] = await Promise.all([promisesAmong(db, ideaIds), siteSettings(db)])
  const { timeZone } = calendar
  return new Map(
    [...running].map(([ideaId, promise]) => {
      const state = stateOf(promise, now()) as 'running' | 'late' | 'paused'
      return [ideaId, { state, dueAt: promise.dueAt, timeZone }]
    }),
  )
}
