import type { DemoIdea } from '../../story.ts'

export const keepOne: DemoIdea = {
  title: 'Keep one table free for those who want to talk',
  body:
    'My first winter here I knew nobody and I used to buy bread one piece at a time, just to ' +
    'have a reason to go in twice. The people behind the counter noticed. They never said so.' +
    '\n\n' +
    '**One table with a small sign**: you can sit here if you would like company. No ' +
    'programme, no group, no name tag. Someone will sit down.',
  category: 'commitment',
  tags: ['community', 'table', 'company'],
  author: 'grace_a',
  daysAgo: 12,
  votes: 33,
  moves: [],
  comments: [
    {
      author: 'franco_d',
      body: 'Io mi siedo volentieri. Porto le barzellette di cui parlavo altrove.',
      daysAgo: 11,
      useful: 9,
    },
    {
      author: 'hannah_w',
      body: 'I had the same winter, ten years earlier, in the same shop. Yes to the table.',
      daysAgo: 11,
      useful: 7,
    },
    {
      author: 'gianni_p',
      body: 'Il tavolo della briscola c’è già ed è pieno. Ma se uno vuole imparare, si siede.',
      daysAgo: 10,
      useful: 6,
    },
    {
      author: 'nadia_forno',
      body:
        'Grace, thank you for telling it like this. A person at the counter recognised the ' +
        'story and asked me to say hello.',
      daysAgo: 9,
      useful: 8,
    },
  ],
  locale: 'en',
}
