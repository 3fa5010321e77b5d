import type { DemoIdea } from './story.ts'

export const promotionIdeasOpen: DemoIdea[] = [
  {
    title: 'Sconto gentile per chi viene in bici o a piedi',
    body:
      'Davanti al negozio di Brescia c’è sempre una macchina in doppia fila con le quattro ' +
      'frecce. Chi arriva in bici o a piedi non occupa niente, non puzza e di solito è di buon ' +
      'umore.\n\n' +
      'Anche solo **un panino omaggio ogni cinque visite**. Basta il casco, o le scarpe bagnate.',
    category: 'promotions',
    tags: ['bicicletta', 'mobilità', 'sconto'],
    author: 'davide_q',
    daysAgo: 31,
    votes: 93,
    moves: [],
    comments: [
      {
        author: 'beppe_ciclo',
        body: 'Con quaranta chilometri al giorno vi mando in rovina. Voto sì e prometto moderazione.',
        daysAgo: 30,
        useful: 15,
      },
      {
        author: 'svetlana_o',
        body:
          'La mia signora non può camminare né andare in bici. Non vorrei che pagasse di più chi ' +
          'ha già meno.',
        daysAgo: 28,
        useful: 19,
        replies: [
          {
            author: 'davide_q',
            body:
              'Giusto. Allora niente sconto: una rastrelliera vera e una panchina all’ombra. ' +
              'Servono a tutti, anche a chi arriva piano.',
            daysAgo: 27,
            useful: 14,
            replies: [
              {
                author: 'svetlana_o',
                body: 'La panchina la inauguriamo noi due.',
                daysAgo: 26,
                useful: 17,
              },
            ],
          },
        ],
      },
      {
        author: 'paolo_g',
        body: 'E chi controlla? Non immagino il banco che chiede “mi faccia vedere le scarpe”.',
        daysAgo: 22,
        useful: 3,
      },
    ],
  },
  {
    title: 'La colazione dei nonni, il mercoledì',
    body:
      'Il mercoledì mattina, dalle otto alle dieci: chi viene con un nipote paga una colazione ' +
      'sola. Chi un nipote non ce l’ha può portare quello di un altro, **con permesso scritto ' +
      'della mamma**.\n\n' +
      'Io non ho nipoti. Però ho tempo, un buon repertorio di barzellette pulite e una passione ' +
      'per le brioche vuote.',
    category: 'promotions',
    tags: ['nonni', 'colazione', 'compagnia'],
    author: 'franco_d',
    daysAgo: 38,
    votes: 184,
    moves: [],
    comments: [
      {
        author: 'nonna_piera',
        body: 'Il mio nipote ha ventisei anni. Vale lo stesso o ha una scadenza?',
        daysAgo: 37,
        useful: 28,
        replies: [
          {
            author: 'franco_d',
            body: 'Il nipote non scade. Si indurisce un po’, ma con il caffellatte torna buono.',
            daysAgo: 36,
            useful: 25,
          },
        ],
      },
      {
        author: 'caterina_f',
        body: 'Il mercoledì i bambini sono a scuola. Se fosse il sabato, vi riempiamo la sala.',
        daysAgo: 33,
        useful: 11,
        replies: [
          {
            author: 'franco_d',
            body: 'Non avevo pensato alla scuola. Si vede che è passato del tempo. Sabato, allora.',
            daysAgo: 32,
            useful: 9,
          },
        ],
      },
      {
        author: 'gianni_p',
        body: 'Porto mio nipote e il mazzo di carte. Franco, tu porti le barzellette, io giudico.',
        daysAgo: 29,
        useful: 13,
      },
      {
        author: 'fatou_d',
        body:
          'Nel centro abbiamo ragazzi senza nonni vicino e qui ci sono nonni senza nipoti ' +
          'vicino. Se l’idea passa, una telefonata la farei.',
        daysAgo: 16,
        useful: 8,
      },
    ],
  },
  {
    title: 'A box of bread for those who moved away',
    body:
      'Not a hamper with straw and a ribbon. A plain box, **four times a year**, with what ' +
      'travels well: crispbread, rusks, frollini, a jar, and one thing I did not choose.\n\n' +
      'And a note from the lab about what the weather has been doing to the dough. I would pay ' +
      'for the note alone.',
    category: 'promotions',
    tags: ['shipping', 'box', 'homesick'],
    author: 'maddalena_uk',
    daysAgo: 44,
    votes: 105,
    moves: [],
    comments: [
      {
        author: 'hannah_w',
        body:
          'The reverse of this box is what my mother sends me from Leeds. It works. It is mostly ' +
          'tea and newspaper.',
        daysAgo: 43,
        useful: 6,
      },
      {
        author: 'martina_e',
        body:
          'Io vivo a trecento chilometri, non in un altro paese, ma il biglietto sul tempo che ' +
          'fa all’impasto lo voglio anch’io.',
        daysAgo: 40,
        useful: 10,
      },
      {
        author: 'paolo_g',
        body:
          'Fuori dall’Unione ci sono dazi e moduli per il burro. Cominciate dall’Italia, poi si ' +
          'vede.',
        daysAgo: 37,
        useful: 5,
        replies: [
          {
            author: 'maddalena_uk',
            body: 'Sensible, as usual. I have a cousin in Brescia and a large suitcase.',
            daysAgo: 36,
            useful: 7,
          },
        ],
      },
      {
        author: 'irene_forno',
        body:
          'I would happily write that note. This week it would say: humid, stubborn, worth the ' +
          'wait.',
        daysAgo: 28,
        useful: 15,
      },
    ],
    locale: 'en',
  },
  {
    title: 'Il calendario dei biscotti che aspetta dicembre',
    body:
      'Ventiquattro cassettini di cartone, ventiquattro biscotti. Non cioccolatini con la stella ' +
      'stampata: **biscotti veri, piccoli, diversi**, che si possono dire per nome.\n\n' +
      'L’oggetto lo disegno volentieri: si apre, si richiude, e l’anno dopo si riempie di nuovo. ' +
      'Propongo anche di farlo sfuso per chi ha ancora il vecchio.',
    category: 'promotions',
    tags: ['calendario', 'biscotti', 'attesa'],
    author: 'elena_v',
    daysAgo: 19,
    votes: 226,
    moves: [],
    comments: [
      {
        author: 'teresa_c',
        body:
          'Ventiquattro biscotti con un nome sono un piccolo vocabolario. Al numero 13 ci vuole ' +
          'qualcosa di coraggioso.',
        daysAgo: 18,
        useful: 21,
      },
      {
        author: 'giulia_b',
        body:
          'Ricaricabile l’anno dopo: hai detto la parola magica. A casa mia finirebbe accanto ' +
          'alle latte.',
        daysAgo: 18,
        useful: 17,
      },
      {
        author: 'dario_m',
        body:
          'Ventiquattro impasti diversi sono tanti. Otto impasti, tre forme ciascuno, e ne ' +
          'escono ventiquattro senza impazzire.',
        daysAgo: 17,
        useful: 10,
        replies: [
          {
            author: 'elena_v',
            body: 'Otto per tre. Dario, ti devo un calendario.',
            daysAgo: 16,
            useful: 15,
          },
        ],
      },
      {
        author: 'simona_u',
        body: 'Un biscotto piccolo al giorno ha il mio benestare. Non firmo niente, però.',
        daysAgo: 12,
        useful: 6,
      },
      {
        author: 'ilaria_p',
        body:
          'Un disegno sulla casella con la forma di quello che c’è dentro? Le sorprese vanno ' +
          'bene quasi a tutti. Quasi.',
        daysAgo: 8,
        useful: 9,
      },
      {
        author: 'elena_v',
        body:
          '@ilaria_p sì: sul retro del calendario, la mappa completa. Chi vuole la sorpresa non ' +
          'gira.',
        daysAgo: 7,
        useful: 7,
      },
    ],
  },
  {
    title: 'Il panino delle 7:15, a prezzo tondo',
    body:
      'La corriera passa alle 7:20. In cinque minuti si può comprare una cosa sola, e solo se ' +
      'non si aspetta il resto.\n\n' +
      '**Due euro**, un panino già pronto in un cestino vicino alla porta, si mette la moneta e ' +
      'via. Uno col salume, uno col formaggio. Vi giuro che lo compriamo tutti i giorni.',
    category: 'promotions',
    tags: ['scuola', 'panino', 'prezzo'],
    author: 'tobia_m',
    daysAgo: 14,
    votes: 81,
    moves: [],
    comments: [
      {
        author: 'paolo_g',
        body:
          'Due euro tondi, incasso garantito, nessun resto. Per una volta i miei conti dicono sì ' +
          'prima di me.',
        daysAgo: 13,
        useful: 9,
      },
      {
        author: 'bianca_n',
        body:
          'Il cestino con la moneta l’abbiamo fatto per anni, prima dei registratori. Adesso ' +
          'serve lo scontrino: meglio un lettore di carte vicino alla porta.',
        daysAgo: 12,
        useful: 11,
      },
      {
        author: 'martina_e',
        body: 'Uno vegetale. Ho un’idea pronta proprio qui accanto.',
        daysAgo: 9,
        useful: 7,
        replies: [
          {
            author: 'tobia_m',
            body: 'Va bene. Ma senza barbabietola.',
            daysAgo: 8,
            useful: 8,
          },
        ],
      },
    ],
  },
]
