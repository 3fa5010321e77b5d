import { anythingDue, fail, type Job, lease } from './domain/jobs/job.server.ts'
import { lookAfterCases, planCare } from './clock/care.server.ts'
import { clean, planCleaning } from './clock/clean.server.ts'
import { deliver } from './clock/deliver.server.ts'
import { endAndAnnounce, planExpiry } from './clock/expiry.server.ts'
import { lookForFarming, planFarming } from './clock/farming.server.ts'
import { makeExport, planExports } from './clock/export.server.ts'
import { planDigests, writeDigests } from './clock/digest.server.ts'
import { writeRoundLetters } from './clock/round-letters.server.ts'
import { planPoints, workOnPoints } from './clock/points.server.ts'
import { keepPrivacy, planPrivacy } from './clock/privacy.server.ts'
import { keepPromises, planPromises } from './clock/promises.server.ts'
import { planRemaps, remap } from './clock/remap.server.ts'
import { lookIntoMailbox, planMailbox } from './clock/mailbox.server.ts'
import { importFileOfMentions, planFeeds, pollFeed } from './clock/mentions.server.ts'
import { carryOn } from './clock/merges.server.ts'
import { keepModeration, planModeration } from './clock/moderation.server.ts'
import { planTally, tally } from './clock/tally.server.ts'
import { tellFollowers } from './clock/tell-followers.server.ts'
import { honourYears, planYears } from './clock/years.server.ts'
import { askHowContent } from './clock/ratings.server.ts'
import { planRounds, workOnRound } from './clock/rounds.server.ts'
import { env } from './web/env.server.ts'
import { log } from './web/log.server.ts'
import { wordsOf } from './web/log-words.ts'
import { postOffice } from './web/post.server.ts'
import { undoMs } from './domain/notifications/notification.rules.ts'
import { db, readOnly, transaction } from '#db/database.server.ts'
import { at, now } from '#db/time.ts'

/** One kind of work: what to plan first, how many at once, and how one is done. */
type Work = {
  kind: string
  atOnce: number
  plan?: () => Promise<void>
  run: (job: Job) => Promise<unknown>
}

const second = 1000

function works(smtpUrl: string | undefined): Work[] {
  const office = smtpUrl ? postOffice(smtpUrl) : undefined
  return [
    { kind: 'tell', atOnce: 1, run: tellFollowers },
    { kind: 'round-letters', atOnce: 1, run: writeRoundLetters },
    { kind: 'digest', atOnce: 1, plan: planDigests, run: writeDigests },
    { kind: 'remap', atOnce: 1, plan: planRemaps, run: remap },
    { kind: 'merge', atOnce: 1, run: carryOn },
    { kind: 'points', atOnce: 1, plan: planPoints, run: workOnPoints },
    { kind: 'farming', atOnce: 1, plan: planFarming, run: lookForFarming },
    { kind: 'expiry', atOnce: 1, plan: planExpiry, run: endAndAnnounce },
    { kind: 'years', atOnce: 1, plan: planYears, run: honourYears },
    { kind: 'tally', atOnce: 1, plan: planTally, run: tally },
    { kind: 'rating', atOnce: 5, run: askHowContent },
    { kind: 'export', atOnce: 1, plan: planExports, run: makeExport },
    { kind: 'privacy', atOnce: 1, plan: planPrivacy, run: keepPrivacy },
    { kind: 'clean', atOnce: 1, plan: planCleaning, run: clean },
    { kind: 'moderation', atOnce: 5, plan: planModeration, run: keepModeration },
    { kind: 'care', atOnce: 5, plan: planCare, run: lookAfterCases },
    { kind: 'mailbox', atOnce: 1, plan: planMailbox, run: lookIntoMailbox },
    { kind: 'mentions', atOnce: 2, plan: planFeeds, run: pollFeed },
    { kind: 'mention-import', atOnce: 1, run: importFileOfMentions },
    { kind: 'promise', atOnce: 1, plan: planPromises, run: keepPromises },
    { kind: 'round', atOnce: 1, plan: planRounds, run: workOnRound },
    // Without a mail server nothing is lost: mails wait in the outbox.
    ...(office ? [{ kind: 'mail', atOnce: 5, run: (job: Job) => deliver(job, office) }] : []),
  ]
}

/** Does what is due of one kind, once; answers whether there was anything. */
async function workOnce({ kind, atOnce, plan, run }: Work) {
  await plan?.()
  if (!(await anythingDue(db, kind))) return false
  const jobs = await transaction((tx) => lease(tx, kind, atOnce))
  await Promise.all(
    jobs.map((job) =>
      run(job).catch((error: unknown) => {
        log.error({ err: error as Error, kind, job: job.id }, 'a job failed')
        return transaction((tx) => fail(tx, job, wordsOf(error)))
      }),
    ),
  )
  return jobs.length > 0
}

/**
 * Does all that is due when nothing can be taken back any more, and what comes of it; for trials and
 * tests, where nobody waits for the clock.
 */
export async function workThrough(smtpUrl = env.smtpUrl) {
  const all = works(smtpUrl)
  const start = now().getTime() + undoMs + second
  // Some work is put off for a moment until other work is done: hence twice.
  for (const moment of [start, start + 10 * second])
    await at(new Date(moment), async () => {
      let some = true
      while (some) some = (await Promise.all(all.map(workOnce))).some(Boolean)
    })
}

/**
 * Time is a visitor too: looks every second for work that is due, each kind at its own pace, so
 * that a slow mail server holds up nothing else. `stop` waits for the work in hand.
 */
export function startClock() {
  let stopped = false
  const wake = new Set<() => void>()
  const pause = () =>
    new Promise<void>((done) => {
      const go = () => {
        wake.delete(go)
        done()
      }
      wake.add(go)
      setTimeout(go, second).unref()
    })

  async function keepWorking(work: Work) {
    // Whoever waits for the house to open comes first.
    await pause()
    while (!stopped) {
      if (readOnly()) {
        await pause()
        continue
      }
      const some = await workOnce(work).catch((error: unknown) => {
        log.warn({ err: error as Error, kind: work.kind }, 'the clock could not work')
        return false
      })
      if (!some && !stopped) await pause()
    }
  }

  const hands = works(env.smtpUrl).map(keepWorking)
  return {
    stop: async () => {
      stopped = true
      for (const go of wake) go()
      await Promise.all(hands)
    },
  }
}
