import type { DemoIdea } from '../../story.ts'

export const decimoPane: DemoIdea = {
  title: 'Il decimo pane lo sceglie chi l’ha fatto',
  body:
    'Le tessere a punti mi annoiano: dieci timbri, un euro di sconto. Al mercato faccio così: ' +
    'alla decima spesa metto nella borsa **una cosa che scelgo io**, perché quel giorno è ' +
    'buona.\n\n' +
    'Dieci pani, e l’undicesimo lo sceglie chi è in laboratorio. Una sorpresa, con due righe ' +
    'che spiegano il perché.',
  category: 'promotions',
  tags: ['tessera', 'sorpresa', 'pane'],
  author: 'youssef_e',
  daysAgo: 66,
  votes: 256,
  moves: [
    {
      to: 'shortlisted',
      daysAgo: 7,
      by: 'system',
      note: 'Ha superato 250 voti: passa tra le idee da valutare.',
    },
  ],
  comments: [
    {
      author: 'chen_w',
      body: 'Il titolo dice decimo, il testo undicesimo. Mi piace lo stesso, ma decidete voi due.',
      daysAgo: 64,
      useful: 6,
      replies: [
        {
          author: 'youssef_e',
          body: 'Le mie figlie hanno fatto la stessa obiezione. Decimo. Ho perso quattro a uno.',
          daysAgo: 63,
          useful: 8,
        },
      ],
    },
    {
      author: 'chiara_l',
      body:
        'Se la sorpresa è sempre un pane, io resto fuori, e chi è allergico alle noci rischia. ' +
        'Una casella da segnare sulla tessera: “per me un vasetto, grazie”.',
      daysAgo: 58,
      useful: 8,
      replies: [
        {
          author: 'youssef_e',
          body: 'Hai ragione, non ci avevo pensato. Casella sulla tessera, grande.',
          daysAgo: 57,
          useful: 6,
        },
      ],
    },
    {
      author: 'paolo_g',
      body:
        'Un pane su dieci è il dieci per cento, più di qualsiasi tessera che conosco. Fate ' +
        'bene i conti prima di dire sì.',
      daysAgo: 40,
      useful: 4,
    },
  ],
}
