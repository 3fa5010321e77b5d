import type { DemoIdea } from './story.ts'

export const packagingIdeasOpen: DemoIdea[] = [
  {
    title: 'Una finestrella per vedere il pane, ma che vada nella carta',
    body:
      'Capisco la busta tutta di carta, la uso. Però il pane in cassetta integrale e quello ai ' +
      'cereali, da fuori, sono gemelli. Due volte ho portato a casa quello sbagliato.\n\n' +
      'Esistono finestrelle in cellulosa che si riciclano con la carta. Oppure **un foro tondo, ' +
      'piccolo**, senza niente davanti.',
    category: 'packaging',
    tags: ['carta', 'finestrella', 'riciclo'],
    author: 'chen_w',
    daysAgo: 17,
    votes: 74,
    moves: [],
    comments: [
      {
        author: 'lucia_s',
        body: 'Il foro senza niente mi piace più della finestrella: zero dubbi su dove buttarlo.',
        daysAgo: 16,
        useful: 14,
        replies: [
          {
            author: 'chen_w',
            body: 'Anche a me, ma il pane si asciuga vicino al foro?',
            daysAgo: 15,
            useful: 8,
            replies: [
              {
                author: 'lucia_s',
                body: 'Un po’ sì. Foro in alto, dove c’è la piega, e si perde poco.',
                daysAgo: 14,
                useful: 6,
              },
            ],
          },
        ],
      },
      {
        author: 'anna_r',
        body:
          'Oppure un colore diverso e una parola scritta grande. Non serve una finestra, serve ' +
          'capire.',
        daysAgo: 13,
        useful: 12,
      },
      {
        author: 'gianni_p',
        body: 'Io chiedo a chi è al banco. Funziona da quando esiste il banco.',
        daysAgo: 10,
        useful: 4,
      },
    ],
  },
  {
    title: 'La data di sfornatura scritta a mano sul sacchetto',
    body:
      'Ai miei tempi scrivevamo il giorno a matita sul sacchetto: “gio”. La gente lo teneva sul ' +
      'tavolo e sapeva a che punto era il pane.\n\n' +
      'Un timbro con i giorni, o la matita, va bene tutto. **Scritto da chi l’ha sfornato**, non ' +
      'stampato in fabbrica.',
    category: 'packaging',
    tags: ['freschezza', 'sacchetti', 'fiducia'],
    author: 'bianca_n',
    daysAgo: 99,
    votes: 166,
    moves: [],
    comments: [
      {
        author: 'franco_d',
        body: 'Io li segno già da me. Ma se lo fate voi è un saluto, non un promemoria.',
        daysAgo: 97,
        useful: 15,
      },
      {
        author: 'paolo_g',
        body:
          'Occhio a non confondere con la scadenza di legge. Serve una parola precisa: ' +
          '“sfornato”, non “data”.',
        daysAgo: 94,
        useful: 6,
        replies: [
          {
            author: 'bianca_n',
            body: '“Sfornato giovedì.” Due parole e non c’è avvocato che trovi da dire.',
            daysAgo: 93,
            useful: 13,
          },
        ],
      },
      {
        author: 'davide_q',
        body:
          'Mettete anche l’iniziale di chi l’ha fatto. Nella ciclofficina firmiamo le ruote, e ' +
          'da allora si stringono meglio le viti.',
        daysAgo: 80,
        useful: 9,
      },
      {
        author: 'tommaso_valdoro',
        body:
          'L’iniziale ha fatto discutere il laboratorio per tutta la pausa caffè. In tre sono ' +
          'già d’accordo, uno ha una calligrafia impresentabile: sono io.',
        daysAgo: 71,
        useful: 22,
      },
      {
        author: 'hannah_w',
        body: 'I would keep every single bag. This may be the flaw in the plan.',
        daysAgo: 40,
        useful: 5,
      },
    ],
  },
  {
    title: 'Una confezione che si richiude davvero',
    body:
      'La linguetta adesiva tiene due volte. Alla terza ci vuole la molletta, alla quarta i ' +
      'biscotti sono del colore giusto ma della consistenza sbagliata, e mio figlio se ne ' +
      'accorge **prima** di assaggiarli.\n\n' +
      'Per lui un biscotto molle è un altro biscotto. Per favore, una chiusura che funzioni ' +
      'dieci volte.',
    category: 'packaging',
    tags: ['richiudibile', 'praticità', 'biscotti'],
    author: 'ilaria_p',
    daysAgo: 58,
    votes: 203,
    moves: [],
    comments: [
      {
        author: 'elena_v',
        body:
          'Le linguette moderne in carta con colla a freddo reggono una ventina di aperture. ' +
          'Costano mezzo centesimo in più. È la scelta dell’adesivo, non della confezione.',
        daysAgo: 56,
        useful: 17,
        replies: [
          {
            author: 'ilaria_p',
            body: 'Mezzo centesimo lo pago anche doppio.',
            daysAgo: 55,
            useful: 11,
          },
        ],
      },
      {
        author: 'giulia_b',
        body: 'Oppure la scatola di latta. Scusate, non riesco a smettere.',
        daysAgo: 54,
        useful: 8,
      },
      {
        author: 'fatou_d',
        body:
          'E che si apra senza strappare: molti dei nostri ragazzi hanno una mano più forte ' +
          'dell’altra. Una linguetta larga, a destra e a sinistra.',
        daysAgo: 49,
        useful: 20,
      },
      {
        author: 'franco_d',
        body: 'E senza forbici. Ogni volta mi sento sconfitto da un pacco di frollini.',
        daysAgo: 43,
        useful: 7,
      },
      {
        author: 'simona_u',
        body:
          'Le consistenze contano per tanti bambini, più di quanto si creda. Grazie a Ilaria che ' +
          'lo racconta.',
        daysAgo: 29,
        useful: 4,
      },
      {
        author: 'nadia_forno',
        body:
          'Mancano una cinquantina di voti per la valutazione. Se l’idea ti serve, farla leggere ' +
          'a una persona in più aiuta davvero.',
        daysAgo: 12,
        useful: 13,
      },
    ],
  },
  {
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
        useful: 16,
      },
      {
        author: 'elena_v',
        body:
          '“Always in the same place” is the hard part and the right part. It needs a template, ' +
          'once, for all packs.',
        daysAgo: 19,
        useful: 7,
      },
      {
        author: 'teresa_c',
        body: 'In biblioteca tutto ha lo stesso posto da centocinquant’anni. Confermo che funziona.',
        daysAgo: 15,
        useful: 5,
      },
      {
        author: 'anna_r',
        body: 'Si sposa bene con le etichette grandi: già che le ristampate, mettetela lì.',
        daysAgo: 9,
        useful: 8,
      },
    ],
    locale: 'en',
  },
  {
    title: 'Una scatola per torte che stia nel portapacchi',
    body:
      'La scatola della torta è quadrata e larga, il mio portapacchi è lungo e stretto. Ogni ' +
      'domenica la torta arriva in diagonale, con le fragole tutte da un lato.\n\n' +
      'Basterebbe **un’altezza in più e due occhielli** per passarci l’elastico. Il resto lo ' +
      'fanno le gambe.',
    category: 'packaging',
    tags: ['bicicletta', 'torte', 'scatole'],
    author: 'beppe_ciclo',
    daysAgo: 36,
    votes: 38,
    moves: [],
    comments: [
      {
        author: 'davide_q',
        body:
          'In officina ho una dima con le misure dei portapacchi più diffusi. La porto in ' +
          'negozio quando volete.',
        daysAgo: 35,
        useful: 12,
        replies: [
          {
            author: 'beppe_ciclo',
            body: 'E io porto la torta di prova. Qualcuno deve pur mangiarla, dopo il collaudo.',
            daysAgo: 34,
            useful: 9,
          },
        ],
      },
      {
        author: 'giulia_b',
        body: 'Con due bambini sul tandem e la torta sul manubrio, confermo l’urgenza.',
        daysAgo: 31,
        useful: 6,
      },
      {
        author: 'paolo_g',
        body: 'Quanti siete, in bici con la torta? Chiedo per il lotto minimo di stampa.',
        daysAgo: 24,
        useful: 1,
      },
    ],
  },
  {
    title: 'A dicembre, un disegno dei bambini sul sacchetto del pane',
    body:
      'Faccio il liceo artistico e disegno già sui vostri sacchetti, per conto mio. Propongo di ' +
      'farlo fare ai bambini delle elementari: **un disegno per scuola**, stampato sui sacchetti ' +
      'per un mese, in un colore solo.\n\n' +
      'Il tema non deve essere Natale per forza. “Che cosa si vede dalla finestra quando si fa ' +
      'colazione” per me sarebbe bellissimo.',
    category: 'packaging',
    tags: ['disegno', 'scuole', 'dicembre'],
    author: 'lea_d',
    daysAgo: 126,
    votes: 129,
    moves: [],
    comments: [
      {
        author: 'marco_t',
        body:
          'Ci sto con tutta la quarta. Una condizione: niente gara con un vincitore solo, si ' +
          'scelga un disegno per scuola e gli altri restino esposti in negozio.',
        daysAgo: 124,
        useful: 23,
        replies: [
          {
            author: 'lea_d',
            body:
              'Sì, nessuna gara. Odio le gare di disegno, le ho sempre vinte e ci restavano male ' +
              'tutti.',
            daysAgo: 123,
            useful: 18,
          },
        ],
      },
      {
        author: 'caterina_f',
        body:
          'Per la scuola servono le autorizzazioni delle famiglie e niente nomi interi. Nome e ' +
          'classe bastano.',
        daysAgo: 118,
        useful: 9,
      },
      {
        author: 'ilaria_p',
        body: 'Pietro disegna solo treni. Dalla sua finestra quindi passerà un treno, vi avviso.',
        daysAgo: 102,
        useful: 14,
        replies: [
          {
            author: 'marco_t',
            body: 'Un treno alla finestra a colazione mi pare la cosa più bella detta qui dentro.',
            daysAgo: 101,
            useful: 16,
          },
        ],
      },
      {
        author: 'gianni_p',
        body: 'Mio nipote è in prima. Se c’è il suo, ne tengo dieci.',
        daysAgo: 95,
        useful: 10,
      },
    ],
  },
]
