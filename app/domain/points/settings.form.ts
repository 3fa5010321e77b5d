import { z } from 'zod'

/** The most levels that a house may have. */
export const mostLevels = 10
const mostPoints = 1_000_000

const tick = z.literal('on').optional()
const seen = z.string('errors:invalid').max(80)
/** A whole number from `least` to `most`; empty is none. */
const within = (least: number, most: number) =>
  z
    .number('points:settings.number')
    .int('points:settings.number')
    .min(least, 'points:settings.number')
    .max(most, 'points:settings.number')
const optional = (least: number, most: number) =>
  z
    .string()
    .trim()
    .transform((text) => (text ? Number(text) : undefined))
    .pipe(within(least, most).optional())
    .optional()
const required = (least: number, most: number) =>
  z
    .string('errors:required')
    .trim()
    .min(1, 'errors:required')
    .transform(Number)
    .pipe(within(least, most))
const label = (longest: number) =>
  z
    .string('errors:required')
    .trim()
    .min(1, 'errors:required')
    .max(longest, 'points:settings.nameLong')

/** What a rule pays, to be tried on the last 30 days or to be saved; `seen` is the version that was shown. */
export const RuleForm = z.strictObject({
  intent: z.enum(['try', 'save']).default('save'),
  isOn: tick,
  amount: required(1, 100_000),
  daily: optional(1, 1000),
  lifetime: optional(1, 100_000),
  delayHours: required(0, 8760),
  fullTimes: optional(1, 1000),
  minAgeDays: required(0, 3650),
  seen,
})
export type RuleWish = z.output<typeof RuleForm>

/** What the points are called in both languages, one and several, and their icon. */
export const NounForm = z.strictObject({
  oneIt: label(40),
  manyIt: label(40),
  oneEn: label(40),
  manyEn: label(40),
  icon: z.string('errors:required').regex(/^[a-z0-9-]{1,40}$/, 'errors:required'),
  seen,
})

/** “1,5” and “1.5” cents alike; a point is worth at most a hundred euros. */
const cents = z
  .string('errors:required')
  .trim()
  .regex(/^\d{1,5}([.,]\d{1,2})?$/, 'points:settings.cents')
  .transform((text) => Math.round(Number(text.replace(',', '.')) * 100))

/** Time, leaderboard, money, limits of these roles, and factors of so many categories. */
export const frameForm = (roles: readonly string[], categories: number) =>
  z.strictObject({
    expiryMonths: required(0, 120),
    seasonMonths: z.enum(['1', '3', '4', '6', '12'], 'errors:required'),
    hasLeaderboard: tick,
    pointValue: cents,
    addressDays: required(1, 365),
    ...fields(roles.map((role) => [`limit-${role}`, required(0, mostPoints)])),
    ...fields(Array.from({ length: categories }, (_, i) => [`factor-${i}`, required(0, 1000)])),
    seen,
  })

const fields = (all: [string, z.core.$ZodType<number>][]) =>
  Object.fromEntries(all) as Record<string, z.core.$ZodType<number>>

// One type for all: TypeScript needs a second to compare the classes of zod with one another.
type LevelField = z.core.$ZodType<string | number | undefined>
const levelName: LevelField = z.string().trim().max(30, 'points:settings.nameLong').optional()
const from: LevelField = optional(0, 100_000_000)
const limit: LevelField = optional(0, 1000)
const box: LevelField = tick

const levelFields = (i: number): [string, LevelField][] => [
  [`nameIt-${i}`, levelName],
  [`nameEn-${i}`, levelName],
  [`from-${i}`, from],
  [`links-${i}`, limit],
  [`images-${i}`, limit],
  [`mentions-${i}`, limit],
  [`votes-${i}`, limit],
  [`unreviewed-${i}`, box],
  [`gone-${i}`, box],
]

/**
 * The levels: of each its names, from how many points, and its rights; empty is without limit. A level
 * without names and points is none: that is how one goes, and how one is added.
 */
export const LevelsForm = z.strictObject({
  ...Object.fromEntries(Array.from({ length: mostLevels }, (_, i) => levelFields(i)).flat()),
  seen,
})
