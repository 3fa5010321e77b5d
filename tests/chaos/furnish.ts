import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { furnishCare } from '#app/domain/care/furnish.server.ts'
import { furnishDossiers } from '#app/domain/dossiers/furnish.server.ts'
import { furnish } from '#app/domain/workflow/furnish.server.ts'
import { publishIdea } from '#app/domain/ideas/publish.server.ts'
import { startSession } from '#app/domain/identity/session.server.ts'
import { closeDatabase, transaction } from '#db/database.server.ts'
import { migrate } from '#db/migrate.ts'
import { endow, offer } from '#tests/rewards.ts'
import { person } from '#tests/world.ts'
import type { Guests } from './place.ts'

/** A house in the folder of `DATABASE_URL`, with ideas, and members who are signed in; run on its own. */
const [many, few] = [300, 40]

await migrate()
const { members, ideas, rewards } = await transaction(async (tx) => {
  await furnish(tx)
  await furnishDossiers(tx)
  await furnishCare(tx)
  const members = []
  for (let i = 0; i < many; i++) members.push(await person(tx, `guest${i}`))
  const ideas = []
  for (let i = 0; i < few; i++)
    ideas.push(
      await publishIdea(tx, members[i]!, {
        title: `An idea to vote for, number ${i}`,
        body: 'What it is about is told here in a few words, for the reader.',
        categoryId: 'packaging',
        tags: ['refill'],
        locale: 'en',
      }),
    )
  await endow(tx, members, 500)
  const codes = Array.from({ length: 400 }, (_, i) => `CODE-${i}`)
  const rewards = [
    await offer(tx, { codes }),
    await offer(tx, { kind: 'donation', stock: null, price: 30 }),
    await offer(tx, { stock: 300 }),
  ]
  return { members, ideas, rewards }
})
const tokens = await Promise.all(members.map(({ id }) => startSession(id, 'chaos', '127.0.0.1')))
await closeDatabase()

const guests: Guests = {
  members: members.map(({ id, handle }, i) => ({
    id,
    email: `${handle}@example.org`,
    token: tokens[i]!,
  })),
  ideas: ideas.map(({ id, number }) => ({ id, number })),
  rewards: rewards.map(({ slug }) => ({ slug })),
}
writeFileSync(join(process.env.DATA_DIR!, 'guests.json'), JSON.stringify(guests))
