import type { DemoIdea } from '../../story.ts'

export const frolliniFarina: DemoIdea = {
  title: 'Frollini con la farina di castagne della valle',
  body:
    'Sopra Rocca Lumera i castagneti ci sono ancora e c’è chi essicca nella casetta con il ' +
    'fumo, come si faceva. La farina sa di bosco e di camino.\n\n' +
    'In un frollino, con il burro e un’idea di sale, ho sentito cose che non so descrivere. Li ' +
    'faceva mia zia in novembre.',
  category: 'products',
  tags: ['castagne', 'frollini', 'territorio'],
  author: 'alberto_z',
  daysAgo: 173,
  votes: 264,
  moves: [
    {
      to: 'shortlisted',
      daysAgo: 122,
      by: 'system',
      note: 'Ha superato 250 voti: passa tra le idee da valutare.',
    },
    {
      to: 'evaluating',
      daysAgo: 96,
      by: 'tommaso_valdoro',
      note:
        'Alberto, ci hai preso per la gola. Dobbiamo capire due cose: quanta farina si trova ' +
        'davvero in valle e se il fumo copre il burro. Risposta entro trenta giorni.',
      official: true,
    },
    {
      to: 'planned',
      daysAgo: 74,
      by: 'tommaso_valdoro',
      note:
        'Li mettiamo in programma come prodotto **di stagione e in quantità limitata**. Costo ' +
        'medio, tempi da 6 a 9 mesi, perché dipende dal raccolto. Al momento due essiccatoi ci ' +
        'hanno dato la disponibilità, per pochi quintali in tutto. Grazie ad Alberto e a ' +
        '@renzo_b, che ci ha accompagnato dal primo. Se il raccolto va male lo diciamo qui e ' +
        'si aspetta l’anno dopo.',
      official: true,
    },
  ],
  comments: [
    {
      author: 'renzo_b',
      body:
        'Conosco uno dei due essiccatoi. La farina è buona, ma sono quaranta giorni di fuoco ' +
        'lento e una persona che dorme lì. Pagatela per quello che è.',
      daysAgo: 165,
      useful: 10,
      replies: [
        {
          author: 'tommaso_valdoro',
          body: 'Renzo, ci accompagni? Il prezzo lo fa chi dorme lì, su questo non si tratta.',
          daysAgo: 112,
          useful: 12,
          replies: [
            {
              author: 'renzo_b',
              body: 'Sabato alle sette al bivio. Scarpe buone.',
              daysAgo: 111,
              useful: 8,
            },
          ],
        },
      ],
    },
    {
      author: 'chiara_l',
      body:
        'La castagna è senza glutine ma il burro e il frumento del frollino no. Vi chiedo solo ' +
        'di scriverlo grande, perché qualcuno leggerà “castagne” e si fiderà.',
      daysAgo: 160,
      useful: 6,
    },
    {
      author: 'nonna_piera',
      body:
        'Il sale ci vuole e anche un cucchiaio di grappa. Non lo dite a mio nipote che sta ' +
        'correggendo.',
      daysAgo: 155,
      useful: 9,
    },
    {
      author: 'lea_d',
      body:
        'Posso disegnare la casetta col fumo per l’etichetta? Ci passo in corriera tutti i ' +
        'giorni.',
      daysAgo: 80,
      useful: 5,
      replies: [
        {
          author: 'irene_forno',
          body:
            '@lea_d mandaci pure uno schizzo: la grafica si decide più avanti, ma un disegno ' +
            'fatto da chi la vede ogni giorno lo guardiamo volentieri.',
          daysAgo: 78,
          useful: 7,
        },
      ],
    },
  ],
}
