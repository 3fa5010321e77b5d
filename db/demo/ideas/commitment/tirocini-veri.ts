import type { DemoIdea } from '../../story.ts'

export const tirociniVeri: DemoIdea = {
  title: 'Tirocini veri, con un mestiere alla fine',
  body:
    'Ho fatto sei mesi di tirocinio a riempire il frigo delle bibite. Ho imparato a riempire ' +
    'il frigo delle bibite.\n\n' +
    'Chiedo un posto all’anno, **pagato**, con un fornaio che insegna davvero e un foglio alla ' +
    'fine dove c’è scritto che cosa si sa fare. Meglio uno fatto bene che quattro per finta.',
  category: 'commitment',
  tags: ['lavoro', 'giovani', 'formazione'],
  author: 'omar_b',
  daysAgo: 160,
  votes: 147,
  moves: [],
  comments: [
    {
      author: 'bianca_n',
      body:
        'Ho cominciato a quindici anni spazzando, ma mi hanno anche messo davanti a un ' +
        'impasto. Fa tutta la differenza.',
      daysAgo: 157,
      useful: 9,
    },
    {
      author: 'dario_m',
      body:
        'Io un apprendista lo prendo ogni due anni e il primo mese rallento di brutto. Poi ' +
        'corre più di me. Si fa, ma bisogna volerlo.',
      daysAgo: 154,
      useful: 7,
    },
    {
      author: 'fatou_d',
      body:
        'E se uno dei posti fosse pensato per un ragazzo con disabilità? Ne conosco due che il ' +
        'pane lo guardano come gli altri guardano la partita.',
      daysAgo: 149,
      useful: 9,
      replies: [
        {
          author: 'omar_b',
          body: 'Sì. Metto il tuo commento nell’idea, se mi dai il permesso.',
          daysAgo: 148,
          useful: 8,
          replies: [
            {
              author: 'fatou_d',
              body: 'Tutto tuo. Anzi, nostro.',
              daysAgo: 147,
              useful: 6,
            },
          ],
        },
      ],
    },
  ],
}
