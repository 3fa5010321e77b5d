import { z } from 'zod'
import { casePriorities } from './state.rules.ts'

export const caseViews = ['mine', 'unassigned', 'all', 'called', 'unattended'] as const
export type CaseView = (typeof caseViews)[number]

/** What the states are told apart by in the inbox; what is to do comes first. */
export const stateChoices = ['todo', 'waiting', 'snoozed', 'solved', 'closed'] as const
export type StateChoice = (typeof stateChoices)[number]

export const caseSorts = ['due', 'newest', 'oldest'] as const
export type CaseSort = (typeof caseSorts)[number]

const oneOf = <T extends readonly [string, ...string[]]>(values: T) =>
  z.enum(values).optional().catch(undefined)
const short = (most: number) => z.string().trim().max(most).optional().catch(undefined)

/** What the address of the inbox may ask; what it may not is as if it had not been said. */
export const InboxQuery = z.object({
  view: oneOf(caseViews),
  state: oneOf(stateChoices),
  sort: oneOf(caseSorts),
  topic: short(60),
  tag: short(40),
  q: short(200),
  after: z
    .string()
    .regex(/^\d{1,15}\.[\w-]{1,40}$/)
    .optional()
    .catch(undefined),
})

export const mostAtOnce = 50
const picked = z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\.\d{1,9}$/)

/** The same change of several cases: each as its id and the version that was seen. */
export const BulkForm = z
  .strictObject({
    id: z
      .array(picked, 'care:inbox.error.none')
      .min(1, 'care:inbox.error.none')
      .max(mostAtOnce, 'errors:invalid'),
    act: z.enum(['assign', 'state', 'tag', 'priority'], 'care:inbox.error.act'),
    assignee: z
      .string()
      .regex(/^(me|nobody|[0-9a-f-]{36})$/, 'errors:invalid')
      .default('me'),
    state: z.enum(['open', 'waiting', 'solved', 'closed'], 'errors:invalid').default('open'),
    priority: z.enum(casePriorities, 'errors:invalid').default('normal'),
    tag: z.string().trim().max(40, 'errors:tooLong').default(''),
  })
  .refine(({ act, tag }) => act !== 'tag' || tag.length > 1, {
    path: ['tag'],
    message: 'care:inbox.error.tag',
  })
export type Bulk = z.output<typeof BulkForm>
