import type { DemoIdea } from './story.ts'

export const productIdeasOpen2: DemoIdea[] = [
  {
    title: 'La spongada tutto l’anno, non solo a Pasqua',
    body:
      'La spongada si fa a Pasqua e va bene. Però è anche il dolce più adatto alla merenda che ' +
      'conosca: poco dolce, morbida, sta in tasca senza sporcare.\n\n' +
      'Una volta al mese, di sabato, anche piccola. Poi a Pasqua la fate grande e siamo tutti ' +
      'contenti.',
    category: 'products',
    tags: ['tradizione', 'lievitati'],
    author: 'caterina_f',
    daysAgo: 111,
    votes: 63,
    moves: [],
    comments: [
      {
        author: 'gianni_p',
        body: 'Se c’è sempre non la aspetta più nessuno. Certe cose sono buone anche perché finiscono.',
        daysAgo: 109,
        useful: 12,
        replies: [
          {
            author: 'caterina_f',
            body:
              'Per questo dico una volta al mese, non tutti i giorni. L’attesa resta, solo più ' +
              'corta.',
            daysAgo: 108,
            useful: 15,
          },
        ],
      },
      {
        author: 'teresa_c',
        body:
          'Nei ricettari che ho in biblioteca compare anche a San Giuseppe e ai battesimi. La ' +
          'Pasqua è diventata l’unica data piuttosto di recente, almeno da queste parti.',
        daysAgo: 100,
        useful: 9,
      },
      {
        author: 'martina_e',
        body: 'Se la fate sabato, io torno a casa sabato. È così che si decidono i treni.',
        daysAgo: 58,
        useful: 4,
      },
    ],
  },
  {
    title: 'Fette biscottate con farina di grano saraceno',
    body:
      'Il saraceno dà un sapore di nocciola e le fette restano croccanti anche con la marmellata ' +
      'bagnata. In mensa ho provato una teglia per i colleghi, è finita prima delle dieci.\n\n' +
      'Non tutto saraceno, altrimenti si sbriciolano: un quarto basta.',
    category: 'products',
    tags: ['saraceno', 'colazione', 'fette'],
    author: 'ioana_p',
    daysAgo: 141,
    votes: 45,
    moves: [],
    comments: [
      {
        author: 'chiara_l',
        body:
          'Piccola nota: un quarto di saraceno e tre quarti di frumento resta **con glutine**. ' +
          'So che Ioana lo sa, lo scrivo per chi legge in fretta.',
        daysAgo: 138,
        useful: 10,
      },
      {
        author: 'franco_d',
        body: 'Purché non siano dure. I miei denti hanno fatto il loro.',
        daysAgo: 133,
        useful: 6,
      },
      {
        author: 'dario_m',
        body: 'Un quarto è il massimo, sì. Con una seconda tostatura più lunga, a forno che si spegne.',
        daysAgo: 90,
        useful: 3,
      },
    ],
  },
  {
    title: 'A seeded loaf that survives until Thursday',
    body:
      'I shop on Sunday. By Wednesday my lovely loaf is a doorstop and I am back to crackers.\n\n' +
      'Could you make a **tin loaf with soaked seeds**, a bit of oats and a long ferment, ' +
      'designed to be eaten slowly? Sunflower, flax, pumpkin. Not sweet. It does not need to be ' +
      'pretty, it needs to be there on Thursday.',
    category: 'products',
    tags: ['bread', 'seeds', 'keeping'],
    author: 'hannah_w',
    daysAgo: 53,
    votes: 112,
    moves: [],
    comments: [
      {
        author: 'lars_e',
        body:
          'Soak the seeds overnight and they give the water back slowly. This is the whole ' +
          'secret and it costs nothing.',
        daysAgo: 51,
        useful: 16,
      },
      {
        author: 'priya_n',
        body:
          'Please sell it unsliced and let us choose. Sliced bread dries twice as fast, I have ' +
          'measured (I know).',
        daysAgo: 49,
        useful: 7,
        replies: [
          {
            author: 'hannah_w',
            body: 'I would like to see the chart, and I am not joking.',
            daysAgo: 48,
            useful: 9,
          },
        ],
      },
      {
        author: 'gianni_p',
        body:
          'Il pane che dura quattro giorni esiste, si chiama pane. Basta non lasciarlo nella ' +
          'plastica.',
        daysAgo: 45,
        useful: 2,
        replies: [
          {
            author: 'hannah_w',
            body: 'Fair. I tried the linen bag you lot recommend and it bought me a day. I want two.',
            daysAgo: 44,
            useful: 14,
          },
        ],
      },
      {
        author: 'tommaso_valdoro',
        body:
          'Following this with interest. For now, a tip from the lab: cut side down on a wooden ' +
          'board, no bag at all until the second evening.',
        daysAgo: 30,
        useful: 20,
      },
      {
        author: 'grace_a',
        body: 'I would bring this to the lab fridge and defend it.',
        daysAgo: 14,
        useful: 4,
      },
    ],
    locale: 'en',
  },
  {
    title: 'Biscotti per cani con gli avanzi del banco',
    body:
      'Pane secco, un po’ d’acqua, olio, forno basso. Niente sale, niente uvetta, niente ' +
      'cioccolato. Sono biscotti onesti e i miei due cani li preferiscono a quelli con l’osso ' +
      'disegnato sopra.\n\n' +
      'Da veterinaria scrivo io la lista di quello che **non** ci deve finire dentro.',
    category: 'products',
    tags: ['animali', 'avanzi', 'biscotti'],
    author: 'valentina_m',
    daysAgo: 84,
    votes: 152,
    moves: [],
    comments: [
      {
        author: 'gianni_p',
        body: 'Prima le persone, poi i cani. Se avanza pane, datelo a chi non ce l’ha.',
        daysAgo: 82,
        useful: 7,
        replies: [
          {
            author: 'fatou_d',
            body:
              'Nel nostro centro il pane invenduto lo ritiriamo due volte la settimana e ne ' +
              'resta comunque. Le due cose stanno insieme, se si fa prima il giro giusto.',
            daysAgo: 81,
            useful: 24,
          },
          {
            author: 'valentina_m',
            body: 'D’accordissimo con @fatou_d. Solo quello che nessuno può più mangiare.',
            daysAgo: 81,
            useful: 19,
          },
        ],
      },
      {
        author: 'paolo_g',
        body:
          'Attenzione, gli alimenti per animali hanno regole loro: registrazione, etichetta, ' +
          'locali. Non è un dettaglio.',
        daysAgo: 77,
        useful: 13,
      },
      {
        author: 'lucia_s',
        body:
          'E il pane con olive o cipolla va separato prima. Chi lo fa, alle otto di sera? Non è ' +
          'una domanda retorica, serve un turno.',
        daysAgo: 76,
        useful: 8,
      },
      {
        author: 'lea_d',
        body: 'Il mio cane si chiama Briciola. Non aggiungo altro.',
        daysAgo: 60,
        useful: 11,
      },
      {
        author: 'nadia_forno',
        body:
          'Discussione bella e utile. Un promemoria gentile: il giro delle eccedenze verso il ' +
          'centro diurno esiste già e ha la precedenza su tutto.',
        daysAgo: 59,
        useful: 9,
      },
    ],
  },
  {
    title: 'Un panino vegetariano che non sia una punizione',
    body:
      'Pomodoro e mozzarella a gennaio no. L’insalata che esce dal panino al primo morso neanche.' +
      '\n\n' +
      'Vi dico il mio: pane ai semi, **zucca arrosto, crema di ceci, cipolla rossa sotto ' +
      'aceto**. D’estate melanzane al posto della zucca. Si fa la mattina, regge fino al treno ' +
      'delle 13:40.',
    category: 'products',
    tags: ['panino', 'vegetariano', 'pranzo'],
    author: 'martina_e',
    daysAgo: 26,
    votes: 71,
    moves: [],
    comments: [
      {
        author: 'tobia_m',
        body: 'Io ci metterei la salamella. Ah, no. Ok.',
        daysAgo: 25,
        useful: 8,
        replies: [
          {
            author: 'martina_e',
            body: 'Ti vogliamo bene lo stesso.',
            daysAgo: 24,
            useful: 17,
          },
        ],
      },
      {
        author: 'youssef_e',
        body:
          'La zucca ve la porto io, quella giusta è la mantovana, asciutta. Con la crema di ceci ' +
          'ci va il limone, poco.',
        daysAgo: 23,
        useful: 12,
      },
      {
        author: 'simona_u',
        body:
          'Ceci e pane insieme sono un piatto completo. E costano meno del prosciutto, quindi mi ' +
          'aspetto un prezzo coerente.',
        daysAgo: 18,
        useful: 6,
      },
      {
        author: 'matteo_c',
        body: 'Funziona anche alle sei di sera, che per me è colazione?',
        daysAgo: 11,
        useful: 5,
      },
    ],
  },
  {
    title: 'Scones on Saturday, or whatever you want to call them',
    body:
      'You have the butter, you have the oven, you have the patience. A plain scone with a ' +
      'little polenta flour would be a proper **valley scone**, and I would stop making bad ones ' +
      'at home.\n\n' +
      'I will supply the argument about jam first or cream first, free of charge.',
    category: 'products',
    tags: ['scones', 'saturday', 'tea'],
    author: 'james_o',
    daysAgo: 6,
    votes: 19,
    moves: [],
    comments: [
      {
        author: 'maddalena_uk',
        body: 'Jam first. I have dual loyalties in most things but not in this.',
        daysAgo: 5,
        useful: 8,
      },
      {
        author: 'hannah_w',
        body: 'Cream first. @maddalena_uk has been in Bristol too long.',
        daysAgo: 5,
        useful: 6,
        replies: [
          {
            author: 'james_o',
            body: 'And there it is, in under a day.',
            daysAgo: 4,
            useful: 10,
          },
        ],
      },
      {
        author: 'nonna_piera',
        body:
          'Mio nipote mi ha tradotto. Con la farina gialla fina verranno bene, ma il burro ' +
          'freddo, mi raccomando.',
        daysAgo: 3,
        useful: 13,
      },
    ],
    locale: 'en',
  },
]
