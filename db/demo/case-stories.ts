import type { CasePriority } from '#app/domain/care/state.rules.ts'

type Step =
  | { hoursLater: number; says: string }
  | { hoursLater: number; answers: string; as: 'open' | 'waiting' | 'solved' }
  | { hoursLater: number; notes: string }
  | { hoursLater: number; rates: number; because: string }
  | {
      hoursLater: number
      takes?: boolean
      tags?: string[]
      priority?: CasePriority
      snoozedHours?: number
    }

/** What somebody wrote to care, and what came of it; who has no handle wrote signed out. */
export type DemoCase = {
  by: string | { name: string; email: string }
  hoursAgo: number
  topic: 'product' | 'order' | 'account' | 'privacy' | 'press' | 'other'
  subject: string
  body: string
  product?: string
  batch?: string
  shop?: string
  locale?: 'it' | 'en'
  steps?: Step[]
}

export const demoCases: DemoCase[] = [
  {
    by: 'giulia_b',
    hoursAgo: 6 * 24,
    topic: 'product',
    subject: 'Fette biscottate rotte in tutta la confezione',
    body: 'Ho aperto la scatola stamattina: su diciotto fette ne erano intere quattro. La scatola fuori era perfetta, quindi credo sia successo prima.',
    product: 'Fette biscottate di farro',
    batch: 'L2261 C',
    shop: 'Forno di via Trento, Brescia',
    steps: [
      { hoursLater: 1, takes: true, tags: ['rotture'] },
      {
        hoursLater: 2,
        answers:
          'Ciao Giulia, mi dispiace: quattro su diciotto è davvero troppo poco. Riesci a mandarci una foto della scatola e dell’interno? Così capiamo se è il lotto o il trasporto.\n\nEttore',
        as: 'waiting',
      },
      { hoursLater: 26, says: 'Certo, le ho appena fatte. Le allego stasera appena torno a casa.' },
      {
        hoursLater: 27,
        notes: 'Terza segnalazione sul lotto L2261. @saverio_forno ha fermato il bancale.',
      },
      {
        hoursLater: 28,
        answers:
          'Grazie. Intanto ti ho messo da parte una scatola nuova al forno di via Trento: basta dire il tuo nome.',
        as: 'open',
      },
    ],
  },
  {
    by: 'marco_t',
    hoursAgo: 20 * 24,
    topic: 'order',
    subject: 'La scatola di latta non è arrivata',
    body: 'Il premio risulta spedito da due settimane, ma il corriere dice che il codice non esiste.',
    steps: [
      { hoursLater: 3, takes: true, tags: ['corriere'] },
      {
        hoursLater: 4,
        answers:
          'Ciao Marco, il codice aveva una cifra sbagliata: era PV-1102. È in consegna domani.',
        as: 'waiting',
      },
      { hoursLater: 40, says: 'Arrivata, grazie mille!' },
      { hoursLater: 41, answers: 'Ottimo, buona merenda.', as: 'solved' },
      {
        hoursLater: 44,
        rates: 4,
        because: 'Gentili e veloci. Il codice giusto subito sarebbe stato da cinque.',
      },
    ],
  },
  {
    by: 'samira_k',
    hoursAgo: 5,
    topic: 'product',
    subject: 'C’è il latte tra gli ingredienti dei grissini?',
    body: 'Mia figlia è allergica. Sulla vecchia confezione non c’era, su quella nuova non riesco a leggere l’ultima riga.',
    product: 'Grissini al rosmarino',
    shop: 'Supermercato Poli, Trento',
    steps: [{ hoursLater: 0.5, priority: 'urgent', tags: ['allergeni'] }],
  },
  {
    by: { name: 'Carla Benedetti', email: 'carla.benedetti@example.org' },
    hoursAgo: 30,
    topic: 'product',
    subject: 'Pane di segale ammuffito prima della data',
    body: 'Comprato sabato, data di scadenza giovedì: martedì aveva già la muffa sul fondo.',
    product: 'Pane di segale',
    batch: 'L2270 A',
    shop: 'Negozio di Desenzano',
  },
  {
    by: 'nonna_piera',
    hoursAgo: 52,
    topic: 'account',
    subject: 'Non trovo più la mia idea della torta di pane',
    body: 'L’avevo scritta a ottobre con mio nipote. Adesso se la cerco non viene fuori.',
    steps: [
      { hoursLater: 2, takes: true },
      {
        hoursLater: 3,
        answers:
          'Buongiorno Piera, l’abbiamo unita a quella di Teresa, che proponeva la stessa torta: i voti sono tutti lì, anche i suoi. Le va bene così?',
        as: 'waiting',
      },
    ],
  },
  {
    by: { name: 'Redazione Gusto Lombardo', email: 'redazione@gustolombardo.example' },
    hoursAgo: 75,
    topic: 'press',
    subject: 'Intervista per il numero di Natale',
    body: 'Vorremmo raccontare il panettone di marzo e come lo avete scelto con la community. Avete mezz’ora la settimana prossima?',
    steps: [{ hoursLater: 20, takes: true, snoozedHours: 24 * 6 }],
  },
  {
    by: 'hannah_w',
    hoursAgo: 9,
    topic: 'order',
    locale: 'en',
    subject: 'Can the canvas bag be sent to England?',
    body: 'I have the points for it, but the form only lets me choose Italian provinces.',
    steps: [{ hoursLater: 1, takes: true }],
  },
  {
    by: 'beppe_ciclo',
    hoursAgo: 26,
    topic: 'other',
    subject: 'Orari del forno di Lumezzane',
    body: 'Il sito dice 7, ma alle 7 e mezza era ancora chiuso. Sono arrivato in bici apposta.',
  },
  {
    by: 'dario_m',
    hoursAgo: 33 * 24,
    topic: 'privacy',
    subject: 'Vorrei sapere quali dati avete',
    body: 'Mi basta un elenco, non serve cancellare niente.',
    steps: [
      { hoursLater: 5, takes: true, tags: ['dati'] },
      {
        hoursLater: 6,
        answers:
          'Ciao Dario, trovi tutto in «La mia pagina», sotto «Privacy»: lì puoi anche scaricare una copia.',
        as: 'solved',
      },
      { hoursLater: 30, rates: 5, because: '' },
    ],
  },
  {
    by: 'teresa_c',
    hoursAgo: 3,
    topic: 'product',
    subject: 'Un pezzetto di plastica nella farina',
    body: 'Piccolo, blu, duro. L’ho tenuto da parte. Non mi sono fatta niente ma vorrei capire.',
    product: 'Farina di grano tenero tipo 1',
    batch: 'L2268 B',
    shop: 'Mulino, spaccio aziendale',
    steps: [{ hoursLater: 0.2, priority: 'urgent', tags: ['corpo estraneo'] }],
  },
]
