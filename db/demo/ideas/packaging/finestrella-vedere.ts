import type { DemoIdea } from '../../story.ts'

export const finestrellaVedere: DemoIdea = {
  title: 'Una finestrella per vedere il pane, ma che vada nella carta',
  body:
    'Capisco la busta tutta di carta, la uso. Però il pane in cassetta integrale e quello ai ' +
    'cereali, da fuori, sono gemelli. Due volte ho portato a casa quello sbagliato.\n\n' +
    'Esistono finestrelle in cellulosa che si riciclano con la carta. Oppure **un foro tondo, ' +
    'piccolo**, senza niente davanti.',
  category: 'packaging',
  tags: ['carta', 'finestrella', 'riciclo'],
  author: 'chen_w',
  daysAgo: 17,
  votes: 74,
  moves: [],
  comments: [
    {
      author: 'lucia_s',
      body: 'Il foro senza niente mi piace più della finestrella: zero dubbi su dove buttarlo.',
      daysAgo: 16,
      useful: 7,
      replies: [
        {
          author: 'chen_w',
          body: 'Anche a me, ma il pane si asciuga vicino al foro?',
          daysAgo: 15,
          useful: 5,
          replies: [
            {
              author: 'lucia_s',
              body: 'Un po’ sì. Foro in alto, dove c’è la piega, e si perde poco.',
              daysAgo: 14,
              useful: 5,
            },
          ],
        },
      ],
    },
    {
      author: 'anna_r',
      body:
        'Oppure un colore diverso e una parola scritta grande. Non serve una finestra, serve ' +
        'capire.',
      daysAgo: 13,
      useful: 6,
    },
    {
      author: 'gianni_p',
      body: 'Io chiedo a chi è al banco. Funziona da quando esiste il banco.',
      daysAgo: 10,
      useful: 4,
    },
  ],
}
