import { buyer, type DossierStory, law, oven } from './dossier-story.ts'

/** What is being weighed today, each a step further than the next. */
export const inTheWorks: DossierStory[] = [
  {
    idea: 'Pane e marmellata a metà mattina nelle scuole',
    openedDaysAgo: 30,
    given: [
      { by: oven, daysAgo: 27, scores: [3, 3, 3, 5, 4, 2] },
      { by: buyer, daysAgo: 26, scores: [3, 2, 3, 5, 4, 3] },
      {
        by: law,
        daysAgo: 22,
        scores: [3, 3, 3, 5, 4, 2],
        notes: { legal: 'Gli allergeni vanno gestiti classe per classe. Si può, ma serve tempo.' },
      },
    ],
    verdict: { daysAgo: 6, scores: [3, 3, 3, 5, 4, 2] },
  },
  {
    idea: 'Un pane con il nome del campo da cui viene',
    openedDaysAgo: 24,
    dueInDays: 4,
    given: [
      { by: oven, daysAgo: 21, scores: [3, 2, 2, 5, 5, 4] },
      { by: buyer, daysAgo: 20, scores: [3, 2, 3, 5, 5, 4] },
      { by: law, daysAgo: 18, scores: [4, 3, 3, 5, 4, 4] },
    ],
    verdict: { daysAgo: 4, scores: [3, 2, 3, 5, 5, 4] },
    result: {
      cost: [6000, 9000],
      weeks: [20, 30],
      explanation:
        'Tenere separati i grani di due campi si può. Costa in silos e in pazienza: **partiremmo da ' +
        'un campo solo**, quello dei Ferri.',
    },
  },
  {
    idea: 'Una notte al forno, per vedere come nasce il pane',
    openedDaysAgo: 20,
    dueInDays: 6,
    given: [
      {
        by: buyer,
        daysAgo: 15,
        scores: [4, 4, 4, 5, 3, 3],
        notes: { cost: 'Cuffie, camici e un caffè. Il conto è questo.' },
      },
      {
        by: law,
        daysAgo: 12,
        scores: [3, 4, 4, 5, 3, 2],
        notes: { legal: 'Di notte, tra le macchine: serve una copertura in più e gruppi di sei.' },
      },
    ],
  },
  {
    idea: 'Una scatola di latta da riempire in negozio',
    openedDaysAgo: 15,
    dueInDays: 9,
    given: [
      {
        by: oven,
        daysAgo: 13,
        scores: [4, 4, 4, 5, 5, 4],
        notes: {
          cost: 'Le scatole di mia nonna le abbiamo pagate una volta sola, e ci sono ancora.',
        },
      },
      {
        by: buyer,
        daysAgo: 12,
        scores: [4, 1, 3, 5, 5, 4],
        notes: {
          cost: 'Tre preventivi: sotto le cinquemila scatole nessuno ci fa un prezzo sensato.',
        },
      },
      {
        by: law,
        daysAgo: 9,
        scores: [4, 3, 3, 5, 5, 2],
        notes: {
          legal: 'Il contenitore di chi compra entra nel nostro banco: l’igiene è un tema vero.',
        },
      },
    ],
    talk: [
      {
        by: buyer,
        daysAgo: 8,
        about: 'cost',
        body: 'Tommaso, tu conti la scatola che dura. Io conto **la fattura di marzo**.',
      },
      {
        by: oven,
        daysAgo: 7.8,
        about: 'cost',
        body: 'Hai ragione sui numeri. E se le facessimo pagare a chi la vuole, a prezzo di costo?',
      },
      {
        by: law,
        daysAgo: 7,
        about: 'legal',
        body: 'Se la scatola la vendiamo noi, so com’è fatta. Se arriva da casa, la riempiamo solo di biscotti confezionati.',
      },
      {
        by: 'marta_valdoro',
        daysAgo: 5,
        body: 'Mi piace. Bice, mi chiedi un preventivo per mille? Poi decidiamo.',
      },
    ],
  },
  {
    idea: 'Tell us what a loaf costs you to make',
    openedDaysAgo: 9,
    dueInDays: 14,
    asked: [oven, buyer],
  },
]
