type Words = { it: string; en: string }

/** What the house calls its points, and draws beside them. */
export type Noun = { one: Words; many: Words; icon: string }

/** What somebody of a level may do; null for as many as they like. */
export type Rights = {
  /** Links in one post. */
  links: number | null
  /** Pictures with one idea. */
  images: number | null
  /** People called by name in a day. */
  mentions: number | null
  /** Votes in a day. A house that saved its levels before votes were counted has none. */
  votes?: number | null
  /** Whether their posts are shown before anybody of the staff has looked, where a category asks for that. */
  unreviewed: boolean
}

/** A level, reached with `from` points earned in total. */
export type Level = { name: Words; from: number; rights: Rights }

/** How the house gives points, and what they are worth. */
export type PointSettings = {
  pointNoun: Noun
  /** In ascending order; the first is from 0. */
  pointLevels: Level[]
  /** Months after which confirmed points end, on the last day of a month; 0 (or null) for never. */
  pointExpiryMonths: number | null
  /** How long a season of the leaderboard is; the first of a year begins in January. */
  seasonMonths: 1 | 3 | 4 | 6 | 12
  /** Whether there is a leaderboard at all. */
  hasLeaderboard: boolean
  /** The most points that one act of each role may give or take alone; more needs a second person. */
  grantLimits: Partial<Record<string, number>>
  /** What one point is worth, in hundredths of a cent; for the liability report. */
  pointValue: number
  /** Days for which an address is kept once a prize has arrived. */
  addressDays: number
  /** By how much acts in a category pay more (150) or less (50), in per cent of what the rule says. */
  categoryFactors: Record<string, number>
  /** Badges that this house does not award. */
  badgesOff: string[]
}

const rights = (links: number | null, images: number | null, mentions: number | null) => ({
  ...{ links, images, mentions, votes: links === 3 ? 50 : null },
  unreviewed: links === null || links > 3,
})

/** Wheat, as in the programme that the house is modelled on (PRODUCT, “Points”). */
export const pointDefaults: PointSettings = {
  pointNoun: {
    one: { it: 'chicco di grano', en: 'grain of wheat' },
    many: { it: 'chicchi di grano', en: 'grains of wheat' },
    icon: 'wheat',
  },
  pointLevels: [
    { name: { it: 'Seme', en: 'Seed' }, from: 0, rights: rights(3, 3, 5) },
    { name: { it: 'Germoglio', en: 'Sprout' }, from: 50, rights: rights(6, 4, 15) },
    { name: { it: 'Spiga', en: 'Ear of wheat' }, from: 250, rights: rights(null, 4, 30) },
    { name: { it: 'Covone', en: 'Sheaf' }, from: 1000, rights: rights(null, 4, 60) },
    { name: { it: 'Mugnaio', en: 'Miller' }, from: 3000, rights: rights(null, 4, null) },
  ],
  pointExpiryMonths: 24,
  seasonMonths: 3,
  hasLeaderboard: true,
  grantLimits: { editor: 100, admin: 500 },
  pointValue: 100,
  addressDays: 30,
  categoryFactors: {},
  badgesOff: [],
}
