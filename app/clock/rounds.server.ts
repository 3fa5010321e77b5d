import { finish, type Job } from '#app/domain/jobs/job.server.ts'
import { askDue, dueAct, roundsDue } from '#app/domain/rounds/due.server.ts'
import { closeRound } from '#app/domain/rounds/late.server.ts'
import { openRound } from '#app/domain/rounds/open.server.ts'
import { publishSome } from '#app/domain/rounds/publish.server.ts'
import { db, transaction } from '#db/database.server.ts'

const asked = new Set<string>()

/** Asks for the opening of the rounds whose day has come, and for the closing of those that end. */
export async function planRounds() {
  const due = (await roundsDue(db)).filter((round) => !asked.has(dueAct(round).key))
  if (!due.length) return
  await transaction((tx) => askDue(tx, due))
  for (const round of due) asked.add(dueAct(round).key)
}

type Due = { act: 'open' | 'close' | 'publish'; number: number }

/** Opens, closes or publishes a round; publishing in batches, each in a transaction of its own. */
export async function workOnRound(job: Job) {
  const { act, number } = job.payload as Due
  if (act === 'open') await transaction((tx) => openRound(tx, null, number))
  if (act === 'close') await transaction((tx) => closeRound(tx, number))
  if (act === 'publish') while ((await transaction((tx) => publishSome(tx, number))) === 'more');
  await transaction((tx) => finish(tx, job.id))
}
