import type { DemoIdea } from '../../story.ts'

export const paneChiama: DemoIdea = {
  title: 'Un pane che si chiama come mia nonna',
  body:
    'Ogni mese un pane prende il nome di una nonna scelta tra chi scrive qui. La mia si ' +
    'chiamava Ortensia e faceva le bine, due pagnottine attaccate che si spezzano a metà.\n\n' +
    'Da finire: come si sceglie, e se vale anche per i nonni.',
  category: 'products',
  tags: ['pane', 'nomi', 'famiglia'],
  author: 'martina_e',
  daysAgo: 3,
  votes: 0,
  moves: [
    {
      to: 'draft',
      daysAgo: 3,
      by: 'martina_e',
      note: 'Bozza salvata da chi la scrive, non ancora pubblicata.',
    },
  ],
  comments: [],
}
