import { writeFileSync } from 'node:fs'
import { migrate } from '#db/migrate.ts'

// In a process of its own, on a house of its own: the database is settled when it begins.
const [, , found, crowd = '50000'] = process.argv
const followers = Number(crowd)

const { at } = await import('#db/time.ts')
const { closeDatabase, db, transaction } = await import('#db/database.server.ts')
const { tellFollowers } = await import('#app/clock/tell-followers.server.ts')
const { lease } = await import('#app/domain/jobs/job.server.ts')
const { undoMs } = await import('#app/domain/notifications/notification.rules.ts')
const { moveIdea } = await import('#app/domain/workflow/move.server.ts')
const { choose } = await import('#app/domain/notifications/choice.server.ts')
const { howMany } = await import('#db/expressions.ts')
const { people } = await import('#db/schema/identity.ts')
const { notificationChoices, notifications } = await import('#db/schema/notifications.ts')
const { jobs } = await import('#db/schema/jobs.ts')
const { votes } = await import('#db/schema/votes.ts')
const { world } = await import('#tests/world.ts')

const wish = { to: 'shortlisted', note: 'Yes.' }
const choice = { inApp: true, mail: 'digest' as const }
await migrate()
const { ann, eva, refillStation } = await world()
await admit()
// The first move of a process pays for its statements.
const before = await world()
await transaction((tx) => moveIdea(tx, before.eva, before.refillStation.number, wish))
const answer = await timed(() => transaction((tx) => moveIdea(tx, eva, refillStation.number, wish)))
let working = true
const beside = waitsBeside()
const telling = await timed(tellAll)
working = false
const waits = (await beside).sort((a, b) => a - b)
const [told] = await db.select({ n: howMany() }).from(notifications)
const [mails] = await db.select({ n: howMany() }).from(jobs)
if (told!.n < followers) throw new Error(`only ${told!.n} of ${followers} were told`)
await closeDatabase()
const figures = { followers, answer, telling, mails: mails!.n, longest: waits.at(-1)! }
writeFileSync(found!, JSON.stringify({ ...figures, p95: waits[Math.floor(waits.length * 0.95)] }))

/** Voters of one idea, one in ten of whom wants a mail at once. */
async function admit() {
  const together = 1000
  for (let from = 0; from < followers; from += together)
    await transaction(async (tx) => {
      const ids = Array.from({ length: together }, (_, i) => `fan-${from + i}`)
      const mail = (id: string) => `${id}@example.org`
      await tx.insert(people).values(
        ids.map((id) => ({
          ...{ id, handle: id, displayName: id, email: mail(id), emailFolded: mail(id) },
          emailVerifiedAt: new Date(),
        })),
      )
      await tx.insert(votes).values(ids.map((id) => ({ ideaId: refillStation.id, voterId: id })))
      const eager = ids.filter((_, i) => i % 10 === 0)
      await tx.insert(notificationChoices).values(
        eager.map((personId) => ({
          ...{ personId, event: 'followed-moved', inApp: true, mail: 'now' as const },
        })),
      )
    })
}

/** How long another writer waits for its turn, again and again, while all are told. */
async function waitsBeside() {
  const all: number[] = []
  while (working) {
    all.push(await timed(() => transaction((tx) => choose(tx, ann.id, { replied: choice }))))
    await new Promise((done) => setTimeout(done, 5))
  }
  return all
}

/** As the clock does ten seconds later. */
function tellAll() {
  return at(new Date(Date.now() + undoMs + 1000), async () => {
    for (const job of await transaction((tx) => lease(tx, 'tell', 10))) await tellFollowers(job)
  })
}

async function timed(work: () => Promise<unknown>) {
  const started = performance.now()
  await work()
  return performance.now() - started
}
