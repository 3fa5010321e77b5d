import type { DemoIdea } from '../../story.ts'

export const pizzaTaglio: DemoIdea = {
  title: 'Pizza al taglio il venerdì sera',
  body:
    'Il venerdì alle sei usciamo da allenamento e l’unica cosa aperta è il distributore ' +
    'automatico. Voi avete il forno già caldo (credo).\n\n' +
    'Pizza al taglio, **teglia alta**, due gusti e basta: rossa e bianca. Prezzo tondo, niente ' +
    'piatti. Finisce quando finisce.',
  category: 'products',
  tags: ['pizza', 'sera', 'ragazzi'],
  author: 'tobia_m',
  daysAgo: 77,
  votes: 251,
  moves: [
    {
      to: 'shortlisted',
      daysAgo: 4,
      by: 'system',
      note: 'Ha superato 250 voti: passa tra le idee da valutare.',
    },
  ],
  comments: [
    {
      author: 'amir_h',
      body:
        'Il venerdì smonto alle sei e un quarto. Se c’è la pizza bianca arrivo alle sei e ' +
        'diciassette.',
      daysAgo: 75,
      useful: 9,
    },
    {
      author: 'gianni_p',
      body: 'E il rumore? I ragazzi in piazza fino a tardi li abbiamo già.',
      daysAgo: 72,
      useful: 4,
      replies: [
        {
          author: 'tobia_m',
          body: 'Alle sette e mezza siamo a casa, abbiamo la corriera. Promesso.',
          daysAgo: 71,
          useful: 8,
          replies: [
            {
              author: 'gianni_p',
              body: 'Allora va bene. Ma la rossa me la lasciate una fetta.',
              daysAgo: 70,
              useful: 6,
            },
          ],
        },
      ],
    },
    {
      author: 'bianca_n',
      body:
        'Chiedete anche a chi lavora al banco: il venerdì sera dopo dieci ore in piedi non è ' +
        'uguale per tutti. Magari due persone a turno, pagate giuste.',
      daysAgo: 66,
      useful: 7,
      replies: [
        {
          author: 'nadia_forno',
          body:
            'Grazie Bianca, è la prima cosa che chiederemo. Se l’idea arriva in valutazione, ' +
            'la domanda sui turni sarà in cima.',
          daysAgo: 64,
          useful: 8,
        },
      ],
    },
    {
      author: 'ilaria_p',
      body:
        'Con due gusti fissi mio figlio sa già che cosa lo aspetta. Sembra poco, ma per noi è ' +
        'il motivo per andarci.',
      daysAgo: 50,
      useful: 5,
    },
    {
      author: 'matteo_c',
      body: '249, 250, 251. Ero io il 251, credo. Adesso rispondete con calma ma rispondete.',
      daysAgo: 3,
      useful: 6,
    },
  ],
}
