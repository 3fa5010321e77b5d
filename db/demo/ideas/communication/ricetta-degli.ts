import type { DemoIdea } from '../../story.ts'

export const ricettaDegli: DemoIdea = {
  title: 'Una ricetta degli avanzi dietro allo scontrino',
  body:
    'Lo scontrino ha una faccia vuota, anche due. **Tre righe**: pane di ieri, un uovo, quello ' +
    'che hai. Una ricetta diversa al mese.\n\n' +
    '- canederli\n' +
    '- pancotto\n' +
    '- torta di pane e mele\n\n' +
    'Mio figlio raccoglie gli scontrini, quindi in casa mia avremmo già un ricettario.',
  category: 'communication',
  tags: ['ricette', 'avanzi', 'scontrino'],
  author: 'giulia_b',
  daysAgo: 65,
  votes: 138,
  moves: [],
  comments: [
    {
      author: 'nonna_piera',
      body:
        'Nel pancotto un filo d’olio crudo alla fine, che si senta. Scrivetelo, se no non è ' +
        'pancotto.',
      daysAgo: 63,
      useful: 10,
    },
    {
      author: 'teresa_c',
      body:
        'Ho quaranta ricette pronte, tutte con il nome di chi le ha raccontate. Basterebbero ' +
        'fino alla pensione della stampante.',
      daysAgo: 60,
      useful: 7,
    },
    {
      author: 'lucia_s',
      body:
        'La carta degli scontrini spesso non si ricicla. Meglio un cartoncino nel sacchetto, o ' +
        'lo scontrino digitale per chi lo vuole.',
      daysAgo: 51,
      useful: 6,
      replies: [
        {
          author: 'giulia_b',
          body:
            'Vero, me l’ero persa. Allora cartoncino, come quello del cestino delle 18. E lo ' +
            'scontrino più corto che si può.',
          daysAgo: 50,
          useful: 6,
        },
      ],
    },
    {
      author: 'omar_b',
      body: 'La torta di pane e mele al bar la vendo come “dolce della casa”. Adesso lo sapete.',
      daysAgo: 40,
      useful: 3,
    },
  ],
}
