import { z } from 'zod'
import type { Cursor } from './idea-feed.rules.ts'
import { sorts } from './idea-feed.rules.ts'

/** The end of 9999, in milliseconds: no column holds a later moment. */
export const latestMs = 253_402_300_799_999
const whole = (most: number) => z.number().int().min(-most).max(most)
const number = whole(2_147_483_647)
const moment = whole(latestMs).min(0)

/** Where a page ends: the sort, the value sorted by, the number; what no column could hold is none of ours. */
const CursorShape = z.union([
  z.tuple([z.literal('hot'), z.number(), number]),
  z.tuple([z.literal('top'), number, number]),
  z.tuple([z.enum(['new', 'updated']), moment, number]),
])

/** The opaque form of a cursor, for addresses. */
export const writtenCursor = (cursor: Cursor) =>
  Buffer.from(JSON.stringify(cursor)).toString('base64url')

/** The cursor of an address; `undefined` for anything that `writtenCursor` would not have written. */
export const readCursor = (written: string | null | undefined): Cursor | undefined =>
  CursorShape.safeParse(unfolded(written)).data

const word = z.string().trim().min(1).max(60).optional().catch(undefined)

/** What the board's address may ask; what it may not is as if it had not been said. */
export const BoardQuery = z.object({
  sort: z.enum(sorts).catch('hot'),
  status: word,
  category: word,
  tag: word,
  answered: z.literal('1').optional().catch(undefined),
  author: z
    .string()
    .regex(/^[a-z0-9_]{1,30}$/)
    .optional()
    .catch(undefined),
  q: z.string().trim().min(1).max(300).optional().catch(undefined),
  after: z.string().max(200).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(20).catch(1),
})
export type BoardQuery = z.infer<typeof BoardQuery>

const names = [
  'q',
  'sort',
  'status',
  'category',
  'tag',
  'answered',
  'author',
  'after',
  'page',
] as const
type Address = Partial<Record<(typeof names)[number], string | number>>

/** The board's address for a query: `BoardQuery` written down, what goes without saying left out. */
export function boardAddress(query: Address) {
  const said = new URLSearchParams()
  for (const name of names) {
    const value = query[name]
    const isPlain = (name === 'sort' && value === sorts[0]) || (name === 'page' && value === 1)
    if (value && !isPlain) said.set(name, String(value))
  }
  return said.size ? `/ideas?${said}` : '/ideas'
}

const PlaceShape = z.tuple([moment, z.string().regex(/^[\w-]{1,40}$/)])

/** The opaque form of a place in a list sorted by date and id, such as one's own votes. */
export const writtenPlace = ({ at, id }: { at: Date; id: string }) =>
  Buffer.from(JSON.stringify([+at, id])).toString('base64url')

/** The place of an address; `undefined` for anything that `writtenPlace` would not have written. */
export function readPlace(written: string | null) {
  const place = PlaceShape.safeParse(unfolded(written)).data
  return place && { at: new Date(place[0]), id: place[1] }
}

function unfolded(written: string | null | undefined): unknown {
  try {
    return JSON.parse(Buffer.from(written ?? '', 'base64url').toString())
  } catch {
    return undefined
  }
}
