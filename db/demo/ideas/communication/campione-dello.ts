import type { DemoIdea } from '../../story.ts'

export const campioneDello: DemoIdea = {
  title: 'Un campione dello sport che mangia le vostre fette',
  body:
    'Fate parlare qualcuno di famoso, uno che si alza presto e corre. Un bel cartellone sulla ' +
    'statale e lo sanno tutti. Il pane è buono ma nessuno lo conosce.',
  category: 'communication',
  tags: ['pubblicità', 'sport', 'volti'],
  author: 'gianni_p',
  daysAgo: 398,
  votes: 12,
  moves: [
    {
      to: 'declined',
      daysAgo: 389,
      by: 'irene_forno',
      note:
        'Gianni, preferiamo non farlo e te lo diciamo subito. Un volto famoso costa quanto un ' +
        'mese di farina, e di noi direbbe una cosa non vera: che il pane è buono perché lo ' +
        'dice qualcuno di conosciuto. Ci somiglia di più la tua pagnotta portata in bocciofila.' +
        '\n\n' +
        'Che cosa può cambiare la decisione: una faccia di queste parti, che il pane lo compra ' +
        'davvero, dentro una delle storie che raccontiamo. La tua, per esempio.',
      reason: 'off_brand',
      official: true,
    },
    {
      to: 'archived',
      daysAgo: 372,
      by: 'nadia_forno',
      note:
        'Archiviata su richiesta di Gianni, che ha scritto: “Avete ragione, e poi io sul ' +
        'cartellone verrei male.” Resta leggibile, non si vota più. Se un giorno cambia idea, ' +
        'può riproporla con il taglio delle facce di paese.',
      reason: 'author_request',
    },
  ],
  comments: [
    {
      author: 'alberto_z',
      body: 'Sul cartellone verresti benissimo, Gianni. Hai una faccia da pane.',
      daysAgo: 386,
      useful: 6,
      replies: [
        {
          author: 'gianni_p',
          body: 'Dipende dal pane.',
          daysAgo: 385,
          useful: 8,
        },
      ],
    },
  ],
}
