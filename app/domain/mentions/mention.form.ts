import { z } from 'zod'
import { bands, mentionLimits as limits, mentionStates, sourceKinds } from './mention.rules.ts'

const seen = z.coerce.number('errors:invalid').int('errors:invalid').min(1, 'errors:invalid')
const redirectTo = z.string().max(2_000, 'errors:invalid').optional()
const name = z
  .string('errors:required')
  .trim()
  .min(1, 'errors:required')
  .max(limits.name, 'errors:tooLong')
const url = z.string().trim().max(limits.url, 'errors:tooLong').optional()
const answerUrl = z
  .string('errors:required')
  .trim()
  .min(1, 'errors:required')
  .max(limits.url, 'errors:tooLong')
const remedy = z.string().trim().max(limits.remedy, 'errors:tooLong').default('')
const topic = z.string('errors:required').min(1, 'errors:required').max(60, 'errors:invalid')

/** What is done with a source of mentions. */
export const SourceForm = z.discriminatedUnion(
  'intent',
  [
    z.strictObject({
      intent: z.literal('add'),
      kind: z.enum(sourceKinds, 'errors:invalid'),
      name,
      url,
    }),
    z.strictObject({ intent: z.literal('change'), seen, name, url }),
    z.strictObject({ intent: z.literal('switch'), isOn: z.enum(['on', 'off'], 'errors:invalid') }),
    z.strictObject({ intent: z.literal('renew') }),
    z.strictObject({ intent: z.literal('poll') }),
  ],
  'errors:invalid',
)

/** What becomes of a mention. */
export const TriageForm = z.discriminatedUnion(
  'act',
  [
    z.strictObject({ act: z.literal('case'), topic, seen, redirectTo }),
    z.strictObject({ act: z.literal('answer'), answerUrl, remedy, seen, redirectTo }),
    z.strictObject({ act: z.literal('ignore'), seen, redirectTo }),
    z.strictObject({ act: z.literal('reopen'), seen, redirectTo }),
  ],
  'errors:invalid',
)

const picks = z.preprocess(
  (typed) => (Array.isArray(typed) ? typed : typed === undefined ? [] : [typed]),
  z
    .array(z.string().regex(/^[\w-]{1,40}\.\d{1,9}$/, 'errors:invalid'))
    .min(1, 'mentions:error.none')
    .max(50, 'errors:invalid'),
)

/** What becomes of several mentions; each pick is its id, a dot and its version. */
export const BulkForm = z.discriminatedUnion(
  'act',
  [
    z.strictObject({ act: z.literal('case'), topic, id: picks, redirectTo }),
    z.strictObject({ act: z.literal('answer'), answerUrl, remedy, id: picks, redirectTo }),
    z.strictObject({ act: z.literal('ignore'), topic: topic.optional(), id: picks, redirectTo }),
    z.strictObject({ act: z.literal('reopen'), topic: topic.optional(), id: picks, redirectTo }),
  ],
  'errors:invalid',
)

const word = (most: number) => z.string().trim().max(most).optional().catch(undefined)

/** What the address of the list asks for; whatever makes no sense asks for nothing. */
export const MentionQuery = z.object({
  state: z.enum([...mentionStates, 'all']).catch('new'),
  source: word(40),
  rating: z.enum(bands).optional().catch(undefined),
  q: word(120),
  after: word(60),
})
