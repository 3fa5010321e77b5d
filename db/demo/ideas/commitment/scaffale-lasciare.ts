import type { DemoIdea } from '../../story.ts'

export const scaffaleLasciare: DemoIdea = {
  title: 'Uno scaffale dove lasciare latte e vasetti belli',
  body:
    'Chi ha troppe scatole le lascia, chi ne cerca una la prende. Uno scaffale piccolo vicino ' +
    'alla porta, **senza soldi e senza registro**.\n\n' +
    'Regola unica: pulite, con il loro coperchio. Quelle senza coperchio hanno già dato.',
  category: 'commitment',
  tags: ['riuso', 'scambio', 'scaffale'],
  author: 'giulia_b',
  daysAgo: 107,
  votes: 54,
  moves: [],
  comments: [
    {
      author: 'gianni_p',
      body: 'Tre, piene di bottoni. Le porto quando mia moglie è dal medico.',
      daysAgo: 105,
      useful: 7,
      replies: [
        {
          author: 'rosa_i',
          body: 'I bottoni li prendo io. Diglielo pure, a tua moglie, così siamo pari.',
          daysAgo: 104,
          useful: 8,
        },
      ],
    },
    {
      author: 'lucia_s',
      body:
        'Serve una persona che ogni tanto guardi. Gli scaffali di scambio muoiono di scatole ' +
        'della scarpa.',
      daysAgo: 98,
      useful: 5,
      replies: [
        {
          author: 'giulia_b',
          body: 'Mi offro per il giovedì, quando faccio la spesa. Finché reggo.',
          daysAgo: 97,
          useful: 6,
        },
      ],
    },
  ],
}
