import type { DemoIdea } from '../../story.ts'

export const sellSourdough: DemoIdea = {
  title: 'Sell the sourdough croissant frozen, ready to bake',
  body:
    'When I come home I buy twelve croissants and eat them over four days, which is three days ' +
    'too many. If you sold them **frozen and unbaked** I could bake two every morning and ' +
    'pretend I never left.\n\n' +
    'Same recipe, a bag of six, and baking times for a normal oven with a tired fan.',
  category: 'products',
  tags: ['croissant', 'frozen', 'home'],
  author: 'maddalena_uk',
  daysAgo: 233,
  votes: 37,
  moves: [
    {
      to: 'declined',
      daysAgo: 221,
      by: 'tommaso_valdoro',
      note:
        'Maddalena, good news dressed as a no: they already exist. Borgo Rovera and Brescia ' +
        'keep bags of six in the small freezer beside the till, and we clearly do a poor job ' +
        'of telling people. We close this idea because there is nothing left to build, and we ' +
        'have put a sign on the freezer door because of you.\n\n' +
        'If you would like them in the other two shops, propose that: the only obstacle there ' +
        'is the space for a freezer, and votes help us find it.',
      reason: 'already_exists',
      official: true,
    },
  ],
  comments: [
    {
      author: 'hannah_w',
      body: 'Wait, I think I have seen these? Next to the till in Brescia, under a box of receipts.',
      daysAgo: 230,
      useful: 6,
      replies: [
        {
          author: 'maddalena_uk',
          body: 'Under a box of receipts is the most honest product placement I have ever heard of.',
          daysAgo: 229,
          useful: 6,
        },
      ],
    },
    {
      author: 'omar_b',
      body: 'Confermo, ci sono. Diciotto minuti a 180, ma dateli al forno già caldo.',
      daysAgo: 226,
      useful: 4,
    },
    {
      author: 'maddalena_uk',
      body: 'The sign works. My mother sent me a photo of it, then a photo of her breakfast.',
      daysAgo: 218,
      useful: 8,
    },
  ],
  locale: 'en',
}
