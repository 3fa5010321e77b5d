import type { DemoIdea } from '../../story.ts'

export const panino15: DemoIdea = {
  title: 'Il panino delle 7:15, a prezzo tondo',
  body:
    'La corriera passa alle 7:20. In cinque minuti si può comprare una cosa sola, e solo se ' +
    'non si aspetta il resto.\n\n' +
    '**Due euro**, un panino già pronto in un cestino vicino alla porta, si mette la moneta e ' +
    'via. Uno col salume, uno col formaggio. Vi giuro che lo compriamo tutti i giorni.',
  category: 'promotions',
  tags: ['scuola', 'panino', 'prezzo'],
  author: 'tobia_m',
  daysAgo: 14,
  votes: 81,
  moves: [],
  comments: [
    {
      author: 'paolo_g',
      body:
        'Due euro tondi, incasso garantito, nessun resto. Per una volta i miei conti dicono sì ' +
        'prima di me.',
      daysAgo: 13,
      useful: 6,
    },
    {
      author: 'bianca_n',
      body:
        'Il cestino con la moneta l’abbiamo fatto per anni, prima dei registratori. Adesso ' +
        'serve lo scontrino: meglio un lettore di carte vicino alla porta.',
      daysAgo: 12,
      useful: 6,
    },
    {
      author: 'martina_e',
      body: 'Uno vegetale. Ho un’idea pronta proprio qui accanto.',
      daysAgo: 9,
      useful: 5,
      replies: [
        {
          author: 'tobia_m',
          body: 'Va bene. Ma senza barbabietola.',
          daysAgo: 8,
          useful: 5,
        },
      ],
    },
  ],
}
