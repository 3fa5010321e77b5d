/** What the house can pay for, in the order in which it is shown. */
export const ruleIds = [
  'email',
  'profile',
  'vote',
  'comment',
  'idea',
  'votes-10',
  'votes-50',
  'votes-250',
  'shortlisted',
  'evaluated',
  'realised',
  'changed',
  'useful',
  'thanked',
  'friend',
  'quiz',
  'survey',
  'mission',
] as const

export type RuleId = (typeof ruleIds)[number]

/** Whether there is a rule of this name. */
export const isRule = (id: string): id is RuleId => ruleIds.includes(id as RuleId)

/** What a rule pays, and when. */
export type Terms = {
  isOn: boolean
  amount: number
  /** How often it pays one member in a day; null for as often as they like. */
  daily: number | null
  /** How often it pays one member ever; null for as often as they like. */
  lifetime: number | null
  /** Hours after which what was earned is confirmed. */
  delayHours: number
  /** How many times a day the whole is paid; after them half of it, rounded up. Null for always. */
  fullTimes: number | null
  /** For how many days somebody must have been a member. */
  minAgeDays: number
}

const days = (n: number) => n * 24

/** Once for each occasion; the rest follows from the act itself. */
const terms = (amount: number, more: Partial<Terms> = {}): Terms => ({
  isOn: true,
  amount,
  daily: null,
  lifetime: null,
  delayHours: 0,
  fullTimes: null,
  minAgeDays: 0,
  ...more,
})

/** The terms of a new house: what an idea achieves outweighs how much somebody clicks. */
export const defaultTerms: Record<RuleId, Terms> = {
  email: terms(10, { lifetime: 1 }),
  profile: terms(10, { lifetime: 1 }),
  vote: terms(1, { daily: 10, delayHours: 72 }),
  comment: terms(3, { daily: 5, fullTimes: 2, delayHours: 72 }),
  idea: terms(10, { daily: 2, fullTimes: 1, delayHours: days(7) }),
  'votes-10': terms(20, { delayHours: 72 }),
  'votes-50': terms(60, { delayHours: 72 }),
  'votes-250': terms(200, { delayHours: 72 }),
  shortlisted: terms(100),
  evaluated: terms(150),
  realised: terms(1000),
  changed: terms(150),
  useful: terms(15, { daily: 3, delayHours: 72 }),
  thanked: terms(25),
  friend: terms(30, { lifetime: 20, delayHours: days(14) }),
  quiz: terms(5, { isOn: false }),
  survey: terms(5, { isOn: false }),
  mission: terms(15, { isOn: false }),
}

/** The rules of acts that this house has no place for yet: listed for the staff, never told to members. */
export const sleepingRules: readonly RuleId[] = ['quiz', 'survey', 'mission']

/** How often a rule has paid somebody before, and what else weighs. */
export type Weighed = {
  timesToday: number
  timesEver: number
  /** Days for which they have been a member. */
  ageDays: number
  /** Per cent that the category of the idea pays; 100 for the usual. */
  factor: number
}

/** What a rule pays for one more act, in whole points; 0 for nothing. */
export function payOf(terms: Terms, { timesToday, timesEver, ageDays, factor }: Weighed): number {
  const { isOn, amount, daily, lifetime, fullTimes, minAgeDays } = terms
  const isOver = (times: number, most: number | null) => most !== null && times >= most
  if (!isOn || ageDays < minAgeDays) return 0
  if (isOver(timesToday, daily) || isOver(timesEver, lifetime)) return 0
  const share = isOver(timesToday, fullTimes) ? 0.5 : 1
  // Half a point is a whole one: the second comment of a day is worth something too.
  return Math.round((amount * share * factor) / 100)
}
