import type { DemoIdea } from '../../story.ts'

export const grissiniTirati: DemoIdea = {
  title: 'Grissini tirati a mano, lunghi quanto il tavolo',
  body:
    'Quelli storti, diversi uno dall’altro, che sporgono dal sacchetto e si rompono in ' +
    'bicicletta. Con le briciole di sale grosso in punta.\n\n' +
    'Li farei solo il sabato. Il gatto li ruba interi, quindi la lunghezza per noi è anche una ' +
    'questione di ordine pubblico.',
  category: 'products',
  tags: ['grissini', 'aperitivo'],
  author: 'valentina_m',
  daysAgo: 134,
  votes: 88,
  moves: [],
  comments: [
    {
      author: 'nonna_piera',
      body:
        'Si tirano dal centro verso fuori e non si torna mai indietro. Se torni indietro si ' +
        'offendono.',
      daysAgo: 130,
      useful: 8,
    },
    {
      author: 'bianca_n',
      body:
        'Al banco sono un tormento: dieci minuti per imbustarli senza spezzarli. Metteteli in ' +
        'un vaso e che ognuno prenda i suoi.',
      daysAgo: 128,
      useful: 5,
      replies: [
        {
          author: 'valentina_m',
          body: 'Il vaso è meglio della mia idea. Lo adotto.',
          daysAgo: 127,
          useful: 6,
        },
      ],
    },
    {
      author: 'paolo_g',
      body: 'A peso o al pezzo? Se sono tutti diversi, a peso.',
      daysAgo: 101,
      useful: 2,
    },
  ],
}
