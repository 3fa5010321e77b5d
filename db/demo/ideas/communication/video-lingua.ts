import type { DemoIdea } from '../../story.ts'

export const videoLingua: DemoIdea = {
  title: 'Un video in lingua dei segni per ordinare e prenotare',
  body:
    'I miei genitori sono sordi. Ordinano indicando, e quando c’è fila indicano in fretta e ' +
    'portano a casa la cosa sbagliata. Chi è al banco è gentilissimo, ma **gentilissimo non è ' +
    'una lingua**.\n\n' +
    'Un video breve, in lingua dei segni, che spieghi come si prenota, che cosa c’è oggi e a ' +
    'chi fare un cenno. Dieci minuti di ripresa. Io mi offro per i segni, mia madre per la ' +
    'verifica: è severa.',
  category: 'communication',
  tags: ['accessibilità', 'lis', 'servizi'],
  author: 'sofia_z',
  daysAgo: 29,
  votes: 86,
  moves: [],
  comments: [
    {
      author: 'ilaria_p',
      body: 'Con i sottotitoli, però, così serve anche a noi. Pietro legge prima di ascoltare.',
      daysAgo: 27,
      useful: 7,
      replies: [
        {
          author: 'sofia_z',
          body: 'Sottotitoli grandi, sì. Non costa niente in più.',
          daysAgo: 26,
          useful: 6,
        },
      ],
    },
    {
      author: 'irene_forno',
      body:
        'Sofia, ci piace. L’idea è ancora al voto, ma intanto due segni al banco li ' +
        'impareremmo volentieri: quali ci servono per primi?',
      daysAgo: 18,
      useful: 8,
      replies: [
        {
          author: 'sofia_z',
          body: '“Buongiorno”, “finito” e “grazie”. Con questi tre si vive.',
          daysAgo: 17,
          useful: 10,
        },
      ],
    },
    {
      author: 'bianca_n',
      body: '“Finito” l’avrei voluto sapere trent’anni fa.',
      daysAgo: 10,
      useful: 5,
    },
  ],
}
