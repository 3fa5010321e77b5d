import { z } from 'zod'
import { clean } from '../ideas/idea.form.ts'
import { EmailField } from '../identity/join.form.ts'
import { holdsAddress } from '../identity/name.rules.ts'

export const contactLimits = { subject: 120, body: 6000, fact: 120, name: 60 } as const

const key = z.uuid({ error: 'errors:invalid' })
const oneLine = (text: string) => clean(text).replace(/\s+/g, ' ').trim()
const fact = z
  .string()
  .transform(oneLine)
  .pipe(z.string().max(contactLimits.fact, 'errors:tooLong'))
  .default('')

/** What somebody writes to care, first or in answer. */
const bodyOr = (missing: string) =>
  z
    .string(missing)
    .transform((text) => clean(text).trim())
    .pipe(z.string().min(1, missing).max(contactLimits.body, 'errors:tooLong'))
const caseBody = bodyOr('errors:required')

/** Ids of files that came with this form before, and of those to leave out. */
export const keptFiles = {
  kept: z.array(key).max(20).optional(),
  remove: z.array(key).max(20).optional(),
}

const shared = {
  topic: z.string('errors:required').min(1, 'errors:required').max(60, 'errors:invalid'),
  subject: z
    .string('care:contact.error.subject')
    .transform(oneLine)
    .pipe(
      z
        .string()
        .min(3, 'care:contact.error.subjectShort')
        .max(contactLimits.subject, 'errors:tooLong'),
    ),
  body: bodyOr('care:contact.error.body'),
  product: fact,
  batch: fact,
  shop: fact,
  ...keptFiles,
  /** Made with the page: the same form, sent twice, opens one case. */
  key: key.optional(),
  /** Sent by our own page until answers that may help have been shown. */
  look: z.string().max(10).optional(),
  website: z.string().max(2000).optional(),
  redirectTo: z.string().max(2000).optional(),
}

/** The contact form of a member, whose address we know. */
export const MemberContactForm = z.strictObject({ ...shared, email: z.string().optional() })

/** The contact form of anybody: an address to answer to, and a name if they like. */
export const GuestContactForm = z.strictObject({
  ...shared,
  email: EmailField,
  name: z
    .string()
    .transform(oneLine)
    .pipe(
      z
        .string()
        .max(contactLimits.name, 'errors:tooLong')
        .refine((name) => !holdsAddress(name), 'identity:name.address'),
    )
    .default(''),
})
export type ContactValues = z.output<typeof GuestContactForm>

/** A member's next message in a case of theirs. */
export const CaseReplyForm = z.strictObject({
  body: caseBody,
  ...keptFiles,
  key: key.optional(),
  redirectTo: z.string().max(2000).optional(),
})

/** What a member does with a case of theirs besides writing. */
export const OwnCaseForm = z.strictObject({ intent: z.enum(['solve'], 'errors:invalid') })

/** How content somebody is, and why. */
export const RatingForm = z.strictObject({
  score: z
    .string('care:rating.error.score')
    .regex(/^[1-5]$/, 'care:rating.error.score')
    .transform(Number),
  comment: z
    .string()
    .transform((text) => clean(text).trim())
    .pipe(z.string().max(2000, 'errors:tooLong'))
    .default(''),
})
