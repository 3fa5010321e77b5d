import { z } from 'zod'

const label = z.string('errors:required').trim().min(1, 'errors:required').max(60, 'errors:tooLong')
const help = z.string('errors:required').trim().min(1, 'errors:required').max(300, 'errors:tooLong')
const id = z.string('errors:required').min(1, 'errors:required').max(40)

const words = {
  labelIt: label,
  labelEn: label,
  helpIt: help,
  helpEn: help,
  weight: z.coerce
    .number('dossiers:criteria.weightWrong')
    .int('dossiers:criteria.weightWrong')
    .min(1, 'dossiers:criteria.weightWrong')
    .max(10, 'dossiers:criteria.weightWrong'),
  axis: z.enum(['effort', 'impact'], 'errors:required'),
}

/** What an admin may do with the criteria; `seen` is the version that the page showed. */
export const CriterionForm = z.discriminatedUnion('intent', [
  z.strictObject({ intent: z.literal('add'), ...words }),
  z.strictObject({ intent: z.literal('save'), id, seen: z.string().max(20).default(''), ...words }),
  z.strictObject({ intent: z.enum(['up', 'down', 'retire', 'restore']), id }),
])
