import type { DemoIdea } from '../../story.ts'

export const spongadaTutto: DemoIdea = {
  title: 'La spongada tutto l’anno, non solo a Pasqua',
  body:
    'La spongada si fa a Pasqua e va bene. Però è anche il dolce più adatto alla merenda che ' +
    'conosca: poco dolce, morbida, sta in tasca senza sporcare.\n\n' +
    'Una volta al mese, di sabato, anche piccola. Poi a Pasqua la fate grande e siamo tutti ' +
    'contenti.',
  category: 'products',
  tags: ['tradizione', 'lievitati'],
  author: 'caterina_f',
  daysAgo: 111,
  votes: 63,
  moves: [],
  comments: [
    {
      author: 'gianni_p',
      body: 'Se c’è sempre non la aspetta più nessuno. Certe cose sono buone anche perché finiscono.',
      daysAgo: 109,
      useful: 6,
      replies: [
        {
          author: 'caterina_f',
          body:
            'Per questo dico una volta al mese, non tutti i giorni. L’attesa resta, solo più ' +
            'corta.',
          daysAgo: 108,
          useful: 7,
        },
      ],
    },
    {
      author: 'teresa_c',
      body:
        'Nei ricettari che ho in biblioteca compare anche a San Giuseppe e ai battesimi. La ' +
        'Pasqua è diventata l’unica data piuttosto di recente, almeno da queste parti.',
      daysAgo: 100,
      useful: 6,
    },
    {
      author: 'martina_e',
      body: 'Se la fate sabato, io torno a casa sabato. È così che si decidono i treni.',
      daysAgo: 58,
      useful: 4,
    },
  ],
}
