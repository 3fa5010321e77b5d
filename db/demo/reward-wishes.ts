/** Who took what, when, and what the bakery did then; without `by`, whoever could and would. */
export type DemoWish = {
  slug: string
  daysAgo: number
  by?: string
  steps?: {
    to: 'approved' | 'sent' | 'delivered' | 'cancelled'
    daysAgo: number
    tracking?: string
    note?: string
  }[]
}

const gifts = [300, 262, 240, 205, 188, 171, 150, 121, 98, 90, 74, 61, 52, 44, 37, 33, 21, 16, 9, 4]
const loaves = [320, 284, 251, 207, 163, 128, 111, 86, 57, 35, 18, 6]
const names = [270, 196, 139, 82, 47, 13]

/** How a prize went from the desk to the door. */
const arrived = (daysAgo: number, tracking: string): DemoWish['steps'] => [
  { to: 'sent', daysAgo: daysAgo - 4, tracking },
  { to: 'delivered', daysAgo: daysAgo - 8 },
]

export const wishes: DemoWish[] = [
  ...gifts.map((daysAgo) => ({ slug: 'pane-per-la-mensa', daysAgo })),
  ...loaves.map((daysAgo) => ({ slug: 'una-pagnotta', daysAgo })),
  ...names.map((daysAgo) => ({ slug: 'il-tuo-nome-sul-muro', daysAgo })),
  { slug: 'panettone-di-marzo', daysAgo: 246, steps: arrived(246, 'PV-0311') },
  { slug: 'panettone-di-marzo', daysAgo: 244, steps: arrived(244, 'PV-0312') },
  { slug: 'panettone-di-marzo', daysAgo: 241, steps: arrived(241, 'PV-0315') },
  { slug: 'scatola-di-latta', daysAgo: 95, steps: arrived(95, 'PV-0820') },
  {
    slug: 'scatola-di-latta',
    daysAgo: 70,
    steps: [
      {
        to: 'cancelled',
        daysAgo: 67,
        note: 'Le scatole di questo giro erano ammaccate: non te la mandiamo così.',
      },
    ],
  },
  { slug: 'borsa-di-sacco', daysAgo: 40, steps: arrived(40, 'PV-1013') },
  {
    slug: 'scatola-di-latta',
    daysAgo: 6,
    steps: [{ to: 'sent', daysAgo: 2, tracking: 'PV-1120' }],
  },
  { slug: 'borsa-di-sacco', daysAgo: 3 },
  { slug: 'scatola-di-latta', daysAgo: 1 },
  { slug: 'una-notte-al-forno', daysAgo: 2 },
  { slug: 'una-pagnotta', daysAgo: 29, by: 'giulia_b' },
  {
    slug: 'borsa-di-sacco',
    daysAgo: 5,
    by: 'giulia_b',
    steps: [{ to: 'sent', daysAgo: 1, tracking: 'PV-1121' }],
  },
  {
    slug: 'una-pagnotta',
    daysAgo: 47,
    by: 'giulia_b',
    steps: [
      {
        to: 'cancelled',
        daysAgo: 45,
        note: 'Quel giorno il forno era fermo: i chicchi sono di nuovo tuoi.',
      },
    ],
  },
]
