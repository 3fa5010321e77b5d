import { forgetUnconfirmedCases } from '#app/domain/care/contact.server.ts'
import { forgetLooseFiles } from '#app/domain/care/file.server.ts'
import { sweepImages } from '#app/domain/ideas/image-sweep.server.ts'
import { forgetUnconfirmed } from '#app/domain/identity/join.server.ts'
import { forgetLimits } from '#app/domain/identity/limit.server.ts'
import { forgetActs } from '#app/domain/identity/pending-act.server.ts'
import { forgetSessions } from '#app/domain/identity/session.server.ts'
import { forgetTokens } from '#app/domain/identity/token.server.ts'
import { ask, finish, type Job } from '#app/domain/jobs/job.server.ts'
import { dayIn } from '#app/domain/notifications/hours.rules.ts'
import { zoneOf } from '#app/domain/notifications/zone.server.ts'
import { forgetAddresses } from '#app/domain/rewards/address.server.ts'
import { db, transaction } from '#db/database.server.ts'
import { mergeWords } from '#db/search.server.ts'
import { now } from '#db/time.ts'

let asked = ''

/** Asks once a day for the cleaning. */
export async function planCleaning() {
  const day = dayIn(await zoneOf(db), now())
  if (day === asked) return
  await transaction((tx) => ask(tx, 'clean', `clean:${day}`, { payload: {} }))
  asked = day
}

/**
 * Forgets what ends by itself: sessions, links, kept forms, addresses of what arrived, loose images; and
 * merges the index of words. What is kept for a while that the house chooses is the retention's.
 */
export async function clean(job: Job) {
  const chores = [
    forgetSessions,
    forgetTokens,
    forgetActs,
    forgetLimits,
    forgetUnconfirmed,
    forgetUnconfirmedCases,
    forgetLooseFiles,
  ]
  for (const chore of chores) await transaction(chore)
  while (await transaction(forgetAddresses));
  await sweepImages(db)
  for (let [more, begins] = [true, true]; more; begins = false)
    more = await transaction((tx) => mergeWords(tx, begins))
  await transaction((tx) => finish(tx, job.id))
}
