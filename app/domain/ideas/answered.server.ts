import { and, eq } from 'drizzle-orm'
import type { Tx } from '#db/database.server.ts'
import { plus } from '#db/expressions.ts'
import { ideas } from '#db/schema/ideas.ts'

/** Says when the brand last answered an idea, or that it never did, once an answer was taken back. Only `workflow` knows. */
export async function setAnswered(tx: Tx, ideaId: string, answeredAt: Date | null) {
  await tx.update(ideas).set({ answeredAt }).where(eq(ideas.id, ideaId))
}

/** Holds an idea where it stands until the commit, `true`; `false` when somebody moved it from there. */
export async function holdPlace(tx: Tx, { id, status }: { id: string; status: string }) {
  const [held] = await tx
    .update(ideas)
    .set({ version: plus(ideas.version, 0) })
    .where(and(eq(ideas.id, id), eq(ideas.status, status)))
    .returning({ id: ideas.id })
  return !!held
}
