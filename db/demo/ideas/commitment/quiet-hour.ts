import type { DemoIdea } from '../../story.ts'

export const quietHour: DemoIdea = {
  title: 'A quiet hour in the shop',
  body:
    'I write in English so that families who have just arrived here can read it too. My son ' +
    'loves your olive bread and cannot stand the shop: the bell on the door, the radio, the ' +
    'coffee machine, everybody at once.\n\n' +
    '**One hour a week**: lights lower, radio off, no bell, and someone at the counter who ' +
    'does not mind waiting. It costs almost nothing. It changes which families can come in.',
  category: 'commitment',
  tags: ['accessibility', 'quiet', 'shop'],
  author: 'ilaria_p',
  daysAgo: 186,
  votes: 121,
  moves: [
    {
      to: 'shortlisted',
      daysAgo: 124,
      by: 'marta_valdoro',
      note:
        'This idea has 121 votes, under the 250 it needs. We pick it ourselves, and we say why ' +
        'in public: the people it serves are few, so a count of votes will never find them. It ' +
        'goes to evaluation with the others, and it takes nobody else’s place.',
      official: true,
    },
    {
      to: 'evaluating',
      daysAgo: 96,
      by: 'nadia_forno',
      note:
        'Ilaria, we have asked two families and the centre where @fatou_d works to walk ' +
        'through the shop with us and tell us what hurts. We will publish the list, including ' +
        'what we cannot change.',
      official: true,
    },
    {
      to: 'planned',
      daysAgo: 74,
      by: 'marta_valdoro',
      note:
        'Yes. **Low cost, 2 to 4 months.** Tuesday from 15:00 to 16:00, starting with the ' +
        'Brescia shop: radio and bell off, half the lights, coffee machine on pause, a card ' +
        'with pictures for ordering. What we cannot change is the noise of the fridges. Thanks ' +
        'to Ilaria, who proposed it, and to @sofia_z for the picture card. Next step: a ' +
        'morning of training for the people at the counter.',
      official: true,
    },
  ],
  comments: [
    {
      author: 'hannah_w',
      body:
        'I would come in that hour too. I have no particular reason, I just like shops when ' +
        'they whisper.',
      daysAgo: 184,
      useful: 6,
    },
    {
      author: 'fatou_d',
      body:
        'For our group it would mean doing the shopping without headphones. Please keep it ' +
        'also for those who simply need time.',
      daysAgo: 180,
      useful: 11,
    },
    {
      author: 'sofia_z',
      body:
        'And a card with pictures at the counter: point, smile, done. My parents would use it ' +
        'every day, not just in the quiet hour.',
      daysAgo: 175,
      useful: 9,
      replies: [
        {
          author: 'ilaria_p',
          body: 'Yes please. My son would point at olives, twice, to be sure.',
          daysAgo: 174,
          useful: 7,
        },
      ],
    },
    {
      author: 'priya_n',
      body:
        'Thank you for explaining why a small number of votes can be enough. That deserves to ' +
        'be written somewhere permanent.',
      daysAgo: 120,
      useful: 5,
    },
    {
      author: 'gianni_p',
      body:
        'Mi sono fatto tradurre tutto. Il martedì alle tre la radio la spengo anch’io, in ' +
        'solidarietà.',
      daysAgo: 80,
      useful: 6,
    },
  ],
  locale: 'en',
}
