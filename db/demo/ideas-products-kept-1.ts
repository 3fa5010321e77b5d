import type { DemoIdea } from './story.ts'

export const productIdeasKept1: DemoIdea[] = [
  {
    title: 'Il panettone mignon, anche fuori stagione',
    body:
      'Un panettone da cento grammi, da una persona o da una colazione in due. Quello intero lo ' +
      'compro a dicembre, ne mangio metà e l’altra metà mi guarda fino a febbraio.\n\n' +
      'E se è buono, perché deve finire con le feste? Un mercoledì di pioggia ne ha più bisogno ' +
      'di Natale.',
    category: 'products',
    tags: ['panettone', 'monoporzione', 'colazione'],
    author: 'valentina_m',
    daysAgo: 601,
    votes: 338,
    moves: [
      {
        to: 'shortlisted',
        daysAgo: 544,
        by: 'system',
        note: 'Ha superato 250 voti: passa tra le idee da valutare.',
      },
      {
        to: 'evaluating',
        daysAgo: 531,
        by: 'tommaso_valdoro',
        note:
          'Valentina, ci proviamo sul serio. Il punto da capire è la lievitazione: un panettone ' +
          'così piccolo asciuga in fretta e il giorno dopo rischia di essere una brioche. ' +
          'Facciamo tre prove e poi ti rispondiamo qui.',
        official: true,
      },
      {
        to: 'planned',
        daysAgo: 503,
        by: 'tommaso_valdoro',
        note:
          'La terza prova regge quattro giorni senza perdere profumo. **Costo basso, tempi da 4 ' +
          'a 6 mesi**: servono gli stampi e un turno di lievitazione in più il martedì. Grazie a ' +
          'Valentina per l’idea e a @dario_m per il consiglio di raffreddarli capovolti. Il ' +
          'prossimo passo è provarlo in un solo negozio.',
        official: true,
      },
      {
        to: 'in_progress',
        daysAgo: 420,
        by: 'tommaso_valdoro',
        note:
          'Stampi arrivati. Per quattro settimane lo trovi solo a Borgo Rovera, in due impasti: ' +
          'classico e con le scorze d’arancia. Chi lo assaggia ci dice quale resta.',
        official: true,
      },
      {
        to: 'realised',
        daysAgo: 351,
        by: 'marta_valdoro',
        note:
          'Eccolo: cento grammi, impasto classico, nei quattro negozi dal mercoledì alla ' +
          'domenica, tutto l’anno. L’ha proposto Valentina, l’ha corretto @dario_m, l’hanno ' +
          'scelto 338 persone. La versione all’arancia è rimasta indietro di poco: torna quando ' +
          'le arance sono buone.',
        official: true,
      },
    ],
    comments: [
      {
        author: 'dario_m',
        body:
          'Si può fare, lo faccio anch’io. Il trucco è raffreddarli capovolti come quelli ' +
          'grandi, anche se sembra ridicolo vedere cento pipistrelli da un etto appesi.',
        daysAgo: 590,
        useful: 33,
        replies: [
          {
            author: 'valentina_m',
            body: 'Cento pipistrelli da un etto è il nome che propongo ufficialmente.',
            daysAgo: 589,
            useful: 19,
          },
        ],
      },
      {
        author: 'gianni_p',
        body:
          'Il panettone si mangia a Natale. Fuori stagione è un pandolce qualsiasi con le manie ' +
          'di grandezza.',
        daysAgo: 585,
        useful: 5,
        replies: [
          {
            author: 'franco_d',
            body:
              'Gianni, io a Natale sono solo e un chilo di panettone mi mette tristezza. Un etto ' +
              'no.',
            daysAgo: 584,
            useful: 24,
            replies: [
              {
                author: 'gianni_p',
                body: 'Hai ragione tu. Ho votato.',
                daysAgo: 583,
                useful: 29,
              },
            ],
          },
        ],
      },
      {
        author: 'omar_b',
        body: 'Provato a Borgo Rovera: quello all’arancia con il caffè ristretto è un’altra categoria.',
        daysAgo: 410,
        useful: 11,
      },
      {
        author: 'martina_e',
        body: 'Quattro in valigia, uno arrivato a destinazione. Funziona.',
        daysAgo: 340,
        useful: 8,
      },
    ],
  },
  {
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
        useful: 28,
        replies: [
          {
            author: 'franco_d',
            body: 'Salutala da parte mia. Combattiamo in tanti.',
            daysAgo: 207,
            useful: 14,
          },
        ],
      },
      {
        author: 'bianca_n',
        body:
          'In trentadue anni di banco ho tagliato migliaia di mezze pagnotte e chi le chiedeva ' +
          'abbassava sempre la voce. Nessuno dovrebbe abbassare la voce per mezzo chilo di pane.',
        daysAgo: 205,
        useful: 36,
      },
      {
        author: 'paolo_g',
        body:
          'Domanda poco simpatica: mezzo chilo costerà metà, o di più al chilo? La mano d’opera ' +
          'è la stessa.',
        daysAgo: 199,
        useful: 7,
        replies: [
          {
            author: 'tommaso_valdoro',
            body:
              'Domanda giusta, Paolo. Costerà poco più della metà, perché si forma a mano lo ' +
              'stesso numero di volte. Il prezzo al chilo sarà scritto sul cartellino, così ' +
              'ognuno giudica.',
            daysAgo: 158,
            useful: 23,
          },
        ],
      },
      {
        author: 'priya_n',
        body: 'Vivo da sola anch’io e non sono anziana, solo una che cucina male. Vale anche per noi.',
        daysAgo: 150,
        useful: 9,
      },
      {
        author: 'franco_d',
        body:
          'Presa venerdì a Ponte Vereno. La crosta canta ancora il sabato sera. Il lunedì era ' +
          'finita, e non per educazione.',
        daysAgo: 40,
        useful: 21,
      },
      {
        author: 'gianni_p',
        body: 'Confermo. Però alle nove e mezza erano già finite, fatene qualcuna in più.',
        daysAgo: 33,
        useful: 6,
        replies: [
          {
            author: 'nadia_forno',
            body:
              'Ricevuto, Gianni. Da questa settimana a Ponte Vereno ne escono una decina in più, ' +
              'finché dura la prova.',
            daysAgo: 32,
            useful: 10,
          },
        ],
      },
    ],
  },
]
