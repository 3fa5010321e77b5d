import type { DemoIdea } from '../../story.ts'

export const seededLoaf: DemoIdea = {
  title: 'A seeded loaf that survives until Thursday',
  body:
    'I shop on Sunday. By Wednesday my lovely loaf is a doorstop and I am back to crackers.\n\n' +
    'Could you make a **tin loaf with soaked seeds**, a bit of oats and a long ferment, ' +
    'designed to be eaten slowly? Sunflower, flax, pumpkin. Not sweet. It does not need to be ' +
    'pretty, it needs to be there on Thursday.',
  category: 'products',
  tags: ['bread', 'seeds', 'keeping'],
  author: 'hannah_w',
  daysAgo: 53,
  votes: 112,
  moves: [],
  comments: [
    {
      author: 'lars_e',
      body:
        'Soak the seeds overnight and they give the water back slowly. This is the whole ' +
        'secret and it costs nothing.',
      daysAgo: 51,
      useful: 8,
    },
    {
      author: 'priya_n',
      body:
        'Please sell it unsliced and let us choose. Sliced bread dries twice as fast, I have ' +
        'measured (I know).',
      daysAgo: 49,
      useful: 5,
      replies: [
        {
          author: 'hannah_w',
          body: 'I would like to see the chart, and I am not joking.',
          daysAgo: 48,
          useful: 6,
        },
      ],
    },
    {
      author: 'gianni_p',
      body:
        'Il pane che dura quattro giorni esiste, si chiama pane. Basta non lasciarlo nella ' +
        'plastica.',
      daysAgo: 45,
      useful: 2,
      replies: [
        {
          author: 'hannah_w',
          body: 'Fair. I tried the linen bag you lot recommend and it bought me a day. I want two.',
          daysAgo: 44,
          useful: 7,
        },
      ],
    },
    {
      author: 'tommaso_valdoro',
      body:
        'Following this with interest. For now, a tip from the lab: cut side down on a wooden ' +
        'board, no bag at all until the second evening.',
      daysAgo: 30,
      useful: 9,
    },
    {
      author: 'grace_a',
      body: 'I would bring this to the lab fridge and defend it.',
      daysAgo: 14,
      useful: 4,
    },
  ],
  locale: 'en',
}
