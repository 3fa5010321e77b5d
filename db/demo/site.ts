import type { CategoryKey } from './story.ts'

export const site: {
  name: string
  promise: { it: string; en: string }
  tagline: { it: string; en: string }
  categories: { key: CategoryKey; it: string; en: string }[]
} = {
  name: 'Forno Valdoro',
  promise: {
    it:
      'Proponi un’idea, vota quelle degli altri. ' +
      'Alle più votate rispondiamo sempre, entro 30 giorni, con il perché.',
    en:
      'Propose an idea, vote for the ones you like. ' +
      'The most voted always get an answer within 30 days, with the reason.',
  },
  tagline: {
    it: 'Che cosa vorresti trovare domani mattina al forno?',
    en: 'What would you like to find at the bakery tomorrow morning?',
  },
  categories: [
    { key: 'products', it: 'Prodotti e ingredienti', en: 'Products and ingredients' },
    { key: 'packaging', it: 'Confezioni', en: 'Packaging' },
    { key: 'promotions', it: 'Promozioni e occasioni', en: 'Promotions and occasions' },
    { key: 'commitment', it: 'Ambiente e comunità', en: 'Environment and community' },
    { key: 'communication', it: 'Comunicazione e servizi', en: 'Communication and services' },
  ],
}
