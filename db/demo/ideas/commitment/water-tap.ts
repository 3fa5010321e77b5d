import type { DemoIdea } from '../../story.ts'

export const waterTap: DemoIdea = {
  title: 'A water tap outside the shop',
  body:
    'Coming down from Rocca Lumera in August, the last tap is two hours back up the path. Your ' +
    'shop is the first door you reach.\n\n' +
    '**A tap by the wall**, a hook for the dog, nothing else. I will carry my own bottle, as I ' +
    'have carried it for thirty years.',
  category: 'commitment',
  tags: ['water', 'walkers', 'bottles'],
  author: 'tom_k',
  daysAgo: 57,
  votes: 96,
  moves: [
    {
      to: 'shortlisted',
      daysAgo: 29,
      by: 'tommaso_valdoro',
      note:
        'Tom’s idea has 96 votes and does not reach the threshold. We take it up as a staff ' +
        'pick because it fits with the benches we are already measuring for the Rocca Lumera ' +
        'shop, and doing the two works together would cost less than doing them twice. It will ' +
        'be evaluated like any other idea, and the answer may still be no.',
      official: true,
    },
  ],
  comments: [
    {
      author: 'beppe_ciclo',
      body: 'Da ciclista: firmo, controfirmo e porto la borraccia.',
      daysAgo: 55,
      useful: 8,
    },
    {
      author: 'valentina_m',
      body:
        'Il gancio per il cane va basso e all’ombra. Ve lo dico prima che lo mettiate in alto ' +
        'e al sole.',
      daysAgo: 54,
      useful: 6,
    },
    {
      author: 'lucia_s',
      body:
        'Anche una ciotola sotto, per gli animali, con lo scarico nell’aiuola. Così non si ' +
        'allaga il marciapiede.',
      daysAgo: 50,
      useful: 5,
    },
  ],
  locale: 'en',
}
