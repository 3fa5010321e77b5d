import { eq } from 'drizzle-orm'
import type { Tx } from '#db/database.server.ts'
import { categories } from '#db/schema/ideas.ts'

/** Gives a category other names; ideas stay in it. */
export async function renameCategory(tx: Tx, id: string, { it, en }: { it: string; en: string }) {
  await tx.update(categories).set({ labelIt: it, labelEn: en }).where(eq(categories.id, id))
}
