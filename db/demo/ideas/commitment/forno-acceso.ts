import type { DemoIdea } from '../../story.ts'

export const fornoAcceso: DemoIdea = {
  title: 'Il forno acceso con il sole, almeno in parte',
  body:
    'Ci passo sotto ogni settimana: il capannone di Borgo Rovera ha un tetto piatto, esposto a ' +
    'sud, senza un albero intorno. **È il tetto più fortunato che ho visto quest’anno.**\n\n' +
    'Il forno lavora di notte e il sole di giorno, quindi da solo non basta. Ma celle, ' +
    'frigoriferi e negozio lavorano di giorno eccome. Ho buttato giù due numeri su [un ' +
    'foglio](https://example.org/tetto-forno) da discutere.',
  category: 'commitment',
  tags: ['energia', 'tetto', 'fotovoltaico'],
  author: 'nicolo_r',
  daysAgo: 91,
  votes: 99,
  moves: [],
  comments: [
    {
      author: 'paolo_g',
      body:
        'Ho letto il foglio. I conti tornano in sette, nove anni, se il prezzo dell’energia ' +
        'non impazzisce. Cioè: probabile.',
      daysAgo: 89,
      useful: 5,
      replies: [
        {
          author: 'nicolo_r',
          body: 'Sono stato prudente apposta. Anche il mio capo dice che lo sono troppo.',
          daysAgo: 88,
          useful: 5,
        },
      ],
    },
    {
      author: 'renzo_b',
      body:
        'Prima il tetto. Se ha l’età che penso, metterci i pannelli e rifarlo dopo vuol dire ' +
        'pagarlo due volte.',
      daysAgo: 85,
      useful: 6,
    },
    {
      author: 'gianni_p',
      body: 'E la bolletta a noi scende? No. Allora perché devo votare?',
      daysAgo: 80,
      useful: 2,
      replies: [
        {
          author: 'nicolo_r',
          body: 'Perché il pane si fa con la bolletta di qualcuno, Gianni.',
          daysAgo: 79,
          useful: 6,
        },
      ],
    },
  ],
}
