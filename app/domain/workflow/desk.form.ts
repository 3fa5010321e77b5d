import { z } from 'zod'
import { latestMs } from '../ideas/idea-feed.form.ts'

export const orders = ['top', 'new', 'updated', 'oldest'] as const
export type Order = (typeof orders)[number]

/** The views that the house has ready: what came in, what waits, what would change most, what is mine. */
export const deskSets = ['new', 'waiting', 'impact', 'mine'] as const
export type DeskSet = (typeof deskSets)[number]

const word = z.string().trim().min(1).max(40).optional().catch(undefined)
const place = z.string().regex(/^\d{1,15}\.\d{1,9}$/)
const one = z.literal('1').optional().catch(undefined)

/** Where a page of the desk ends: the value it is sorted by (dates in milliseconds) and the number. */
export type DeskPlace = { value: number; number: number }

/** What the address of the desk may ask; what it may not is as if it had not been said. */
export const DeskQuery = z.object({
  set: z.enum(deskSets).optional().catch(undefined),
  status: word,
  category: word,
  q: z.string().trim().min(1).max(200).optional().catch(undefined),
  unanswered: one,
  order: z.enum(orders).catch('top'),
  view: z.literal('kanban').optional().catch(undefined),
  after: place.optional().catch(undefined),
  idea: z.coerce.number().int().min(1).max(999_999_999).optional().catch(undefined),
  to: word,
  help: one,
  results: z.string().max(2000).optional().catch(undefined),
})
export type DeskQuery = z.infer<typeof DeskQuery>

const narrowing = ['set', 'status', 'category', 'q', 'unanswered', 'order', 'view'] as const
const names = [...narrowing, 'after', 'idea', 'to'] as const

/** The question part of the desk's address for a query, what goes without saying left out. */
export const deskSearch = (query: Partial<DeskQuery>) => written(query, names)

/** As `deskSearch`, of what makes a view alone: no page, no open idea. */
export const viewSearch = (query: Partial<DeskQuery>) => written(query, narrowing)

function written(query: Partial<DeskQuery>, among: readonly (typeof names)[number][]) {
  const said = new URLSearchParams()
  for (const name of among) {
    const value = query[name]
    if (value && !(name === 'order' && value === 'top')) said.set(name, String(value))
  }
  return said.size ? `?${said}` : ''
}

/** The place of an address; `undefined` where it holds none. */
export function readDeskPlace(written: string | undefined): DeskPlace | undefined {
  const [value, number] = (written ?? '').split('.').map(Number)
  return written && value! <= latestMs ? { value: value!, number: number! } : undefined
}

export const writtenDeskPlace = ({ value, number }: DeskPlace) => `${value}.${number}`
