import type { DemoIdea } from '../../story.ts'

export const paninoVegetariano: DemoIdea = {
  title: 'Un panino vegetariano che non sia una punizione',
  body:
    'Pomodoro e mozzarella a gennaio no. L’insalata che esce dal panino al primo morso neanche.' +
    '\n\n' +
    'Vi dico il mio: pane ai semi, **zucca arrosto, crema di ceci, cipolla rossa sotto ' +
    'aceto**. D’estate melanzane al posto della zucca. Si fa la mattina, regge fino al treno ' +
    'delle 13:40.',
  category: 'products',
  tags: ['panino', 'vegetariano', 'pranzo'],
  author: 'martina_e',
  daysAgo: 26,
  votes: 71,
  moves: [],
  comments: [
    {
      author: 'tobia_m',
      body: 'Io ci metterei la salamella. Ah, no. Ok.',
      daysAgo: 25,
      useful: 5,
      replies: [
        {
          author: 'martina_e',
          body: 'Ti vogliamo bene lo stesso.',
          daysAgo: 24,
          useful: 8,
        },
      ],
    },
    {
      author: 'youssef_e',
      body:
        'La zucca ve la porto io, quella giusta è la mantovana, asciutta. Con la crema di ceci ' +
        'ci va il limone, poco.',
      daysAgo: 23,
      useful: 6,
    },
    {
      author: 'simona_u',
      body:
        'Ceci e pane insieme sono un piatto completo. E costano meno del prosciutto, quindi mi ' +
        'aspetto un prezzo coerente.',
      daysAgo: 18,
      useful: 5,
    },
    {
      author: 'matteo_c',
      body: 'Funziona anche alle sei di sera, che per me è colazione?',
      daysAgo: 11,
      useful: 4,
    },
  ],
}
