import type { DemoIdea } from '../../story.ts'

export const putRecycling: DemoIdea = {
  title: 'Put the recycling label where I can find it',
  body:
    'Right now the symbol is under the fold, in grey on brown, 3 mm wide. I have a magnifier ' +
    'app for it. I am thirty-four.\n\n' +
    'Put **one line on the back, top left, always the same place**: “bag: paper, clip: metal”. ' +
    'In both languages if there is room. That is the whole idea.',
  category: 'packaging',
  tags: ['recycling', 'labels', 'clarity'],
  author: 'priya_n',
  daysAgo: 23,
  votes: 57,
  moves: [],
  comments: [
    {
      author: 'lucia_s',
      body:
        'From someone who does this for a living: yes, and please write the material in words. ' +
        'Nobody has ever memorised the numbers in the triangle.',
      daysAgo: 22,
      useful: 8,
    },
    {
      author: 'elena_v',
      body:
        '“Always in the same place” is the hard part and the right part. It needs a template, ' +
        'once, for all packs.',
      daysAgo: 19,
      useful: 5,
    },
    {
      author: 'teresa_c',
      body: 'In biblioteca tutto ha lo stesso posto da centocinquant’anni. Confermo che funziona.',
      daysAgo: 15,
      useful: 4,
    },
    {
      author: 'anna_r',
      body: 'Si sposa bene con le etichette grandi: già che le ristampate, mettetela lì.',
      daysAgo: 9,
      useful: 5,
    },
  ],
  locale: 'en',
}
