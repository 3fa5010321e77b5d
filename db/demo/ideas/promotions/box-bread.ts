import type { DemoIdea } from '../../story.ts'

export const boxBread: DemoIdea = {
  title: 'A box of bread for those who moved away',
  body:
    'Not a hamper with straw and a ribbon. A plain box, **four times a year**, with what ' +
    'travels well: crispbread, rusks, frollini, a jar, and one thing I did not choose.\n\n' +
    'And a note from the lab about what the weather has been doing to the dough. I would pay ' +
    'for the note alone.',
  category: 'promotions',
  tags: ['shipping', 'box', 'homesick'],
  author: 'maddalena_uk',
  daysAgo: 44,
  votes: 105,
  moves: [],
  comments: [
    {
      author: 'hannah_w',
      body:
        'The reverse of this box is what my mother sends me from Leeds. It works. It is mostly ' +
        'tea and newspaper.',
      daysAgo: 43,
      useful: 5,
    },
    {
      author: 'martina_e',
      body:
        'Io vivo a trecento chilometri, non in un altro paese, ma il biglietto sul tempo che ' +
        'fa all’impasto lo voglio anch’io.',
      daysAgo: 40,
      useful: 6,
    },
    {
      author: 'paolo_g',
      body:
        'Fuori dall’Unione ci sono dazi e moduli per il burro. Cominciate dall’Italia, poi si ' +
        'vede.',
      daysAgo: 37,
      useful: 4,
      replies: [
        {
          author: 'maddalena_uk',
          body: 'Sensible, as usual. I have a cousin in Brescia and a large suitcase.',
          daysAgo: 36,
          useful: 5,
        },
      ],
    },
    {
      author: 'irene_forno',
      body:
        'I would happily write that note. This week it would say: humid, stubborn, worth the ' +
        'wait.',
      daysAgo: 28,
      useful: 7,
    },
  ],
  locale: 'en',
}
