import type { DemoIdea } from '../../story.ts'

export const paneNero: DemoIdea = {
  title: 'Pane nero di segale, come in montagna',
  body:
    'A casa mia la segale è una cosa seria, a casa di mia moglie è una punizione. Propongo un ' +
    'pane che ci faccia restare sposati: segale per **due terzi**, pasta madre, niente melassa ' +
    'per farlo sembrare scuro, semi di cumino a parte per chi vuole.\n\n' +
    'Deve essere più buono il terzo giorno che il primo, e deve potersi tagliare sottile.',
  category: 'products',
  tags: ['segale', 'pane', 'montagna'],
  author: 'lars_e',
  daysAgo: 158,
  votes: 134,
  moves: [],
  comments: [
    {
      author: 'tom_k',
      body:
        'The third-day rule is the right test. I carry rye on long walks precisely because it ' +
        'does not turn into a sponge.',
      daysAgo: 152,
      useful: 6,
    },
    {
      author: 'giorgia_t',
      body:
        'Con due terzi di segale serve pazienza: si taglia dopo ventiquattro ore, non prima. ' +
        'Chi lo compra la mattina per pranzo ci resta male. Scrivetelo sul cartellino.',
      daysAgo: 150,
      useful: 7,
      replies: [
        {
          author: 'lars_e',
          body: '“Non tagliare oggi”: già questo, come cartellino, mi fa venire voglia di comprarlo.',
          daysAgo: 149,
          useful: 8,
        },
      ],
    },
    {
      author: 'gianni_p',
      body:
        'Noi in montagna lo mangiavamo perché non c’era altro. Adesso lo volete pagare il ' +
        'doppio.',
      daysAgo: 140,
      useful: 3,
      replies: [
        {
          author: 'renzo_b',
          body: 'Però era buono, Gianni. Non era buona la miseria, il pane sì.',
          daysAgo: 139,
          useful: 7,
        },
      ],
    },
    {
      author: 'chen_w',
      body:
        'Proposta di mezzo: una micca piccola, così chi non è sicuro non si ritrova con un ' +
        'mattone da un chilo.',
      daysAgo: 97,
      useful: 4,
    },
  ],
}
