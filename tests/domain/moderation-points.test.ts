import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { workThrough } from '#app/clock.server.ts'
import { postComment } from '#app/domain/comments/comment.server.ts'
import { decideDirectly } from '#app/domain/moderation/decide.server.ts'
import { restore } from '#app/domain/moderation/restore.server.ts'
import type { Thing } from '#app/domain/moderation/sight.server.ts'
import type { Person } from '#app/domain/identity/viewer.rules.ts'
import { accountOf } from '#app/domain/points/account.server.ts'
import { db, transaction } from '#db/database.server.ts'
import { people } from '#db/schema/identity.ts'
import { decisions } from '#db/schema/moderation.ts'
import { at, now } from '#db/time.ts'
import { person, worldWithoutHonours } from '#tests/world.ts'

const said = { reason: 'spam' as const, facts: 'You repeat an advertisement.' }
const holdings = async ({ id }: Person) => {
  const { available, pending, owed } = await accountOf(db, id)
  return available + pending - owed
}

test('the points of what is hidden go, and come back with it', async () => {
  const { ann, ben, mo, ada, refillStation } = await worldWithoutHonours()
  const comment = await transaction((tx) =>
    postComment(tx, ben, refillStation.number, { body: 'A thought of its own' }),
  )
  if (!comment || typeof comment === 'string') throw new Error(String(comment))
  await workThrough()
  const before = [await holdings(ann), await holdings(ben)]
  const things: Thing[] = [
    { subject: 'comment', subjectId: comment.id },
    { subject: 'idea', subjectId: refillStation.id },
  ]
  const made = []
  for (const thing of things) {
    const wish = { act: 'hide', ...said } as const
    const decision = await transaction((tx) => decideDirectly(tx, mo, thing, wish))
    if (!decision || typeof decision === 'string') throw new Error(String(decision))
    made.push(decision)
  }
  await workThrough()
  const [annHas, benHas] = [await holdings(ann), await holdings(ben)]
  expect(annHas).toBeLessThan(before[0]!)
  expect(benHas).toBeLessThan(before[1]!)
  for (const { id } of made) await transaction((tx) => restore(tx, ada, id))
  await workThrough()
  expect([await holdings(ann), await holdings(ben)]).toEqual(before)
})

test('the clock tells of a decision after ten seconds, and ends a suspension on its day', async () => {
  const { mo, refillStation } = await worldWithoutHonours()
  const tom = await transaction((tx) => person(tx, 'tom'))
  const comment = await transaction((tx) =>
    postComment(tx, tom, refillStation.number, { body: 'Buy my watches' }),
  )
  if (!comment || typeof comment === 'string') throw new Error(String(comment))
  const thing = { subject: 'comment', subjectId: comment.id } as const
  const wish = { act: 'suspend', ...said, days: 3 } as const
  const decision = await transaction((tx) => decideDirectly(tx, mo, thing, wish))
  if (!decision || typeof decision === 'string') throw new Error(String(decision))
  await workThrough()
  const [told] = await db.select().from(decisions).where(eq(decisions.id, decision.id))
  expect(told!.toldAt).not.toBeNull()
  const suspendedAt = async () =>
    (await db.select().from(people).where(eq(people.id, tom.id)))[0]!.suspendedAt
  expect(await suspendedAt()).not.toBeNull()
  await at(new Date(+now() + 3 * 86_400_000), () => workThrough())
  expect(await suspendedAt()).toBeNull()
})
