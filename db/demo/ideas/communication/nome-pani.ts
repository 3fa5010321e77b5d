import type { DemoIdea } from '../../story.ts'

export const nomePani: DemoIdea = {
  title: 'Il nome dei pani anche in dialetto',
  body:
    'Nei cartellini c’è scritto “pane comune”. Mio padre diceva *el pà de töcc i dé*, e gli ' +
    'altri li chiamava per nome, come i cani di casa.\n\n' +
    'Aggiungete una riga in dialetto, scritta bene. Ci aiuto io e ci aiuta chi lo parla ' +
    'ancora, finché c’è.',
  category: 'communication',
  tags: ['dialetto', 'cartellini', 'memoria'],
  author: 'alberto_z',
  daysAgo: 82,
  votes: 109,
  moves: [],
  comments: [
    {
      author: 'james_o',
      body:
        'Sto imparando il dialetto al vostro banco. Se lo scrivete, smetto di inventare le ' +
        'doppie.',
      daysAgo: 80,
      useful: 6,
    },
    {
      author: 'youssef_e',
      body:
        'Le mie figlie in dialetto sanno dire tre cose, tutte da gridare al mercato. Un pane ' +
        'in più farebbe quattro.',
      daysAgo: 78,
      useful: 8,
    },
    {
      author: 'gianni_p',
      body:
        'Attenzione che a Ponte Vereno si dice in un modo e a Rocca Lumera in un altro. Qui si ' +
        'litiga.',
      daysAgo: 76,
      useful: 7,
      replies: [
        {
          author: 'alberto_z',
          body:
            'Allora mettiamo il nome del paese sotto. Due nomi per lo stesso pane, e nessuno ' +
            'perde.',
          daysAgo: 75,
          useful: 9,
        },
      ],
    },
    {
      author: 'fatou_d',
      body:
        'E magari il primo cartellino lo scrivono i nonni del mercoledì con i ragazzi del ' +
        'centro. Così ci guadagnano in due.',
      daysAgo: 60,
      useful: 5,
    },
  ],
}
