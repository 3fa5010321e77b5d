import type { DemoIdea } from '../../story.ts'

export const tellUsWhat: DemoIdea = {
  title: 'Tell us what a loaf costs you to make',
  body:
    'The price went up in spring and I paid it, because I trust you. But I would rather trust ' +
    'you **and know why**.\n\n' +
    'Flour, energy, wages, packaging, rent, the bit that is left. A picture of one loaf cut ' +
    'into slices, each slice a cost. No exact figures if you do not want to: the slices are ' +
    'enough.',
  category: 'communication',
  tags: ['price', 'transparency', 'bread'],
  author: 'hannah_w',
  daysAgo: 76,
  votes: 254,
  moves: [
    {
      to: 'shortlisted',
      daysAgo: 26,
      by: 'system',
      note: 'Passed 250 votes: it joins the ideas to be evaluated.',
    },
    {
      to: 'evaluating',
      daysAgo: 20,
      by: 'marta_valdoro',
      note:
        'Hannah, the honest answer is that we are a little scared of this one, which usually ' +
        'means it is worth doing. We are working out the slices with the accountant, shop by ' +
        'shop, and deciding how to show them as bands without turning them into an ' +
        'advertisement for our own virtue. Nothing is decided yet; the answer will be here, ' +
        'within the thirty days.',
      official: true,
    },
  ],
  comments: [
    {
      author: 'paolo_g',
      body:
        'Da commercialista dico: si può fare per fasce e dire molto. Il pericolo è scegliere ' +
        'le fasce comode.',
      daysAgo: 74,
      useful: 8,
      replies: [
        {
          author: 'hannah_w',
          body:
            'Then ask the accountant who reads this community to check them. He is right above ' +
            'me.',
          daysAgo: 73,
          useful: 8,
        },
      ],
    },
    {
      author: 'dario_m',
      body: 'Se lo fate voi poi lo chiedono anche a me. Va bene, ma un po’ ci penso.',
      daysAgo: 70,
      useful: 7,
    },
    {
      author: 'gianni_p',
      body: 'Ai miei tempi il pane costava poco e basta.',
      daysAgo: 60,
      useful: 4,
      replies: [
        {
          author: 'renzo_b',
          body: 'Ai tuoi tempi il mio grano valeva metà e nessuno chiedeva il perché, Gianni.',
          daysAgo: 59,
          useful: 9,
        },
      ],
    },
    {
      author: 'giulia_b',
      body: 'E sullo stesso foglio, quanto costa a me se porto la scatola. Scusate.',
      daysAgo: 22,
      useful: 6,
    },
  ],
  locale: 'en',
}
