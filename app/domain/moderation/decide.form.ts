import { z } from 'zod'
import { acts, longestDays } from './act.rules.ts'
import { queueViews } from './queue.rules.ts'
import { houseRules } from './rule.rules.ts'

const plainLines = (text: string) => text.replace(/\r\n?/g, '\n').trim()
const id = z.string().min(1).max(40)
const redirectTo = z.string().max(2000).optional()

/** What is said with a decision; without `facts` the house's own words for the rule are sent. */
const said = {
  act: z.enum(acts, 'errors:required'),
  reason: z.enum(houseRules, 'errors:invalid').optional(),
  facts: z.string().max(4000, 'errors:tooLong').transform(plainLines).default(''),
  /** `0` is for good. */
  days: z.coerce.number('errors:invalid').int('errors:invalid').min(0).max(longestDays).optional(),
  hides: z.literal('on').optional(),
}

type Said = { act: (typeof acts)[number]; reason?: string; days?: number }

function complete({ act, reason, days }: Said, issues: z.core.$RefinementCtx) {
  const miss = (path: string, message: string) =>
    issues.addIssue({ code: 'custom', path: [path], message })
  if (act !== 'approve' && !reason) miss('reason', 'errors:required')
  if (act === 'silence' && !days) miss('days', 'moderation:desk.silenceEnds')
  if (act === 'suspend' && days === undefined) miss('days', 'errors:required')
}

/** A decision on an item; `seen` is the version the page showed, `view` where the next one is looked for. */
export const DecideForm = z
  .strictObject({
    ...said,
    seen: z.coerce.number().int().min(0).max(1_000_000_000),
    view: z.enum(queueViews).optional(),
  })
  .superRefine(complete)

/** A decision on what a moderator came across. */
export const DirectForm = z
  .strictObject({
    ...said,
    subject: z.enum(['idea', 'comment', 'image', 'profile']),
    id,
    redirectTo,
  })
  .superRefine(complete)

const mostAtOnce = 50

/** One act on several items, each `id.version` as the list showed it; acts on persons are no bulk work. */
export const BulkDecideForm = z
  .strictObject({
    act: z.enum(['approve', 'hide', 'remove'], 'errors:required'),
    reason: said.reason,
    facts: said.facts,
    item: z
      .array(z.string().regex(/^[\w-]{1,40}\.\d{1,9}$/, 'errors:invalid'))
      .min(1, 'moderation:desk.chooseSome')
      .max(mostAtOnce, 'moderation:desk.tooMany'),
  })
  .superRefine(complete)

/** Takes decisions of one's own back. */
export const UndoForm = z.strictObject({
  decision: z.array(id).min(1).max(mostAtOnce),
  redirectTo,
})

/** Brings back what a decision took. */
export const RestoreForm = z.strictObject({
  decision: id,
  facts: said.facts,
  redirectTo,
})
