import { z } from 'zod'
import { latestMs } from '../ideas/idea-feed.form.ts'

export const orders = ['top', 'new', 'updated', 'oldest'] as const
export type Order = (typeof orders)[number]

const word = z.string().trim().min(1).max(40).optional().catch(undefined)
const place = z.string().regex(/^\d{1,15}\.\d{1,9}$/)

/** Where a page of the desk ends: the value it is sorted by (dates in milliseconds) and the number. */
export type DeskPlace = { value: number; number: number }

/** What the address of the desk may ask; what it may not is as if it had not been said. */
export const DeskQuery = z.object({
  status: word,
  category: word,
  q: z.string().trim().min(1).max(200).optional().catch(undefined),
  unanswered: z.literal('1').optional().catch(undefined),
  order: z.enum(orders).catch('top'),
  after: place.optional().catch(undefined),
  idea: z.coerce.number().int().min(1).max(999_999_999).optional().catch(undefined),
  results: z.string().max(2000).optional().catch(undefined),
})
export type DeskQuery = z.infer<typeof DeskQuery>

const names = ['status', 'category', 'q', 'unanswered', 'order', 'after', 'idea'] as const

/** The question part of the desk's address for a query, what goes without saying left out. */
export function deskSearch(query: Partial<DeskQuery>) {
  const said = new URLSearchParams()
  for (const name of names) {
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
