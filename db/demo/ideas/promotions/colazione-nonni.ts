import type { DemoIdea } from '../../story.ts'

export const colazioneNonni: DemoIdea = {
  title: 'La colazione dei nonni, il mercoledì',
  body:
    'Il mercoledì mattina, dalle otto alle dieci: chi viene con un nipote paga una colazione ' +
    'sola. Chi un nipote non ce l’ha può portare quello di un altro, **con permesso scritto ' +
    'della mamma**.\n\n' +
    'Io non ho nipoti. Però ho tempo, un buon repertorio di barzellette pulite e una passione ' +
    'per le brioche vuote.',
  category: 'promotions',
  tags: ['nonni', 'colazione', 'compagnia'],
  author: 'franco_d',
  daysAgo: 38,
  votes: 184,
  moves: [],
  comments: [
    {
      author: 'nonna_piera',
      body: 'Il mio nipote ha ventisei anni. Vale lo stesso o ha una scadenza?',
      daysAgo: 37,
      useful: 11,
      replies: [
        {
          author: 'franco_d',
          body: 'Il nipote non scade. Si indurisce un po’, ma con il caffellatte torna buono.',
          daysAgo: 36,
          useful: 10,
        },
      ],
    },
    {
      author: 'caterina_f',
      body: 'Il mercoledì i bambini sono a scuola. Se fosse il sabato, vi riempiamo la sala.',
      daysAgo: 33,
      useful: 6,
      replies: [
        {
          author: 'franco_d',
          body: 'Non avevo pensato alla scuola. Si vede che è passato del tempo. Sabato, allora.',
          daysAgo: 32,
          useful: 6,
        },
      ],
    },
    {
      author: 'gianni_p',
      body: 'Porto mio nipote e il mazzo di carte. Franco, tu porti le barzellette, io giudico.',
      daysAgo: 29,
      useful: 7,
    },
    {
      author: 'fatou_d',
      body:
        'Nel centro abbiamo ragazzi senza nonni vicino e qui ci sono nonni senza nipoti ' +
        'vicino. Se l’idea passa, una telefonata la farei.',
      daysAgo: 16,
      useful: 5,
    },
  ],
}
