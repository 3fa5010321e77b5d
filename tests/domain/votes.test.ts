import { expect, test } from 'vitest'
import { findIdea } from '#app/domain/ideas/idea.server.ts'
import { castVote, withdrawVote } from '#app/domain/votes/vote.server.ts'
import { howMany } from '#db/expressions.ts'
import { db, transaction } from '#db/database.server.ts'
import { votes } from '#db/schema/votes.ts'
import { eq } from 'drizzle-orm'
import { world } from '#tests/world.ts'

test('a member votes once, however often they click', async () => {
  const { ben, refillStation } = await world()
  const vote = () => transaction((tx) => castVote(tx, ben, refillStation.number))

  expect(await vote()).toBe('cast')
  expect(await vote()).toBe('already-cast')
  expect((await findIdea(db, refillStation.number, ben))?.votesCount).toBe(1)
})

test('[#96] fifty clicks at once are one vote, and a storm of changes leaves the counter equal to the rows', async () => {
  const { ben, refillStation } = await world()
  const act = [castVote, withdrawVote]
  const clicks = Array.from({ length: 50 }, (_, i) =>
    transaction((tx) => act[i % 2]!(tx, ben, refillStation.number)),
  )
  await Promise.all(clicks)

  const [rows] = await db
    .select({ n: howMany() })
    .from(votes)
    .where(eq(votes.ideaId, refillStation.id))
  expect(rows?.n).toBeLessThanOrEqual(1)
  expect((await findIdea(db, refillStation.number, ben))?.votesCount).toBe(rows?.n)
})
