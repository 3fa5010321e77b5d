import { z } from 'zod'

const acts = ['save', 'change', 'delete'] as const

/** What is done to the desk's own views: the present one is saved, or one of them renamed, shared or deleted. */
export const ViewForm = z
  .strictObject({
    act: z.enum(acts),
    id: z.string().max(40).optional(),
    name: z.string().trim().max(60, 'errors:tooLong').default(''),
    shared: z.literal('on').optional(),
    search: z.string().max(1000).default(''),
    redirectTo: z.string().max(2000).optional(),
  })
  .refine(({ act, name }) => act === 'delete' || name, { path: ['name'], error: 'errors:required' })
