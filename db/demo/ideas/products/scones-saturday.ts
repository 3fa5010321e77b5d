import type { DemoIdea } from '../../story.ts'

export const sconesSaturday: DemoIdea = {
  title: 'Scones on Saturday, or whatever you want to call them',
  body:
    'You have the butter, you have the oven, you have the patience. A plain scone with a ' +
    'little polenta flour would be a proper **valley scone**, and I would stop making bad ones ' +
    'at home.\n\n' +
    'I will supply the argument about jam first or cream first, free of charge.',
  category: 'products',
  tags: ['scones', 'saturday', 'tea'],
  author: 'james_o',
  daysAgo: 6,
  votes: 19,
  moves: [],
  comments: [
    {
      author: 'maddalena_uk',
      body: 'Jam first. I have dual loyalties in most things but not in this.',
      daysAgo: 5,
      useful: 5,
    },
    {
      author: 'hannah_w',
      body: 'Cream first. @maddalena_uk has been in Bristol too long.',
      daysAgo: 5,
      useful: 5,
      replies: [
        {
          author: 'james_o',
          body: 'And there it is, in under a day.',
          daysAgo: 4,
          useful: 6,
        },
      ],
    },
    {
      author: 'nonna_piera',
      body:
        'Mio nipote mi ha tradotto. Con la farina gialla fina verranno bene, ma il burro ' +
        'freddo, mi raccomando.',
      daysAgo: 3,
      useful: 7,
    },
  ],
  locale: 'en',
}
