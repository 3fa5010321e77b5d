import type { DemoIdea } from './story.ts'

export const communicationIdeasWeighed: DemoIdea[] = [
  {
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
        daysAgo: 13,
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
        useful: 19,
        replies: [
          {
            author: 'hannah_w',
            body:
              'Then ask the accountant who reads this community to check them. He is right above ' +
              'me.',
            daysAgo: 73,
            useful: 16,
          },
        ],
      },
      {
        author: 'dario_m',
        body: 'Se lo fate voi poi lo chiedono anche a me. Va bene, ma un po’ ci penso.',
        daysAgo: 70,
        useful: 13,
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
            useful: 21,
          },
        ],
      },
      {
        author: 'giulia_b',
        body: 'E sullo stesso foglio, quanto costa a me se porto la scatola. Scusate.',
        daysAgo: 22,
        useful: 9,
      },
    ],
    locale: 'en',
  },
  {
    title: 'Un campione dello sport che mangia le vostre fette',
    body:
      'Fate parlare qualcuno di famoso, uno che si alza presto e corre. Un bel cartellone sulla ' +
      'statale e lo sanno tutti. Il pane è buono ma nessuno lo conosce.',
    category: 'communication',
    tags: ['pubblicità', 'sport', 'volti'],
    author: 'gianni_p',
    daysAgo: 398,
    votes: 12,
    moves: [
      {
        to: 'declined',
        daysAgo: 389,
        by: 'irene_forno',
        note:
          'Gianni, preferiamo non farlo e te lo diciamo subito. Un volto famoso costa quanto un ' +
          'mese di farina, e di noi direbbe una cosa non vera: che il pane è buono perché lo ' +
          'dice qualcuno di conosciuto. Ci somiglia di più la tua pagnotta portata in bocciofila.' +
          '\n\n' +
          'Che cosa può cambiare la decisione: una faccia di queste parti, che il pane lo compra ' +
          'davvero, dentro una delle storie che raccontiamo. La tua, per esempio.',
        reason: 'off_brand',
        official: true,
      },
      {
        to: 'archived',
        daysAgo: 372,
        by: 'nadia_forno',
        note:
          'Archiviata su richiesta di Gianni, che ha scritto: “Avete ragione, e poi io sul ' +
          'cartellone verrei male.” Resta leggibile, non si vota più. Se un giorno cambia idea, ' +
          'può riproporla con il taglio delle facce di paese.',
        reason: 'author_request',
      },
    ],
    comments: [
      {
        author: 'alberto_z',
        body: 'Sul cartellone verresti benissimo, Gianni. Hai una faccia da pane.',
        daysAgo: 386,
        useful: 10,
        replies: [
          {
            author: 'gianni_p',
            body: 'Dipende dal pane.',
            daysAgo: 385,
            useful: 17,
          },
        ],
      },
    ],
  },
  {
    title: 'Ingresso dal cortile durante i lavori di via dei Mulini',
    body:
      'In via dei Mulini hanno scavato il marciapiede e per entrare da voi si fa il giro ' +
      'dell’isolato, con il passeggino peggio che mai. Il cortile sul retro ha un cancello ' +
      'largo: apritelo **finché durano i lavori** e mettete una freccia.',
    category: 'communication',
    tags: ['lavori', 'accesso', 'brescia'],
    author: 'beppe_ciclo',
    daysAgo: 296,
    votes: 29,
    moves: [
      {
        to: 'archived',
        daysAgo: 238,
        by: 'ettore_forno',
        note:
          'Beppe, il cancello del cortile è rimasto aperto per sette settimane, con la tua ' +
          'freccia disegnata da noi un po’ storta. Adesso il marciapiede è finito e si entra di ' +
          'nuovo dalla porta, quindi archiviamo l’idea. Se arrivano altri lavori, rispondi qui: ' +
          'si riapre in un minuto. Grazie anche da chi spingeva i passeggini.',
        reason: 'no_longer_relevant',
        official: true,
      },
    ],
    comments: [
      {
        author: 'anna_r',
        body: 'Con mia madre e il carrellino ho rinunciato due volte. Voto con molta convinzione.',
        daysAgo: 292,
        useful: 8,
      },
      {
        author: 'ettore_forno',
        body:
          'Cancello aperto da domattina, dalle 7 alle 19. La rampa è ripida: se serve una mano ' +
          'suonate, veniamo noi.',
        daysAgo: 288,
        useful: 19,
        replies: [
          {
            author: 'anna_r',
            body: 'Questo è il servizio più veloce della mia vita. Grazie.',
            daysAgo: 287,
            useful: 11,
          },
        ],
      },
    ],
  },
  {
    title: 'Quella persona al banco di Ponte Vereno',
    body:
      'Vorrei che al banco di Ponte Vereno non ci fosse più la persona di ieri pomeriggio. Mi ha ' +
      'risposto male davanti a tutti e non è la prima volta. Toglietela dal banco.',
    category: 'communication',
    tags: ['personale', 'lamentela', 'banco'],
    author: 'matteo_c',
    daysAgo: 143,
    votes: 3,
    moves: [
      {
        to: 'hidden',
        daysAgo: 142,
        by: 'nadia_forno',
        note:
          'Matteo, abbiamo nascosto questa idea perché riguarda una persona riconoscibile che ' +
          'qui non può rispondere, e la regola della casa vale per tutti: non si giudicano le ' +
          'persone in bacheca. Quello che è successo però conta, e ne ha preso nota ' +
          'l’assistenza, che ti ha scritto in privato.\n\n' +
          'Che cosa può cambiare la decisione: riscrivila come proposta che serva a chiunque, ' +
          'per esempio come vorresti che si gestisse la fila dalle 17 alle 18. In quella forma ' +
          'torna al voto. Se pensi che ci sbagliamo puoi chiedere un secondo parere.',
        reason: 'house_rules',
        official: true,
      },
    ],
    comments: [],
  },
]
