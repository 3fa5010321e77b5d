import { setTimeout as pause } from 'node:timers/promises'
import { eq, inArray } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db, transaction } from '#db/database.server.ts'
import { people } from '#db/schema/identity.ts'
import { world } from '#tests/world.ts'

test('[#96] two that wait for each other are both done in the end', async () => {
  const { ann, ben } = await world()
  const call = (tx: Parameters<Parameters<typeof transaction>[0]>[0], id: string, bio: string) =>
    tx.update(people).set({ bio }).where(eq(people.id, id))
  const both = (first: string, second: string, bio: string) =>
    transaction(async (tx) => {
      await call(tx, first, bio)
      await pause(100)
      await call(tx, second, bio)
    })
  await Promise.all([both(ann.id, ben.id, 'one'), both(ben.id, ann.id, 'other')])

  const [here, there] = await db
    .select({ bio: people.bio })
    .from(people)
    .where(inArray(people.id, [ann.id, ben.id]))
  expect(here!.bio).toBe(there!.bio)
})
