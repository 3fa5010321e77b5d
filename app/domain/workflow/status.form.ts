import { z } from 'zod'
import { movePermissions, places, tones } from './status.rules.ts'

const label = z
  .string('errors:required')
  .trim()
  .min(1, 'errors:required')
  .max(30, 'workflow:error.labelLong')
const tick = z.literal('on').optional()
/** A whole number up to `most`; empty is none. */
const whole = (most: number) =>
  z.coerce
    .number('workflow:error.number')
    .int('workflow:error.number')
    .min(0, 'workflow:error.number')
    .max(most, 'workflow:error.number')
    .optional()
const seen = z.string('errors:invalid').max(80)
const statusId = z.string().regex(/^[a-z0-9_]{1,40}$/, 'errors:invalid')

const look = {
  labelIt: label,
  labelEn: label,
  tone: z.enum(tones, 'errors:required'),
  icon: z.string('errors:required').regex(/^[a-z0-9-]{1,40}$/, 'errors:required'),
  place: z.enum(places, 'errors:required').optional(),
  votesOpen: tick,
  commentsOpen: tick,
  editsOpen: tick,
  onRoadmap: tick,
  isStep: tick,
  promiseDays: whole(365),
}

/** The look and the rules of a status; `seen` is the version that the page showed. */
export const StatusForm = z.strictObject({ ...look, seen })
/** A new status, which follows the status `after` on the path. */
export const NewStatusForm = z.strictObject({ ...look, after: statusId })
export type StatusWish = Omit<z.output<typeof StatusForm>, 'seen'>

/** One step up or down the path, from the order that the page showed. */
export const OrderForm = z.strictObject({
  id: statusId,
  way: z.enum(['up', 'down']),
  seen,
})

const several = z
  .preprocess((value) => (value === undefined ? [] : [value].flat()), z.array(statusId).max(100))
  .default([])

export type MovesValues = {
  to: string[]
  note: string[]
  reason: string[]
  from: string[]
  confirm?: 'on'
  seen: string
} & Record<string, unknown>

/** All moves from a status: those that are `to`, what they ask for, and the statuses `from` which it is reached. */
export const movesForm = (ids: string[]) => {
  const asked = ids.flatMap((id) => [
    [`permission-${id}`, z.enum(movePermissions, 'errors:invalid').optional()] as const,
    [`votes-${id}`, whole(10_000_000)] as const,
    [`days-${id}`, whole(3650)] as const,
  ])
  const named = { to: several, note: several, reason: several, from: several, confirm: tick, seen }
  const schema: unknown = z.strictObject({
    ...Object.fromEntries<z.core.$ZodType>(asked),
    ...named,
  })
  return schema as z.core.$ZodType<MovesValues>
}

const note = z
  .string('workflow:error.noteNeeded')
  .trim()
  .min(10, 'workflow:error.noteNeeded')
  .max(2000, 'errors:tooLong')

/** Where the ideas of a status go that is retired, and the words that their timelines will say. */
export const RetirementForm = z.strictObject({
  into: statusId,
  note,
  tell: tick,
  confirm: tick,
  seen,
})

/** The votes and days of the house, and those of the categories in their order (`votes-0`, `days-0`, ...). */
export const thresholdsForm = (categories: number) =>
  z.strictObject({
    votes: whole(10_000_000),
    days: whole(3650),
    seen,
    ...Object.fromEntries(
      Array.from({ length: categories }, (_, i) => [
        [`votes-${i}`, whole(10_000_000)] as const,
        [`days-${i}`, whole(3650)] as const,
      ]).flat(),
    ),
  })

/** A retired status that is taken into use again. */
export const ReinstateForm = z.strictObject({ reinstate: statusId })
