import { asc, eq, gt, inArray } from 'drizzle-orm'
import type { Read, Tx } from '#db/database.server.ts'
import { howMany } from '#db/expressions.ts'
import { comments, usefulMarks } from '#db/schema/comments.ts'
import type { Fault } from '../ideas/recount.server.ts'

const together = 500

/** Every comment whose count of useful marks is not what the rows say. */
export async function* commentFaults(db: Read): AsyncGenerator<Fault> {
  for (let after = ''; ;) {
    const page = await db
      .select({ id: comments.id, stored: comments.usefulCount })
      .from(comments)
      .where(gt(comments.id, after))
      .orderBy(asc(comments.id))
      .limit(together)
    if (!page.length) return
    const marks = await marksOf(
      db,
      page.map(({ id }) => id),
    )
    for (const { id, stored } of page) {
      const counted = marks.get(id) ?? 0
      const fault = { counter: 'useful', of: `comment ${id}`, stored, counted }
      if (stored !== counted) yield { ...fault, mend: (tx) => recount(tx, id) }
    }
    after = page.at(-1)!.id
  }
}

async function marksOf(db: Read, commentIds: string[]) {
  const rows = await db
    .select({ id: usefulMarks.commentId, n: howMany() })
    .from(usefulMarks)
    .where(inArray(usefulMarks.commentId, commentIds))
    .groupBy(usefulMarks.commentId)
  return new Map(rows.map(({ id, n }) => [id, n]))
}

async function recount(tx: Tx, id: string) {
  const usefulCount = (await marksOf(tx, [id])).get(id) ?? 0
  await tx.update(comments).set({ usefulCount }).where(eq(comments.id, id))
}
