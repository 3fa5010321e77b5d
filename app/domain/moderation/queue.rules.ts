import type { Subject, Why } from './review.rules.ts'

/** The ways to look at the queue; `mine` is what one has decided oneself. */
export const queueViews = ['all', 'flagged', 'waiting', 'spam', 'faces', 'mine'] as const
export type QueueView = (typeof queueViews)[number]
export type OpenView = Exclude<QueueView, 'mine'>

/** What stands in each view of the open queue. */
export const shownIn: Record<OpenView, { whys?: Why[]; subjects?: Subject[] }> = {
  all: {},
  flagged: { whys: ['flagged'] },
  waiting: { whys: ['approval', 'first-post', 'words', 'links'] },
  spam: { whys: ['similar', 'burst'] },
  faces: { subjects: ['image', 'profile'] },
}

/** Where a page of the open queue ends: the rank and the id of its last item. */
export type QueuePlace = { rank: number; id: string }

/** A place as it stands in an address, and back; `undefined` for what is none. */
export const writePlace = ({ rank, id }: QueuePlace) => `${rank}_${id}`
export function readPlace(written: string | null): QueuePlace | undefined {
  const [, rank, id] = /^(\d{1,12}(?:\.\d{1,20})?)_([\w-]{1,40})$/.exec(written ?? '') ?? []
  return rank && id ? { rank: Number(rank), id } : undefined
}
