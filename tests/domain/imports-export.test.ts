import { randomUUID } from 'node:crypto'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { postComment } from '#app/domain/comments/comment.server.ts'
import { csvCell, csvLine } from '#app/domain/imports/csv-cell.rules.ts'
import {
  exportedComments,
  exportedIdeas,
  exportedVotes,
} from '#app/domain/imports/export.server.ts'
import { writeIdea } from '#app/domain/ideas/publish.server.ts'
import { castVote } from '#app/domain/votes/vote.server.ts'
import { db, transaction } from '#db/database.server.ts'
import { comments } from '#db/schema/comments.ts'
import { people } from '#db/schema/identity.ts'
import { now } from '#db/time.ts'
import { testAtNoon } from '#tests/noon.ts'
import { world } from '#tests/world.ts'

test('[#14] a cell that a spreadsheet would run begins with an apostrophe', () => {
  for (const start of ['=', '+', '-', '@', '\t']) expect(csvCell(`${start}1`)).toBe(`'${start}1`)
  expect(csvCell('\r1')).toBe(`"'\r1"`)
  expect(csvCell(-5)).toBe('-5')
  expect(csvCell('a "b", c')).toBe('"a ""b"", c"')
})

test('[#14] whatever a line holds, a CSV reader finds it again, and no cell is a formula', () => {
  const cells = fc.array(fc.string({ unit: 'grapheme' }), { minLength: 2, maxLength: 6 })
  fc.assert(
    fc.property(cells, (row) => {
      const [found] = parse(csvLine(row), {
        record_delimiter: '\r\n',
        relax_column_count: true,
      }) as string[][]
      expect(found!.map((cell, i) => (cell === `'${row[i]}` ? row[i] : cell))).toEqual(row)
      expect(found!.every((cell) => !/^[=+\-@\t\r]/.test(cell))).toBe(true)
    }),
  )
})

testAtNoon('[#46] an export holds what everybody can read, and nothing else', async () => {
  const { ann, ben, mo, refillStation } = await world()
  const canary = randomUUID()
  await transaction(async (tx) => {
    await tx
      .update(people)
      .set({ email: `${canary}@mail.example`, passwordHash: canary, birthYear: 1913, bio: canary })
      .where(eq(people.id, ann.id))
    const text = { title: `Draft ${canary}`, body: canary, categoryId: 'packaging', tags: [canary] }
    const draft = await writeIdea(tx, ann, text)
    await postComment(tx, ann, refillStation.number, { body: 'Read me' })
    await postComment(tx, mo, refillStation.number, { body: 'We read you' })
    await castVote(tx, ben, refillStation.number)
    const spoken = { ideaId: refillStation.id, authorId: ann.id, body: canary }
    await tx.insert(comments).values([
      { ...spoken, hiddenAt: now() },
      { ...spoken, deletedAt: now() },
      { ...spoken, ideaId: draft.id },
    ])
  })

  const [told, spoken, cast] = [
    await all(exportedIdeas(db)),
    await all(exportedComments(db)),
    await all(exportedVotes(db)),
  ]
  const everything = JSON.stringify([told, spoken, cast])
  for (const secret of [canary, 'mail.example', ben.id, ben.handle, mo.handle])
    expect(everything).not.toContain(secret)
  // A year may stand in what is chance: ids, and the pseudonyms of voters.
  const drawn = ['id', 'parent', 'voter']
  const lasting = (key: string, value: unknown) => (drawn.includes(key) ? undefined : value)
  expect(JSON.stringify([told, spoken, cast], lasting)).not.toContain('1913')
  expect(told).toMatchObject([
    { number: refillStation.number, author: ann.handle, votes: 1, tags: 'refill;waste' },
  ])
  expect(spoken).toMatchObject([
    { body: 'Read me', author: ann.handle },
    { author: null, team: 'Granaio' },
  ])
  expect(cast).toMatchObject([
    { idea: refillStation.number, day: now().toISOString().slice(0, 10) },
  ])
  expect((await all(exportedVotes(db)))[0]!.voter).not.toBe(cast[0]!.voter)
})

async function all<T>(rows: AsyncGenerator<T>) {
  const found: T[] = []
  for await (const row of rows) found.push(row)
  return found
}
