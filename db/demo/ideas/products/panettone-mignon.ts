import type { DemoIdea } from '../../story.ts'

export const panettoneMignon: DemoIdea = {
  title: 'Il panettone mignon, anche fuori stagione',
  body:
    'Un panettone da cento grammi, da una persona o da una colazione in due. Quello intero lo ' +
    'compro a dicembre, ne mangio metà e l’altra metà mi guarda fino a febbraio.\n\n' +
    'E se è buono, perché deve finire con le feste? Un mercoledì di pioggia ne ha più bisogno ' +
    'di Natale.',
  category: 'products',
  tags: ['panettone', 'monoporzione', 'colazione'],
  author: 'valentina_m',
  daysAgo: 601,
  votes: 338,
  moves: [
    {
      to: 'shortlisted',
      daysAgo: 544,
      by: 'system',
      note: 'Ha superato 250 voti: passa tra le idee da valutare.',
    },
    {
      to: 'evaluating',
      daysAgo: 531,
      by: 'tommaso_valdoro',
      note:
        'Valentina, ci proviamo sul serio. Il punto da capire è la lievitazione: un panettone ' +
        'così piccolo asciuga in fretta e il giorno dopo rischia di essere una brioche. ' +
        'Facciamo tre prove e poi ti rispondiamo qui.',
      official: true,
    },
    {
      to: 'planned',
      daysAgo: 503,
      by: 'tommaso_valdoro',
      note:
        'La terza prova regge quattro giorni senza perdere profumo. **Costo basso, tempi da 4 ' +
        'a 6 mesi**: servono gli stampi e un turno di lievitazione in più il martedì. Grazie a ' +
        'Valentina per l’idea e a @dario_m per il consiglio di raffreddarli capovolti. Il ' +
        'prossimo passo è provarlo in un solo negozio.',
      official: true,
    },
    {
      to: 'in_progress',
      daysAgo: 420,
      by: 'tommaso_valdoro',
      note:
        'Stampi arrivati. Per quattro settimane lo trovi solo a Borgo Rovera, in due impasti: ' +
        'classico e con le scorze d’arancia. Chi lo assaggia ci dice quale resta.',
      official: true,
    },
    {
      to: 'realised',
      daysAgo: 351,
      by: 'marta_valdoro',
      note:
        'Eccolo: cento grammi, impasto classico, nei quattro negozi dal mercoledì alla ' +
        'domenica, tutto l’anno. L’ha proposto Valentina, l’ha corretto @dario_m, l’hanno ' +
        'scelto 338 persone. La versione all’arancia è rimasta indietro di poco: torna quando ' +
        'le arance sono buone.',
      official: true,
    },
  ],
  comments: [
    {
      author: 'dario_m',
      body:
        'Si può fare, lo faccio anch’io. Il trucco è raffreddarli capovolti come quelli ' +
        'grandi, anche se sembra ridicolo vedere cento pipistrelli da un etto appesi.',
      daysAgo: 590,
      useful: 13,
      replies: [
        {
          author: 'valentina_m',
          body: 'Cento pipistrelli da un etto è il nome che propongo ufficialmente.',
          daysAgo: 589,
          useful: 8,
        },
      ],
    },
    {
      author: 'gianni_p',
      body:
        'Il panettone si mangia a Natale. Fuori stagione è un pandolce qualsiasi con le manie ' +
        'di grandezza.',
      daysAgo: 585,
      useful: 4,
      replies: [
        {
          author: 'franco_d',
          body:
            'Gianni, io a Natale sono solo e un chilo di panettone mi mette tristezza. Un etto ' +
            'no.',
          daysAgo: 584,
          useful: 10,
          replies: [
            {
              author: 'gianni_p',
              body: 'Hai ragione tu. Ho votato.',
              daysAgo: 583,
              useful: 12,
            },
          ],
        },
      ],
    },
    {
      author: 'omar_b',
      body: 'Provato a Borgo Rovera: quello all’arancia con il caffè ristretto è un’altra categoria.',
      daysAgo: 410,
      useful: 6,
    },
    {
      author: 'martina_e',
      body: 'Quattro in valigia, uno arrivato a destinazione. Funziona.',
      daysAgo: 340,
      useful: 5,
    },
  ],
}
