import type { DemoIdea } from '../../story.ts'

export const scontoGentile: DemoIdea = {
  title: 'Sconto gentile per chi viene in bici o a piedi',
  body:
    'Davanti al negozio di Brescia c’è sempre una macchina in doppia fila con le quattro ' +
    'frecce. Chi arriva in bici o a piedi non occupa niente, non puzza e di solito è di buon ' +
    'umore.\n\n' +
    'Anche solo **un panino omaggio ogni cinque visite**. Basta il casco, o le scarpe bagnate.',
  category: 'promotions',
  tags: ['bicicletta', 'mobilità', 'sconto'],
  author: 'davide_q',
  daysAgo: 31,
  votes: 93,
  moves: [],
  comments: [
    {
      author: 'beppe_ciclo',
      body: 'Con quaranta chilometri al giorno vi mando in rovina. Voto sì e prometto moderazione.',
      daysAgo: 30,
      useful: 7,
    },
    {
      author: 'svetlana_o',
      body:
        'La mia signora non può camminare né andare in bici. Non vorrei che pagasse di più chi ' +
        'ha già meno.',
      daysAgo: 28,
      useful: 8,
      replies: [
        {
          author: 'davide_q',
          body:
            'Giusto. Allora niente sconto: una rastrelliera vera e una panchina all’ombra. ' +
            'Servono a tutti, anche a chi arriva piano.',
          daysAgo: 27,
          useful: 7,
          replies: [
            {
              author: 'svetlana_o',
              body: 'La panchina la inauguriamo noi due.',
              daysAgo: 26,
              useful: 8,
            },
          ],
        },
      ],
    },
    {
      author: 'paolo_g',
      body: 'E chi controlla? Non immagino il banco che chiede “mi faccia vedere le scarpe”.',
      daysAgo: 22,
      useful: 3,
    },
  ],
}
