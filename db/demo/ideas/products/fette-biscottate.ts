import type { DemoIdea } from '../../story.ts'

export const fetteBiscottate: DemoIdea = {
  title: 'Fette biscottate con farina di grano saraceno',
  body:
    'Il saraceno dà un sapore di nocciola e le fette restano croccanti anche con la marmellata ' +
    'bagnata. In mensa ho provato una teglia per i colleghi, è finita prima delle dieci.\n\n' +
    'Non tutto saraceno, altrimenti si sbriciolano: un quarto basta.',
  category: 'products',
  tags: ['saraceno', 'colazione', 'fette'],
  author: 'ioana_p',
  daysAgo: 141,
  votes: 45,
  moves: [],
  comments: [
    {
      author: 'chiara_l',
      body:
        'Piccola nota: un quarto di saraceno e tre quarti di frumento resta **con glutine**. ' +
        'So che Ioana lo sa, lo scrivo per chi legge in fretta.',
      daysAgo: 138,
      useful: 6,
    },
    {
      author: 'franco_d',
      body: 'Purché non siano dure. I miei denti hanno fatto il loro.',
      daysAgo: 133,
      useful: 5,
    },
    {
      author: 'dario_m',
      body: 'Un quarto è il massimo, sì. Con una seconda tostatura più lunga, a forno che si spegne.',
      daysAgo: 90,
      useful: 3,
    },
  ],
}
