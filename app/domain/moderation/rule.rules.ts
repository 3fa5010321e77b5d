import type { flags } from '#db/schema/moderation.ts'

/** The house rules that a decision may rest on; `/legal/rules` says each of them, `moderation:rules` names them. */
export const houseRules = [
  'spam',
  'offensive',
  'off-topic',
  'personal-data',
  'illegal',
  'manipulation',
  'other',
] as const
export type HouseRule = (typeof houseRules)[number]
export type FlagReason = (typeof flags.$inferSelect)['reason']

/** How grave a breach of a rule is, 1 to 5: what a queue looks at first. */
export const severityOf: Record<HouseRule, number> = {
  'off-topic': 1,
  other: 1,
  spam: 2,
  manipulation: 3,
  offensive: 3,
  'personal-data': 4,
  illegal: 5,
}

export const isHouseRule = (code: string): code is HouseRule =>
  (houseRules as readonly string[]).includes(code)
