import { sweepImages } from '#app/domain/ideas/image-sweep.server.ts'
import { forgetUnconfirmed } from '#app/domain/identity/join.server.ts'
import { forgetLimits } from '#app/domain/identity/limit.server.ts'
import { forgetActs } from '#app/domain/identity/pending-act.server.ts'
import { forgetSessions } from '#app/domain/identity/session.server.ts'
import { forgetTokens } from '#app/domain/identity/token.server.ts'
import { ask, finish, type Job } from '#app/domain/jobs/job.server.ts'
import { forgetDone } from '#app/domain/jobs/outbox.server.ts'
import { forgetOldNotifications } from '#app/domain/notifications/notification.server.ts'
import { dayIn } from '#app/domain/notifications/hours.rules.ts'
import { zoneOf } from '#app/domain/notifications/zone.server.ts'
import { db, transaction } from '#db/database.server.ts'
import { mergeWords } from '#db/search.server.ts'
import { now } from '#db/time.ts'

const month = 30 * 86_400_000
let asked = ''

/** Asks once a day for the cleaning. */
export async function planCleaning() {
  const day = dayIn(await zoneOf(db), now())
  if (day === asked) return
  await transaction((tx) => ask(tx, 'clean', `clean:${day}`, { payload: {} }))
  asked = day
}

/**
 * Forgets what has had its time: sessions, links, kept forms, old notifications, done jobs, loose
 * images; and merges the index of words.
 */
export async function clean(job: Job) {
  const monthAgo = new Date(now().getTime() - month)
  const chores = [
    forgetSessions,
    forgetTokens,
    forgetActs,
    forgetLimits,
    forgetUnconfirmed,
    forgetOldNotifications,
  ]
  for (const chore of chores) await transaction(chore)
  await transaction((tx) => forgetDone(tx, monthAgo))
  await sweepImages(db)
  for (let [more, begins] = [true, true]; more; begins = false)
    more = await transaction((tx) => mergeWords(tx, begins))
  await transaction((tx) => finish(tx, job.id))
}
