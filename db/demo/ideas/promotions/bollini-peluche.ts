import type { DemoIdea } from '../../story.ts'

export const bolliniPeluche: DemoIdea = {
  title: 'Bollini e peluche a forma di pagnotta',
  body:
    'Mio nipote raccoglie i peluche del supermercato e per colpa sua giro mezza provincia. ' +
    'Fate anche voi una pagnotta morbida con gli occhi: si prendono i bollini con la spesa e a ' +
    'trenta te la danno.\n\n' +
    'Costa poco e i bambini vi porterebbero i genitori.',
  category: 'promotions',
  tags: ['bollini', 'gadget', 'nipoti'],
  author: 'gianni_p',
  daysAgo: 262,
  votes: 48,
  moves: [
    {
      to: 'declined',
      daysAgo: 249,
      by: 'marta_valdoro',
      note:
        'Gianni, ti diciamo di no e ti diciamo perché. Un peluche fatto lontano, che viaggia ' +
        'in un container e finisce in fondo a una cesta, racconta di noi una cosa che non ci ' +
        'somiglia. E i bollini spingono a comprare più pane di quanto se ne mangi.\n\n' +
        'Che cosa può cambiare la decisione: un gioco fatto qui, di stoffa, magari con i ' +
        'ritagli dei sacchi di farina e con la cooperativa di @rosa_i, da prendere senza ' +
        'bollini e senza obbligo di spesa. Se ti va di riproporla così, tuo nipote ha già un ' +
        'voto in più in laboratorio.',
      reason: 'off_brand',
      official: true,
    },
  ],
  comments: [
    {
      author: 'caterina_f',
      body:
        'A casa abbiamo già una cesta di peluche del supermercato. Dormono lì, ammassati, come ' +
        'un rimprovero.',
      daysAgo: 258,
      useful: 7,
    },
    {
      author: 'gianni_p',
      body:
        'Va bene, va bene. Ma la pagnotta di stoffa con gli occhi la voglio vedere, sono ' +
        'curioso.',
      daysAgo: 247,
      useful: 6,
      replies: [
        {
          author: 'rosa_i',
          body: 'Gianni, passa il martedì. Gli occhi li ricami tu però.',
          daysAgo: 246,
          useful: 7,
        },
      ],
    },
  ],
}
