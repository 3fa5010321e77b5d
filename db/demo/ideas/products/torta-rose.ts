import type { DemoIdea } from '../../story.ts'

export const tortaRose: DemoIdea = {
  title: 'Torta di rose in formato colazione',
  body:
    'La signora che assisto dice che una torta di rose intera è una festa, e a 91 anni le ' +
    'feste stancano. Ma una rosa sola, la mattina, con il caffellatte, si può.\n\n' +
    '**Una rosa sola**, nel suo pirottino, con il burro montato come si deve. Lei ha già ' +
    'votato, dal suo telefono, con il suo dito.',
  category: 'products',
  tags: ['torta', 'colazione', 'tradizione'],
  author: 'svetlana_o',
  daysAgo: 62,
  votes: 197,
  moves: [],
  comments: [
    {
      author: 'nonna_piera',
      body:
        'Dille che io ne ho 82 e sono d’accordo. Il burro però montato a mano, che la macchina ' +
        'lo scalda.',
      daysAgo: 60,
      useful: 13,
      replies: [
        {
          author: 'svetlana_o',
          body: 'Ha risposto: “Questa qui sa quello che dice”.',
          daysAgo: 59,
          useful: 11,
        },
      ],
    },
    {
      author: 'omar_b',
      body:
        'Al bar la venderei a occhi chiusi. Una rosa sola sta nel piattino del cappuccino, è ' +
        'perfetta.',
      daysAgo: 55,
      useful: 6,
    },
    {
      author: 'dario_m',
      body:
        'Da sola cuoce in fretta e i petali esterni seccano. Nove rose in teglia, vicine, e si ' +
        'staccano dopo. Così restano morbide sui fianchi.',
      daysAgo: 51,
      useful: 6,
      replies: [
        {
          author: 'giorgia_t',
          body: 'Sì, come i panini al latte. E il bordo strappato è anche più bello.',
          daysAgo: 50,
          useful: 5,
        },
      ],
    },
    {
      author: 'simona_u',
      body: 'Quanto pesa una rosa? Chiedo per me, non per i pazienti.',
      daysAgo: 44,
      useful: 3,
    },
    {
      author: 'youssef_e',
      body: 'Le mie figlie la chiamano “il fiore col burro”. Tre voti mancati per età, vi avviso.',
      daysAgo: 20,
      useful: 5,
    },
  ],
}
