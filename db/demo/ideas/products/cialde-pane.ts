import type { DemoIdea } from '../../story.ts'

export const cialdePane: DemoIdea = {
  title: 'Cialde di pane per il gelato',
  body:
    'Pane di ieri tagliato sottile, passato con burro e zucchero, stampato a cono mentre è ' +
    'caldo. Al bar ho provato con la piastra dei toast: il terzo cono stava in piedi.\n\n' +
    'Con il gelato alla crema è come il pane e latte di quando eravamo piccoli, ma in strada.',
  category: 'products',
  tags: ['gelato', 'pane', 'estate'],
  author: 'omar_b',
  daysAgo: 1,
  votes: 0,
  moves: [
    {
      to: 'pending_review',
      daysAgo: 1,
      by: 'omar_b',
      note: 'In attesa di lettura prima della pubblicazione.',
    },
  ],
  comments: [],
}
