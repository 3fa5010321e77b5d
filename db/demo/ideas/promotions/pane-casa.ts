import type { DemoIdea } from '../../story.ts'

export const paneCasa: DemoIdea = {
  title: 'Il pane a casa prima delle sette',
  body:
    'Finisco il turno alle sei e il forno apre alle sette. Un’ora in cui potrei già dormire.' +
    '\n\n' +
    'Un giro di consegna presto, nel raggio di tre chilometri, con un sacchetto appeso alla ' +
    'maniglia. Pagherei **un euro in più** senza pensarci.',
  category: 'promotions',
  tags: ['consegna', 'mattina', 'servizi'],
  author: 'matteo_c',
  daysAgo: 349,
  votes: 258,
  moves: [
    {
      to: 'shortlisted',
      daysAgo: 301,
      by: 'system',
      note: 'Ha superato 250 voti: passa tra le idee da valutare.',
    },
    {
      to: 'declined',
      daysAgo: 274,
      by: 'marta_valdoro',
      note:
        'Matteo, abbiamo fatto il conto prima di entrare in valutazione, per non farti ' +
        'aspettare. Un giro da trenta consegne chiede una persona in più dalle quattro alle ' +
        'sette, e un euro a consegna ne copre solo una parte. **Costo alto**, e il resto ' +
        'dovremmo metterlo sul prezzo del pane di tutti: non ci sembra giusto.\n\n' +
        'Che cosa può cambiare la decisione: un punto solo dove ritirare, per esempio la ' +
        'portineria dell’acciaieria, invece di trenta porte. Un mobiletto chiuso, un carico ' +
        'unico alle cinque e mezza. Se raccogli una ventina di colleghi, riproponila così e la ' +
        'guardiamo subito.',
      reason: 'too_costly',
      official: true,
    },
  ],
  comments: [
    {
      author: 'davide_q',
      body:
        'Ho fatto consegne per tre anni. Trenta porte in un’ora si fanno correndo, e chi corre ' +
        'alle cinque di mattina prima o poi cade. Un punto solo, sì.',
      daysAgo: 345,
      useful: 11,
    },
    {
      author: 'amir_h',
      body:
        'La mia officina è sulla strada dell’acciaieria. Se serve un posto per il mobiletto, ' +
        'c’è.',
      daysAgo: 340,
      useful: 5,
    },
    {
      author: 'matteo_c',
      body:
        'Il punto unico in portineria mi piace più della mia idea. Comincio a chiedere in ' +
        'reparto.',
      daysAgo: 272,
      useful: 8,
      replies: [
        {
          author: 'ettore_forno',
          body:
            'Matteo, quando hai la lista scrivimi dal modulo dei contatti: ti metto in fila ' +
            'con Tommaso senza farti fare il giro di nessuno.',
          daysAgo: 271,
          useful: 6,
        },
      ],
    },
  ],
}
