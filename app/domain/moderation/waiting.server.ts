import { and, eq } from 'drizzle-orm'
import type { Read } from '#db/database.server.ts'
import { reviewItems } from '#db/schema/moderation.ts'
import type { Thing } from './sight.server.ts'

/** Why something is out of sight until a moderator has looked; `undefined` where it does not wait. */
export async function waitsFor(db: Read, { subject, subjectId }: Thing) {
  const [item] = await db
    .select({ why: reviewItems.why, isHeld: reviewItems.isHeld })
    .from(reviewItems)
    .where(
      and(
        eq(reviewItems.subject, subject),
        eq(reviewItems.subjectId, subjectId),
        eq(reviewItems.state, 'open'),
      ),
    )
  return item?.isHeld ? item.why : undefined
}
