import { z } from 'zod'

export const queueStates = ['requested', 'approved', 'sent', 'delivered', 'cancelled'] as const
export const mostAtOnce = 50

const id = z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, 'errors:invalid')
const note = z
  .string()
  .trim()
  .max(500, 'errors:tooLong')
  .transform((text) => text.replace(/\r\n?/g, '\n'))
  .default('')
const to = z.enum(['approved', 'sent', 'delivered', 'cancelled'], 'rewards:queue.error.choose')

type Said = { to?: string; note: string }
const hasReason = ({ to, note }: Said) => to !== 'cancelled' || note.length >= 10
const reasonMissing = { path: ['note'], message: 'rewards:queue.error.reason' }

/** A step of one redemption; `note` is for its owner to read, and needed where it is cancelled. */
export const MoveForm = z
  .strictObject({
    intent: z.enum(['move', 'reveal'], 'errors:invalid').default('move'),
    to: to.optional(),
    note,
    tracking: z
      .string()
      .trim()
      .max(60, 'errors:tooLong')
      .regex(/^[\w .:/#-]*$/, 'rewards:queue.error.tracking')
      .default(''),
  })
  .refine(hasReason, reasonMissing)
  .refine(({ intent, to }) => intent === 'reveal' || !!to, {
    path: ['to'],
    message: 'rewards:queue.error.choose',
  })

/** The same step of several. */
export const BulkMoveForm = z
  .strictObject({
    id: z.array(id, 'rewards:queue.error.none').min(1, 'rewards:queue.error.none').max(mostAtOnce),
    to,
    note,
  })
  .refine(hasReason, reasonMissing)

/** The redemptions whose addresses the courier needs. */
export const CourierForm = z.object({
  id: z.array(id).max(mostAtOnce).default([]),
})

const oneOf = <T extends readonly [string, ...string[]]>(values: T) =>
  z.enum(values).optional().catch(undefined)

/** What the address of the queue may ask; what it may not is as if it had not been said. */
export const QueueQuery = z.object({
  state: oneOf(queueStates),
  reward: id.optional().catch(undefined),
  after: z
    .string()
    .regex(/^\d{1,15}\.[\w-]{1,40}$/)
    .optional()
    .catch(undefined),
})
