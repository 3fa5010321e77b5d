import { and, inArray, lt, ne } from 'drizzle-orm'
import type { Tx } from '#db/database.server.ts'
import { mentionImports, mentions } from '#db/schema/mentions.ts'

const together = 500

/**
 * Removes mentions that came before a moment, 500 at most, but for those that still wait; and the
 * imports of that time. What became a case goes on as the case does. Answers how many mentions went:
 * whoever hears 500 asks again, in another transaction.
 */
export async function dropOldMentions(tx: Tx, before: Date) {
  const old = await tx
    .select({ id: mentions.id })
    .from(mentions)
    .where(and(lt(mentions.importedAt, before), ne(mentions.state, 'new')))
    .limit(together)
  if (old.length)
    await tx.delete(mentions).where(
      inArray(
        mentions.id,
        old.map(({ id }) => id),
      ),
    )
  await tx
    .delete(mentionImports)
    .where(
      and(lt(mentionImports.startedAt, before), inArray(mentionImports.state, ['done', 'failed'])),
    )
  return old.length
}
