import type { DemoIdea } from './story.ts'

export const commitmentIdeasOpen: DemoIdea[] = [
  {
    title: 'La farina da un mulino a meno di trenta chilometri',
    body:
      'Ho cercato quanti chilometri fa il grano prima di arrivare nel mio panino. Non l’ho ' +
      'trovato scritto da nessuna parte, e penso che sia questo il problema.\n\n' +
      'Propongo che almeno **un pane, quello di tutti i giorni**, usi solo farina macinata entro ' +
      'trenta chilometri. E che il percorso sia scritto sul cartellino.',
    category: 'commitment',
    tags: ['filiera', 'mulino', 'territorio'],
    author: 'chen_w',
    daysAgo: 71,
    votes: 212,
    moves: [],
    comments: [
      {
        author: 'renzo_b',
        body:
          'Macinata entro trenta chilometri non vuol dire coltivata entro trenta chilometri. Il ' +
          'mulino può prendere grano da dove vuole. Chiedete tutte e due le cose.',
        daysAgo: 69,
        useful: 16,
        replies: [
          {
            author: 'chen_w',
            body: 'Buona osservazione. Allora due righe: dove è cresciuto e dove è stato macinato.',
            daysAgo: 68,
            useful: 13,
          },
        ],
      },
      {
        author: 'dario_m',
        body:
          'In valle di grano ce n’è poco. Sicuri che il pane di tutti i giorni ci stia dentro? ' +
          'Io partirei dal pane del sabato.',
        daysAgo: 65,
        useful: 9,
      },
      {
        author: 'paolo_g',
        body: 'E quanto costa al chilo, prima di votare sì? Chiedo sul serio, non per dire di no.',
        daysAgo: 58,
        useful: 6,
      },
      {
        author: 'youssef_e',
        body:
          'Il cartellino con la strada fatta lo farei anche per la frutta. Se lo fate voi, vi ' +
          'copio.',
        daysAgo: 41,
        useful: 4,
      },
    ],
  },
  {
    title: 'Tirocini veri, con un mestiere alla fine',
    body:
      'Ho fatto sei mesi di tirocinio a riempire il frigo delle bibite. Ho imparato a riempire ' +
      'il frigo delle bibite.\n\n' +
      'Chiedo un posto all’anno, **pagato**, con un fornaio che insegna davvero e un foglio alla ' +
      'fine dove c’è scritto che cosa si sa fare. Meglio uno fatto bene che quattro per finta.',
    category: 'commitment',
    tags: ['lavoro', 'giovani', 'formazione'],
    author: 'omar_b',
    daysAgo: 160,
    votes: 147,
    moves: [],
    comments: [
      {
        author: 'bianca_n',
        body:
          'Ho cominciato a quindici anni spazzando, ma mi hanno anche messo davanti a un ' +
          'impasto. Fa tutta la differenza.',
        daysAgo: 157,
        useful: 20,
      },
      {
        author: 'dario_m',
        body:
          'Io un apprendista lo prendo ogni due anni e il primo mese rallento di brutto. Poi ' +
          'corre più di me. Si fa, ma bisogna volerlo.',
        daysAgo: 154,
        useful: 14,
      },
      {
        author: 'fatou_d',
        body:
          'E se uno dei posti fosse pensato per un ragazzo con disabilità? Ne conosco due che il ' +
          'pane lo guardano come gli altri guardano la partita.',
        daysAgo: 149,
        useful: 22,
        replies: [
          {
            author: 'omar_b',
            body: 'Sì. Metto il tuo commento nell’idea, se mi dai il permesso.',
            daysAgo: 148,
            useful: 18,
            replies: [
              {
                author: 'fatou_d',
                body: 'Tutto tuo. Anzi, nostro.',
                daysAgo: 147,
                useful: 12,
              },
            ],
          },
        ],
      },
    ],
  },
  {
    title: 'Il forno acceso con il sole, almeno in parte',
    body:
      'Ci passo sotto ogni settimana: il capannone di Borgo Rovera ha un tetto piatto, esposto a ' +
      'sud, senza un albero intorno. **È il tetto più fortunato che ho visto quest’anno.**\n\n' +
      'Il forno lavora di notte e il sole di giorno, quindi da solo non basta. Ma celle, ' +
      'frigoriferi e negozio lavorano di giorno eccome. Ho buttato giù due numeri su [un ' +
      'foglio](https://example.org/tetto-forno) da discutere.',
    category: 'commitment',
    tags: ['energia', 'tetto', 'fotovoltaico'],
    author: 'nicolo_r',
    daysAgo: 91,
    votes: 99,
    moves: [],
    comments: [
      {
        author: 'paolo_g',
        body:
          'Ho letto il foglio. I conti tornano in sette, nove anni, se il prezzo dell’energia ' +
          'non impazzisce. Cioè: probabile.',
        daysAgo: 89,
        useful: 8,
        replies: [
          {
            author: 'nicolo_r',
            body: 'Sono stato prudente apposta. Anche il mio capo dice che lo sono troppo.',
            daysAgo: 88,
            useful: 6,
          },
        ],
      },
      {
        author: 'renzo_b',
        body:
          'Prima il tetto. Se ha l’età che penso, metterci i pannelli e rifarlo dopo vuol dire ' +
          'pagarlo due volte.',
        daysAgo: 85,
        useful: 10,
      },
      {
        author: 'gianni_p',
        body: 'E la bolletta a noi scende? No. Allora perché devo votare?',
        daysAgo: 80,
        useful: 2,
        replies: [
          {
            author: 'nicolo_r',
            body: 'Perché il pane si fa con la bolletta di qualcuno, Gianni.',
            daysAgo: 79,
            useful: 11,
          },
        ],
      },
    ],
  },
  {
    title: 'Birra dal pane invenduto, con un birrificio della valle',
    body:
      'Il pane secco sostituisce un pezzo del malto: la ricetta esiste da cinquemila anni, non ' +
      'l’ho inventata io. Con quaranta chili faccio una cotta da trecento litri, **secca e un ' +
      'po’ affumicata**.\n\n' +
      'Una volta a stagione, poche bottiglie, etichetta con scritto da quale pane viene. Chi non ' +
      'beve la birra può sempre tenersi la storia.',
    category: 'commitment',
    tags: ['birra', 'recupero', 'avanzi'],
    author: 'michele_a',
    daysAgo: 116,
    votes: 176,
    moves: [],
    comments: [
      {
        author: 'lucia_s',
        body:
          'Solo quello che resta dopo il cestino e dopo il ritiro della sera, spero. Il pane ' +
          'buono resta pane.',
        daysAgo: 113,
        useful: 15,
        replies: [
          {
            author: 'michele_a',
            body:
              'Certo. Mi serve quello che nessuno mangerebbe, purché senza muffe. Il resto non ' +
              'lo tocco.',
            daysAgo: 112,
            useful: 19,
          },
        ],
      },
      {
        author: 'simona_u',
        body: 'Ricordatevi che si vende dove entrano anche i ragazzi. Regole chiare su a chi si dà.',
        daysAgo: 108,
        useful: 3,
      },
      {
        author: 'gianni_p',
        body: 'Finalmente una proposta sensata. Ho già trovato il bicchiere.',
        daysAgo: 100,
        useful: 16,
      },
      {
        author: 'grace_a',
        body:
          'Kwasi, my neighbour, makes something close to this with maize. I would love to ' +
          'compare, scientifically.',
        daysAgo: 92,
        useful: 7,
      },
    ],
  },
  {
    title: 'Keep one table free for those who want to talk',
    body:
      'My first winter here I knew nobody and I used to buy bread one piece at a time, just to ' +
      'have a reason to go in twice. The people behind the counter noticed. They never said so.' +
      '\n\n' +
      '**One table with a small sign**: you can sit here if you would like company. No ' +
      'programme, no group, no name tag. Someone will sit down.',
    category: 'commitment',
    tags: ['community', 'table', 'company'],
    author: 'grace_a',
    daysAgo: 12,
    votes: 33,
    moves: [],
    comments: [
      {
        author: 'franco_d',
        body: 'Io mi siedo volentieri. Porto le barzellette di cui parlavo altrove.',
        daysAgo: 11,
        useful: 20,
      },
      {
        author: 'hannah_w',
        body: 'I had the same winter, ten years earlier, in the same shop. Yes to the table.',
        daysAgo: 11,
        useful: 13,
      },
      {
        author: 'gianni_p',
        body: 'Il tavolo della briscola c’è già ed è pieno. Ma se uno vuole imparare, si siede.',
        daysAgo: 10,
        useful: 9,
      },
      {
        author: 'nadia_forno',
        body:
          'Grace, thank you for telling it like this. A person at the counter recognised the ' +
          'story and asked me to say hello.',
        daysAgo: 9,
        useful: 16,
      },
    ],
    locale: 'en',
  },
  {
    title: 'Uno scaffale dove lasciare latte e vasetti belli',
    body:
      'Chi ha troppe scatole le lascia, chi ne cerca una la prende. Uno scaffale piccolo vicino ' +
      'alla porta, **senza soldi e senza registro**.\n\n' +
      'Regola unica: pulite, con il loro coperchio. Quelle senza coperchio hanno già dato.',
    category: 'commitment',
    tags: ['riuso', 'scambio', 'scaffale'],
    author: 'giulia_b',
    daysAgo: 107,
    votes: 54,
    moves: [],
    comments: [
      {
        author: 'gianni_p',
        body: 'Tre, piene di bottoni. Le porto quando mia moglie è dal medico.',
        daysAgo: 105,
        useful: 15,
        replies: [
          {
            author: 'rosa_i',
            body: 'I bottoni li prendo io. Diglielo pure, a tua moglie, così siamo pari.',
            daysAgo: 104,
            useful: 18,
          },
        ],
      },
      {
        author: 'lucia_s',
        body:
          'Serve una persona che ogni tanto guardi. Gli scaffali di scambio muoiono di scatole ' +
          'della scarpa.',
        daysAgo: 98,
        useful: 7,
        replies: [
          {
            author: 'giulia_b',
            body: 'Mi offro per il giovedì, quando faccio la spesa. Finché reggo.',
            daysAgo: 97,
            useful: 10,
          },
        ],
      },
    ],
  },
]
