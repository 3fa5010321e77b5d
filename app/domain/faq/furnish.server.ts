import type { Tx } from '#db/database.server.ts'
import { faqCategories } from '#db/schema/faq.ts'

const defaults = [
  { id: 'products', labelIt: 'Prodotti e ingredienti', labelEn: 'Products and ingredients' },
  { id: 'shops', labelIt: 'Negozi e ordini', labelEn: 'Shops and orders' },
  { id: 'community', labelIt: 'Idee, voti e commenti', labelEn: 'Ideas, votes and comments' },
  { id: 'points', labelIt: 'Punti e premi', labelEn: 'Points and rewards' },
  { id: 'account', labelIt: 'Profilo e privacy', labelEn: 'Profile and privacy' },
]

/** Puts the default categories of questions into a house that has none. */
export async function furnishFaq(tx: Tx) {
  const [some] = await tx.select({ id: faqCategories.id }).from(faqCategories).limit(1)
  if (some) return
  await tx
    .insert(faqCategories)
    .values(defaults.map((category, position) => ({ ...category, position })))
    .onConflictDoNothing()
}
