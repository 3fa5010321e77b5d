import { z } from 'zod'

const latest = 8_640_000_000_000_000

/** What members do on the page of their points: put the card away, or choose to be on the leaderboard. */
export const MyPointsForm = z.discriminatedUnion('intent', [
  z.strictObject({
    intent: z.literal('thanks'),
    until: z.coerce.number().int().min(0).max(latest),
  }),
  z.strictObject({ intent: z.enum(['hide', 'show']), redirectTo: z.string().optional() }),
])

/** Asks for one's own link to bring others. */
export const FriendForm = z.strictObject({ intent: z.literal('make') })
