import type { DemoIdea } from './story.ts'

export const productIdeasOpen1: DemoIdea[] = [
  {
    title: 'I frollini della domenica, con la ricetta nella confezione',
    body:
      'Ogni mese un frollino diverso e, dentro la confezione, un cartoncino con la ricetta **in ' +
      'dosi da casa**: due etti di farina, non venti chili.\n\n' +
      'A scuola i bambini leggono volentieri solo quello che poi possono mangiare. La domenica ' +
      'lo rifanno con i nonni, e il lunedì portano in classe quello che è rimasto, cioè quasi ' +
      'niente.\n\n' +
      '- un formato piccolo, da assaggio\n' +
      '- il cartoncino staccabile, da appendere al frigo\n' +
      '- dietro, chi ha inventato quel biscotto',
    category: 'products',
    tags: ['frollini', 'ricette', 'bambini'],
    author: 'marco_t',
    daysAgo: 9,
    votes: 241,
    moves: [],
    comments: [
      {
        author: 'teresa_c',
        body:
          'Ho quarant’anni di cartoncini appiccicati in un quaderno. Se li fate, vi prego, carta ' +
          'spessa e **niente patinato**: ci si deve poter scrivere sopra “meno zucchero”.',
        daysAgo: 8,
        useful: 31,
        replies: [
          {
            author: 'marco_t',
            body:
              '@teresa_c aggiunto mentalmente. Il “meno zucchero” scritto a matita è metà della ' +
              'ricetta.',
            daysAgo: 7,
            useful: 18,
          },
          {
            author: 'elena_v',
            body:
              'Un cartoncino da 300 grammi non patinato costa anche meno. Lo dico da chi li ' +
              'stampa.',
            daysAgo: 7,
            useful: 9,
          },
        ],
      },
      {
        author: 'dario_m',
        body:
          'Bella, ma attenzione: le nostre dosi non si dividono per dieci e via. Cambiano forno, ' +
          'burro, tempi. Ogni ricetta va riprovata in una cucina vera, altrimenti a casa viene ' +
          'un sasso e la colpa è del forno.',
        daysAgo: 7,
        useful: 14,
        replies: [
          {
            author: 'giorgia_t',
            body:
              'Allora si candidi chi ha una cucina vera. Io provo il primo, forno a gas del ' +
              '1998, più vero di così.',
            daysAgo: 6,
            useful: 22,
            replies: [
              {
                author: 'nonna_piera',
                body: 'E io provo il secondo, ma lo provo a occhio e poi vi dico quanto era.',
                daysAgo: 5,
                useful: 27,
              },
            ],
          },
        ],
      },
      {
        author: 'youssef_e',
        body:
          'Le mie figlie volevano votare in tre dal mio telefono. Un voto a persona, quindi ' +
          'hanno discusso un’ora e poi ho votato io. Consideratele a bordo.',
        daysAgo: 6,
        useful: 8,
      },
      {
        author: 'paolo_g',
        body:
          'Un frollino diverso al mese vuol dire dodici etichette e dodici liste di allergeni. ' +
          'Partirei da quattro l’anno, uno per stagione: stessa festa, un terzo della burocrazia.',
        daysAgo: 5,
        useful: 6,
        replies: [
          {
            author: 'marco_t',
            body: 'Quattro l’anno mi va benissimo. Anzi, così l’attesa fa parte del gioco.',
            daysAgo: 4,
            useful: 11,
          },
        ],
      },
      {
        author: 'simona_u',
        body:
          'Mi piace che il formato sia piccolo. Un biscotto fatto insieme vale più di un pacco ' +
          'davanti alla televisione, e lo dico con affetto per entrambi.',
        daysAgo: 4,
        useful: 12,
      },
      {
        author: 'irene_forno',
        body:
          'Leggo e prendo appunti: ho chiesto a Tommaso di tirare fuori il quaderno di nonna ' +
          'Rina. Non è una promessa, l’idea è ancora al voto, però le macchie di burro ci sono ' +
          'già.',
        daysAgo: 2,
        useful: 16,
      },
    ],
  },
  {
    title: 'Un pane che si chiama come mia nonna',
    body:
      'Ogni mese un pane prende il nome di una nonna scelta tra chi scrive qui. La mia si ' +
      'chiamava Ortensia e faceva le bine, due pagnottine attaccate che si spezzano a metà.\n\n' +
      'Da finire: come si sceglie, e se vale anche per i nonni.',
    category: 'products',
    tags: ['pane', 'nomi', 'famiglia'],
    author: 'martina_e',
    daysAgo: 3,
    votes: 0,
    moves: [
      {
        to: 'draft',
        daysAgo: 3,
        by: 'martina_e',
        note: 'Bozza salvata da chi la scrive, non ancora pubblicata.',
      },
    ],
    comments: [],
  },
  {
    title: 'Cialde di pane per il gelato',
    body:
      'Pane di ieri tagliato sottile, passato con burro e zucchero, stampato a cono mentre è ' +
      'caldo. Al bar ho provato con la piastra dei toast: il terzo cono stava in piedi.\n\n' +
      'Con il gelato alla crema è come il pane e latte di quando eravamo piccoli, ma in strada.',
    category: 'products',
    tags: ['gelato', 'pane', 'estate'],
    author: 'omar_b',
    daysAgo: 1,
    votes: 0,
    moves: [
      {
        to: 'pending_review',
        daysAgo: 1,
        by: 'omar_b',
        note: 'In attesa di lettura prima della pubblicazione.',
      },
    ],
    comments: [],
  },
  {
    title: 'Grissini tirati a mano, lunghi quanto il tavolo',
    body:
      'Quelli storti, diversi uno dall’altro, che sporgono dal sacchetto e si rompono in ' +
      'bicicletta. Con le briciole di sale grosso in punta.\n\n' +
      'Li farei solo il sabato. Il gatto li ruba interi, quindi la lunghezza per noi è anche una ' +
      'questione di ordine pubblico.',
    category: 'products',
    tags: ['grissini', 'aperitivo'],
    author: 'valentina_m',
    daysAgo: 134,
    votes: 88,
    moves: [],
    comments: [
      {
        author: 'nonna_piera',
        body:
          'Si tirano dal centro verso fuori e non si torna mai indietro. Se torni indietro si ' +
          'offendono.',
        daysAgo: 130,
        useful: 19,
      },
      {
        author: 'bianca_n',
        body:
          'Al banco sono un tormento: dieci minuti per imbustarli senza spezzarli. Metteteli in ' +
          'un vaso e che ognuno prenda i suoi.',
        daysAgo: 128,
        useful: 8,
        replies: [
          {
            author: 'valentina_m',
            body: 'Il vaso è meglio della mia idea. Lo adotto.',
            daysAgo: 127,
            useful: 10,
          },
        ],
      },
      {
        author: 'paolo_g',
        body: 'A peso o al pezzo? Se sono tutti diversi, a peso.',
        daysAgo: 101,
        useful: 2,
      },
    ],
  },
  {
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
        useful: 11,
      },
      {
        author: 'giorgia_t',
        body:
          'Con due terzi di segale serve pazienza: si taglia dopo ventiquattro ore, non prima. ' +
          'Chi lo compra la mattina per pranzo ci resta male. Scrivetelo sul cartellino.',
        daysAgo: 150,
        useful: 14,
        replies: [
          {
            author: 'lars_e',
            body: '“Non tagliare oggi”: già questo, come cartellino, mi fa venire voglia di comprarlo.',
            daysAgo: 149,
            useful: 17,
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
            useful: 13,
          },
        ],
      },
      {
        author: 'chen_w',
        body:
          'Proposta di mezzo: una micca piccola, così chi non è sicuro non si ritrova con un ' +
          'mattone da un chilo.',
        daysAgo: 97,
        useful: 5,
      },
    ],
  },
  {
    title: 'Torta di rose in formato colazione',
    body:
      'La signora che assisto dice che una torta di rose intera è una festa, e a 91 anni le ' +
      'feste stancano. Ma una rosa sola, la mattina, con il caffellatte, si può.\n\n' +
      '**Una rosa sola**, nel suo pirottino, con il burro montato come si deve. Lei ha già ' +
      'votato, dal suo telefono, con il suo dito.',
    category: 'products',
    tags: ['torta', 'colazione', 'tradizione'],
    author: 'svetlana_o',
    daysAgo: 62,
    votes: 197,
    moves: [],
    comments: [
      {
        author: 'nonna_piera',
        body:
          'Dille che io ne ho 82 e sono d’accordo. Il burro però montato a mano, che la macchina ' +
          'lo scalda.',
        daysAgo: 60,
        useful: 33,
        replies: [
          {
            author: 'svetlana_o',
            body: 'Ha risposto: “Questa qui sa quello che dice”.',
            daysAgo: 59,
            useful: 28,
          },
        ],
      },
      {
        author: 'omar_b',
        body:
          'Al bar la venderei a occhi chiusi. Una rosa sola sta nel piattino del cappuccino, è ' +
          'perfetta.',
        daysAgo: 55,
        useful: 10,
      },
      {
        author: 'dario_m',
        body:
          'Da sola cuoce in fretta e i petali esterni seccano. Nove rose in teglia, vicine, e si ' +
          'staccano dopo. Così restano morbide sui fianchi.',
        daysAgo: 51,
        useful: 9,
        replies: [
          {
            author: 'giorgia_t',
            body: 'Sì, come i panini al latte. E il bordo strappato è anche più bello.',
            daysAgo: 50,
            useful: 7,
          },
        ],
      },
      {
        author: 'simona_u',
        body: 'Quanto pesa una rosa? Chiedo per me, non per i pazienti.',
        daysAgo: 44,
        useful: 3,
      },
      {
        author: 'youssef_e',
        body: 'Le mie figlie la chiamano “il fiore col burro”. Tre voti mancati per età, vi avviso.',
        daysAgo: 20,
        useful: 6,
      },
    ],
  },
]
