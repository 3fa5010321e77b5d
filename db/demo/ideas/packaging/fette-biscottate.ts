import type { DemoIdea } from '../../story.ts'

export const fetteBiscottate: DemoIdea = {
  title: 'Fette biscottate in mazzetti da due, avvolte nella carta',
  body:
    'Due fette, un giro di carta oleata, un timbro. Per chi fa colazione in ufficio, per la ' +
    'borsa dei bambini, per il bar.\n\n' +
    'Non la bustina di plastica dell’albergo. Un **mazzetto**, come quello dei grissini in ' +
    'trattoria, che si apre senza forbici.',
  category: 'packaging',
  tags: ['porzioni', 'carta', 'colazione'],
  author: 'omar_b',
  daysAgo: 69,
  votes: 262,
  moves: [
    {
      to: 'shortlisted',
      daysAgo: 11,
      by: 'system',
      note: 'Ha superato 250 voti: passa tra le idee da valutare.',
    },
  ],
  comments: [
    {
      author: 'lucia_s',
      body:
        'Monodose e sostenibile di solito non stanno nella stessa frase. Se la carta è carta e ' +
        'basta, però, mi tolgo il cappello.',
      daysAgo: 67,
      useful: 7,
      replies: [
        {
          author: 'omar_b',
          body: 'Carta e basta. Senza colla, solo piegata. @elena_v si può?',
          daysAgo: 66,
          useful: 6,
          replies: [
            {
              author: 'elena_v',
              body:
                'Si può. Piega a busta, come le caramelle di una volta. A macchina è ' +
                'complicato, a mano è lenta: bisogna trovare una via di mezzo.',
              daysAgo: 65,
              useful: 7,
            },
          ],
        },
      ],
    },
    {
      author: 'matteo_c',
      body:
        'In turno sarebbe perfetto. Le fette intere in tasca diventano pangrattato alle ' +
        'quattro del mattino.',
      daysAgo: 60,
      useful: 5,
    },
    {
      author: 'giulia_b',
      body:
        'Da quella della scatola di latta: non siamo in concorrenza. A casa latta, in borsa ' +
        'mazzetto.',
      daysAgo: 52,
      useful: 6,
    },
    {
      author: 'ioana_p',
      body:
        'Per le mense sarebbe comodo, ma a noi serve la data su ogni pezzo. Tenetene conto se ' +
        'pensate alle scuole.',
      daysAgo: 30,
      useful: 4,
    },
  ],
}
