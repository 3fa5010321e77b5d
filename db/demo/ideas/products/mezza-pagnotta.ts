import type { DemoIdea } from '../../story.ts'

export const mezzaPagnotta: DemoIdea = {
  title: 'Mezza pagnotta per chi vive solo',
  body:
    'La pagnotta da un chilo è la più buona, ma da solo mi dura sei giorni e dal quarto in poi ' +
    'la mangio per educazione. Chiedere di tagliarla al banco mi imbarazza, perché so che ' +
    'l’altra metà poi resta lì.\n\n' +
    'Chiedo una pagnotta da **mezzo chilo**, nata così, con la crosta tutta intorno.',
  category: 'products',
  tags: ['pane', 'formati', 'anziani'],
  author: 'franco_d',
  daysAgo: 214,
  votes: 312,
  moves: [
    {
      to: 'shortlisted',
      daysAgo: 171,
      by: 'system',
      note: 'Ha superato 250 voti: passa tra le idee da valutare.',
    },
    {
      to: 'evaluating',
      daysAgo: 160,
      by: 'tommaso_valdoro',
      note:
        'Franco, la domanda giusta è quella della crosta. Mezzo chilo cotto come un chilo ' +
        'diventa duro, cotto meno resta pallido. Proviamo tre temperature e ti facciamo sapere.',
      official: true,
    },
    {
      to: 'planned',
      daysAgo: 139,
      by: 'tommaso_valdoro',
      note:
        'Si fa. **Costo basso, tempi da 3 a 6 mesi.** La mezza pagnotta avrà la stessa pasta ' +
        'madre e sette minuti di forno in meno. Ci servono cestini di lievitazione nuovi e va ' +
        'rifatto il piano di cottura del mattino. Grazie a Franco, e a @svetlana_o che ci ha ' +
        'fatto notare il problema della fetta morbida.',
      official: true,
    },
    {
      to: 'in_progress',
      daysAgo: 47,
      by: 'tommaso_valdoro',
      note:
        'I cestini sono arrivati e le infornate di prova escono il martedì e il venerdì a ' +
        'Ponte Vereno, in poche decine di pezzi. Se la crosta regge anche nelle giornate ' +
        'umide, la portiamo negli altri negozi. Se non regge, te lo diciamo qui e cambiamo ' +
        'forma.',
      official: true,
    },
  ],
  comments: [
    {
      author: 'svetlana_o',
      body:
        'La signora che seguo ha 91 anni e vuole il pane vero, ma la fetta deve restare ' +
        'morbida due giorni. Con la pagnotta grande il primo giorno è perfetta e poi ' +
        'combattiamo.',
      daysAgo: 208,
      useful: 11,
      replies: [
        {
          author: 'franco_d',
          body: 'Salutala da parte mia. Combattiamo in tanti.',
          daysAgo: 207,
          useful: 7,
        },
      ],
    },
    {
      author: 'bianca_n',
      body:
        'In trentadue anni di banco ho tagliato migliaia di mezze pagnotte e chi le chiedeva ' +
        'abbassava sempre la voce. Nessuno dovrebbe abbassare la voce per mezzo chilo di pane.',
      daysAgo: 205,
      useful: 14,
    },
    {
      author: 'paolo_g',
      body:
        'Domanda poco simpatica: mezzo chilo costerà metà, o di più al chilo? La mano d’opera ' +
        'è la stessa.',
      daysAgo: 199,
      useful: 5,
      replies: [
        {
          author: 'tommaso_valdoro',
          body:
            'Domanda giusta, Paolo. Costerà poco più della metà, perché si forma a mano lo ' +
            'stesso numero di volte. Il prezzo al chilo sarà scritto sul cartellino, così ' +
            'ognuno giudica.',
          daysAgo: 158,
          useful: 10,
        },
      ],
    },
    {
      author: 'priya_n',
      body: 'Vivo da sola anch’io e non sono anziana, solo una che cucina male. Vale anche per noi.',
      daysAgo: 150,
      useful: 6,
    },
    {
      author: 'franco_d',
      body:
        'Presa venerdì a Ponte Vereno. La crosta canta ancora il sabato sera. Il lunedì era ' +
        'finita, e non per educazione.',
      daysAgo: 40,
      useful: 9,
    },
    {
      author: 'gianni_p',
      body: 'Confermo. Però alle nove e mezza erano già finite, fatene qualcuna in più.',
      daysAgo: 33,
      useful: 5,
      replies: [
        {
          author: 'nadia_forno',
          body:
            'Ricevuto, Gianni. Da questa settimana a Ponte Vereno ne escono una decina in più, ' +
            'finché dura la prova.',
          daysAgo: 32,
          useful: 6,
        },
      ],
    },
  ],
}
