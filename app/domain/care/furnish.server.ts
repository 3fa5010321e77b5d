import type { Tx } from '#db/database.server.ts'
import { caseTopics } from '#db/schema/care.ts'
import { slaPolicies } from '#db/schema/care-clocks.ts'
import { defaultPolicies } from './sla.rules.ts'

type Topic = typeof caseTopics.$inferInsert

/** What people write to a brand about; its words are the house's, to be changed by it. */
const defaultTopics: Omit<Topic, 'position'>[] = [
  {
    id: 'product',
    labelIt: 'Problema con un prodotto',
    labelEn: 'A problem with a product',
    asks: ['product', 'batch', 'shop'],
    priority: 'high',
  },
  {
    id: 'order',
    labelIt: 'Ordine o premio',
    labelEn: 'Order or reward',
    asks: ['product'],
  },
  { id: 'account', labelIt: 'Idea o account', labelEn: 'Idea or account', asks: [] },
  {
    id: 'privacy',
    labelIt: 'Privacy e dati personali',
    labelEn: 'Privacy and my data',
    asks: [],
    priority: 'high',
  },
  {
    id: 'press',
    labelIt: 'Stampa e collaborazioni',
    labelEn: 'Press and partners',
    asks: [],
    priority: 'low',
  },
  { id: 'other', labelIt: 'Altro', labelEn: 'Something else', asks: [] },
]

const policyNames = {
  urgent: 'Urgente',
  high: 'Alta priorità',
  normal: 'Priorità normale',
  low: 'Bassa priorità',
}

/** Puts topics and policies into a house that has none; where there are some, changes nothing. */
export async function furnishCare(tx: Tx) {
  const [topic] = await tx.select({ id: caseTopics.id }).from(caseTopics).limit(1)
  if (!topic)
    await tx
      .insert(caseTopics)
      .values(defaultTopics.map((each, position) => ({ ...each, position })))
      .onConflictDoNothing()
  const [policy] = await tx.select({ id: slaPolicies.id }).from(slaPolicies).limit(1)
  if (policy) return
  await tx.insert(slaPolicies).values(
    defaultPolicies.map(({ priority, hours: [first, next, resolution] }, position) => ({
      name: policyNames[priority],
      priority,
      firstMinutes: first * 60,
      nextMinutes: next * 60,
      resolutionMinutes: resolution * 60,
      position,
    })),
  )
}
