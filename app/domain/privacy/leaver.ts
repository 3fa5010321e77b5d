import type { Step } from './scrub.server.ts'

/** Who is forgotten: `email` as it is compared; null where there is none. */
export type Leaver = {
  id: string
  handle: string
  displayName: string
  email: string | null
  texts: 'keep' | 'remove'
}

export type Plan = (who: Leaver) => Step[]

/** The rows that `of` is true for go. */
export const gone = (table: Step['table'], key: Step['key'], of: Step['of']): Step => ({
  ...{ table, key, of },
  to: 'gone',
})

/** A step whose rows no index finds. */
export const sought = (step: Step): Step => ({ ...step, isSought: true })
