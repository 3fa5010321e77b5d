import { z } from 'zod'
import { IdeaForm } from '../ideas/idea.form.ts'

const id = z
  .string('errors:invalid')
  .regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, 'errors:invalid')
const view = z
  .string()
  .max(300, 'errors:invalid')
  .regex(/^[\w=&%.+-]*$/, 'errors:invalid')
  .default('')
const plainLines = (text: string) => text.replace(/\r\n?/g, '\n').trim()
const ideaNumber = z
  .string('errors:required')
  .trim()
  .regex(/^#?\d{1,9}$/, 'care:links.error.number')
  .transform((typed) => Number(typed.replace('#', '')))

/** What an agent does with the ideas of a case: suggests one to its member, links one, or unlinks it. */
export const CaseLinkForm = z.discriminatedUnion(
  'intent',
  [
    z.strictObject({
      intent: z.literal('invite'),
      key: id,
      ideaTitle: IdeaForm.shape.title,
      ideaBody: IdeaForm.shape.body,
      view,
    }),
    z.strictObject({ intent: z.literal('link'), ideaNumber, view }),
    z.strictObject({ intent: z.literal('unlink'), link: id, view }),
  ],
  'errors:invalid',
)

const opening = {
  intent: z.literal('open'),
  topic: z.string('errors:required').min(1, 'errors:required').max(60, 'errors:invalid'),
  subject: z
    .string('errors:required')
    .trim()
    .min(3, 'care:links.error.subject')
    .max(120, 'errors:tooLong'),
  body: z
    .string('errors:required')
    .transform(plainLines)
    .pipe(z.string().min(10, 'care:links.error.body').max(8000, 'errors:tooLong')),
}

/** A case with whoever wrote a comment: what care writes to them first. */
export const OpenCaseForm = z.strictObject(opening)

/** What an agent does with the cases of an idea: opens one with its author, links one, or unlinks it. */
export const IdeaCaseForm = z.discriminatedUnion(
  'intent',
  [
    OpenCaseForm,
    z.strictObject({
      intent: z.literal('link'),
      caseNumber: z
        .string('errors:required')
        .trim()
        .regex(/^#?\d{1,9}$/, 'care:links.error.case')
        .transform((typed) => Number(typed.replace('#', ''))),
    }),
    z.strictObject({ intent: z.literal('unlink'), link: id }),
  ],
  'errors:invalid',
)
