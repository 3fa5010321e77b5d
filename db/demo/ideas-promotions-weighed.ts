import type { DemoIdea } from './story.ts'

export const promotionIdeasWeighed: DemoIdea[] = [
  {
    title: 'Una notte al forno, per vedere come nasce il pane',
    body:
      'Passo davanti al laboratorio alle cinque e vedo solo la luce. Mangio questo pane da ' +
      'trent’anni e non ho mai visto fare una pagnotta.\n\n' +
      'Una notte al mese, **otto persone**, dalle tre alle sei. Si guarda, si infarina qualcosa, ' +
      'si mangia il primo pane in piedi. Poi chi deve va a lavorare.',
    category: 'promotions',
    tags: ['visita', 'laboratorio', 'notte'],
    author: 'amir_h',
    daysAgo: 94,
    votes: 352,
    moves: [
      {
        to: 'shortlisted',
        daysAgo: 41,
        by: 'system',
        note: 'Ha superato 250 voti: passa tra le idee da valutare.',
      },
      {
        to: 'evaluating',
        daysAgo: 22,
        by: 'marta_valdoro',
        note:
          'Amir, la notte è il momento più bello e più pericoloso del forno: pavimenti ' +
          'scivolosi, forni a 240 gradi e persone che lavorano di fretta. Stiamo verificando tre ' +
          'cose: l’assicurazione, quante persone possono stare in laboratorio senza rallentare ' +
          'l’infornata, e se un gruppo di quattro non sia meglio di otto. La risposta arriva ' +
          'qui, entro i trenta giorni.',
        official: true,
      },
    ],
    comments: [
      {
        author: 'samira_k',
        body:
          'Io a quell’ora sono sveglia per lavoro. Sarebbe la prima volta che il turno di notte ' +
          'mi invita da qualche parte.',
        daysAgo: 92,
        useful: 24,
      },
      {
        author: 'dario_m',
        body:
          'Quattro persone al massimo. Otto intorno a un’impastatrice sono otto persone da ' +
          'tenere d’occhio.',
        daysAgo: 90,
        useful: 13,
        replies: [
          {
            author: 'amir_h',
            body: 'Quattro va bene. Così serve prenotarsi e chi viene ci tiene davvero.',
            daysAgo: 89,
            useful: 9,
          },
        ],
      },
      {
        author: 'ilaria_p',
        body:
          'Si potrebbe pensare anche a una versione del pomeriggio, con le macchine ferme? Per ' +
          'chi con il rumore non ce la fa.',
        daysAgo: 77,
        useful: 8,
        replies: [
          {
            author: 'tommaso_valdoro',
            body:
              'Sì, è la prima alternativa sul tavolo: alle quattro del pomeriggio le macchine ' +
              'tacciono e si può guardare da vicino.',
            daysAgo: 21,
            useful: 17,
          },
        ],
      },
      {
        author: 'gianni_p',
        body:
          'Mia moglie dice che se vado io alle tre di notte, lei dorme finalmente tranquilla. ' +
          'Voto a favore per due.',
        daysAgo: 60,
        useful: 5,
      },
    ],
  },
  {
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
        useful: 11,
        replies: [
          {
            author: 'youssef_e',
            body: 'Le mie figlie hanno fatto la stessa obiezione. Decimo. Ho perso quattro a uno.',
            daysAgo: 63,
            useful: 19,
          },
        ],
      },
      {
        author: 'chiara_l',
        body:
          'Se la sorpresa è sempre un pane, io resto fuori, e chi è allergico alle noci rischia. ' +
          'Una casella da segnare sulla tessera: “per me un vasetto, grazie”.',
        daysAgo: 58,
        useful: 16,
        replies: [
          {
            author: 'youssef_e',
            body: 'Hai ragione, non ci avevo pensato. Casella sulla tessera, grande.',
            daysAgo: 57,
            useful: 12,
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
  },
  {
    title: 'Bollini e peluche a forma di pagnotta',
    body:
      'Mio nipote raccoglie i peluche del supermercato e per colpa sua giro mezza provincia. ' +
      'Fate anche voi una pagnotta morbida con gli occhi: si prendono i bollini con la spesa e a ' +
      'trenta te la danno.\n\n' +
      'Costa poco e i bambini vi porterebbero i genitori.',
    category: 'promotions',
    tags: ['bollini', 'gadget', 'nipoti'],
    author: 'gianni_p',
    daysAgo: 262,
    votes: 48,
    moves: [
      {
        to: 'declined',
        daysAgo: 249,
        by: 'marta_valdoro',
        note:
          'Gianni, ti diciamo di no e ti diciamo perché. Un peluche fatto lontano, che viaggia ' +
          'in un container e finisce in fondo a una cesta, racconta di noi una cosa che non ci ' +
          'somiglia. E i bollini spingono a comprare più pane di quanto se ne mangi.\n\n' +
          'Che cosa può cambiare la decisione: un gioco fatto qui, di stoffa, magari con i ' +
          'ritagli dei sacchi di farina e con la cooperativa di @rosa_i, da prendere senza ' +
          'bollini e senza obbligo di spesa. Se ti va di riproporla così, tuo nipote ha già un ' +
          'voto in più in laboratorio.',
        reason: 'off_brand',
        official: true,
      },
    ],
    comments: [
      {
        author: 'caterina_f',
        body:
          'A casa abbiamo già una cesta di peluche del supermercato. Dormono lì, ammassati, come ' +
          'un rimprovero.',
        daysAgo: 258,
        useful: 14,
      },
      {
        author: 'gianni_p',
        body:
          'Va bene, va bene. Ma la pagnotta di stoffa con gli occhi la voglio vedere, sono ' +
          'curioso.',
        daysAgo: 247,
        useful: 9,
        replies: [
          {
            author: 'rosa_i',
            body: 'Gianni, passa il martedì. Gli occhi li ricami tu però.',
            daysAgo: 246,
            useful: 15,
          },
        ],
      },
    ],
  },
  {
    title: 'Il pane a casa prima delle sette',
    body:
      'Finisco il turno alle sei e il forno apre alle sette. Un’ora in cui potrei già dormire.' +
      '\n\n' +
      'Un giro di consegna presto, nel raggio di tre chilometri, con un sacchetto appeso alla ' +
      'maniglia. Pagherei **un euro in più** senza pensarci.',
    category: 'promotions',
    tags: ['consegna', 'mattina', 'servizi'],
    author: 'matteo_c',
    daysAgo: 349,
    votes: 258,
    moves: [
      {
        to: 'shortlisted',
        daysAgo: 301,
        by: 'system',
        note: 'Ha superato 250 voti: passa tra le idee da valutare.',
      },
      {
        to: 'declined',
        daysAgo: 274,
        by: 'marta_valdoro',
        note:
          'Matteo, abbiamo fatto il conto prima di entrare in valutazione, per non farti ' +
          'aspettare. Un giro da trenta consegne chiede una persona in più dalle quattro alle ' +
          'sette, e un euro a consegna ne copre solo una parte. **Costo alto**, e il resto ' +
          'dovremmo metterlo sul prezzo del pane di tutti: non ci sembra giusto.\n\n' +
          'Che cosa può cambiare la decisione: un punto solo dove ritirare, per esempio la ' +
          'portineria dell’acciaieria, invece di trenta porte. Un mobiletto chiuso, un carico ' +
          'unico alle cinque e mezza. Se raccogli una ventina di colleghi, riproponila così e la ' +
          'guardiamo subito.',
        reason: 'too_costly',
        official: true,
      },
    ],
    comments: [
      {
        author: 'davide_q',
        body:
          'Ho fatto consegne per tre anni. Trenta porte in un’ora si fanno correndo, e chi corre ' +
          'alle cinque di mattina prima o poi cade. Un punto solo, sì.',
        daysAgo: 345,
        useful: 27,
      },
      {
        author: 'amir_h',
        body:
          'La mia officina è sulla strada dell’acciaieria. Se serve un posto per il mobiletto, ' +
          'c’è.',
        daysAgo: 340,
        useful: 8,
      },
      {
        author: 'matteo_c',
        body:
          'Il punto unico in portineria mi piace più della mia idea. Comincio a chiedere in ' +
          'reparto.',
        daysAgo: 272,
        useful: 18,
        replies: [
          {
            author: 'ettore_forno',
            body:
              'Matteo, quando hai la lista scrivimi dal modulo dei contatti: ti metto in fila ' +
              'con Tommaso senza farti fare il giro di nessuno.',
            daysAgo: 271,
            useful: 12,
          },
        ],
      },
    ],
  },
]
