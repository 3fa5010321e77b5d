import type { DemoIdea } from '../../story.ts'

export const sheetCounter: DemoIdea = {
  title: 'A sheet at the counter with the allergens in English',
  body:
    'I asked for this in Italian in the shop and everyone nodded. Now I ask in writing: a ' +
    'laminated sheet, **in English and in Italian**, with the fourteen allergens and a yes or ' +
    'a no for each product.\n\n' +
    'I have eaten the wrong bread abroad and I spent the night on a bathroom floor. I would ' +
    'not wish it on the tourists who come here.',
  category: 'communication',
  tags: ['allergens', 'english', 'safety'],
  author: 'chiara_l',
  daysAgo: 247,
  votes: 142,
  moves: [
    {
      to: 'shortlisted',
      daysAgo: 219,
      by: 'marta_valdoro',
      note:
        'This idea has 142 votes, under the threshold, and we pick it anyway: it is about ' +
        'safety, and a vote count is not the right way to decide whether people can read an ' +
        'ingredient.',
      official: true,
    },
    {
      to: 'evaluating',
      daysAgo: 212,
      by: 'nadia_forno',
      note:
        'Chiara, we are checking every recipe line by line, including the ones we have known ' +
        'for thirty years, because “we know it” is not written anywhere.',
      official: true,
    },
    {
      to: 'planned',
      daysAgo: 196,
      by: 'marta_valdoro',
      note:
        'Yes. **Low cost, 1 to 2 months.** The list is ready and we found two mistakes in our ' +
        'own notes: they are corrected. It will be at every counter, on paper and behind a ' +
        'code on the shelf, and updated whenever a recipe changes.',
      official: true,
    },
    {
      to: 'in_progress',
      daysAgo: 178,
      by: 'irene_forno',
      note:
        'The sheets are at the printer. We asked @james_o and his evening class to read the ' +
        'English and they changed nine words out of ten, politely.',
      official: true,
    },
    {
      to: 'realised',
      daysAgo: 162,
      by: 'irene_forno',
      note:
        'The sheet is at every counter, laminated, in Italian and English, and behind the code ' +
        'on the shelf. Chiara proposed it, James’s class rewrote it, and @fatou_d asked for ' +
        'the symbols next to the names. Honest label: this is law, and we should have had it ' +
        'done already.',
      official: true,
    },
  ],
  comments: [
    {
      author: 'fatou_d',
      body:
        'Accanto ai nomi mettete i simboli, per favore: uno per allergene, sempre lo stesso. ' +
        'Così il foglio serve anche a chi non legge nessuna delle due lingue.',
      daysAgo: 230,
      useful: 8,
    },
    {
      author: 'james_o',
      body:
        'My class rewrote the English. “May contain traces” beat “can it be that it has”, by ' +
        'one vote.',
      daysAgo: 175,
      useful: 10,
    },
    {
      author: 'chiara_l',
      body:
        'I stood at the counter, read the sheet and bought something without asking anybody. ' +
        'It sounds like nothing.',
      daysAgo: 158,
      useful: 12,
    },
  ],
  locale: 'en',
}
