import type { DemoIdea } from '../../story.ts'

export const dicembreDisegno: DemoIdea = {
  title: 'A dicembre, un disegno dei bambini sul sacchetto del pane',
  body:
    'Faccio il liceo artistico e disegno già sui vostri sacchetti, per conto mio. Propongo di ' +
    'farlo fare ai bambini delle elementari: **un disegno per scuola**, stampato sui sacchetti ' +
    'per un mese, in un colore solo.\n\n' +
    'Il tema non deve essere Natale per forza. “Che cosa si vede dalla finestra quando si fa ' +
    'colazione” per me sarebbe bellissimo.',
  category: 'packaging',
  tags: ['disegno', 'scuole', 'dicembre'],
  author: 'lea_d',
  daysAgo: 126,
  votes: 129,
  moves: [],
  comments: [
    {
      author: 'marco_t',
      body:
        'Ci sto con tutta la quarta. Una condizione: niente gara con un vincitore solo, si ' +
        'scelga un disegno per scuola e gli altri restino esposti in negozio.',
      daysAgo: 124,
      useful: 10,
      replies: [
        {
          author: 'lea_d',
          body:
            'Sì, nessuna gara. Odio le gare di disegno, le ho sempre vinte e ci restavano male ' +
            'tutti.',
          daysAgo: 123,
          useful: 8,
        },
      ],
    },
    {
      author: 'caterina_f',
      body:
        'Per la scuola servono le autorizzazioni delle famiglie e niente nomi interi. Nome e ' +
        'classe bastano.',
      daysAgo: 118,
      useful: 6,
    },
    {
      author: 'ilaria_p',
      body: 'Pietro disegna solo treni. Dalla sua finestra quindi passerà un treno, vi avviso.',
      daysAgo: 102,
      useful: 7,
      replies: [
        {
          author: 'marco_t',
          body: 'Un treno alla finestra a colazione mi pare la cosa più bella detta qui dentro.',
          daysAgo: 101,
          useful: 8,
        },
      ],
    },
    {
      author: 'gianni_p',
      body: 'Mio nipote è in prima. Se c’è il suo, ne tengo dieci.',
      daysAgo: 95,
      useful: 6,
    },
  ],
}
