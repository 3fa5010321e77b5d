import { AsyncLocalStorage } from 'node:async_hooks'

const pretended = new AsyncLocalStorage<Date>()

/** The present moment, or the one that `at` pretends. Everything that is dated asks here. */
export const now = () => pretended.getStore() ?? new Date()

/** Runs `work` as if it were `moment`: stories, imports and tests are told in their own time. */
export const at = <T>(moment: Date, work: () => T) => pretended.run(moment, work)

/** The end of 9999, in milliseconds after 1970: PostgreSQL reads no later moment. */
export const latestMs = 253_402_300_799_999

/** The moment so many milliseconds after 1970, at most `latestMs`. */
export const momentOf = (milliseconds: number) => new Date(Math.min(milliseconds, latestMs))
