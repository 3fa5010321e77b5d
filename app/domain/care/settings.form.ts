import { z } from 'zod'
import { casePriorities } from './state.rules.ts'

const name = z.string('errors:required').trim().min(2, 'errors:required').max(60, 'errors:tooLong')
const number = (least: number, most: number) =>
  z
    .string('errors:required')
    .trim()
    .regex(/^\d{1,6}$/, 'care:rules.error.number')
    .transform(Number)
    .pipe(z.number().min(least, 'care:rules.error.number').max(most, 'care:rules.error.number'))
const tick = z
  .literal('on')
  .optional()
  .transform((value) => value === 'on')

/** How care works. */
export const CareRulesForm = z.strictObject({
  seen: z.string().max(80),
  reopenDays: number(0, 365),
  asksContent: tick,
  contentReminderDays: number(1, 60),
  answersInMail: tick,
  caseMonths: number(1, 120),
  remedyPoints: number(0, 100_000),
  remedyCoupons: number(0, 100),
})

export const asked = ['product', 'batch', 'shop'] as const

/** What people write about, in both languages, and what its form asks for. */
export const TopicForm = z.strictObject({
  seen: z.string().max(300),
  labelIt: name,
  labelEn: name,
  priority: z.enum(casePriorities, 'errors:required'),
  asks: z.array(z.enum(asked, 'errors:invalid')).max(3).default([]),
})

/** A step of one topic, or of one policy, in its list: its place, or whether it is used. */
export const StepForm = z.strictObject({
  id: z.string().min(1, 'errors:invalid').max(60, 'errors:invalid'),
  step: z.enum(['up', 'down', 'retire', 'restore'], 'errors:invalid'),
})

const span = z.string().trim().max(30, 'errors:tooLong').default('')

/** Within how long care answers which cases; times as people write them. */
export const PolicyForm = z.strictObject({
  seen: z.coerce.number({ error: 'errors:invalid' }).int().min(0).max(1_000_000_000),
  name,
  topic: z.string().max(60, 'errors:invalid').default(''),
  priority: z.enum(['', ...casePriorities], 'errors:invalid').default(''),
  first: span,
  next: span,
  resolution: span,
})
