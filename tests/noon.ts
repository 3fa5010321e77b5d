import { test } from 'vitest'
import { at } from '#db/time.ts'

const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10)

/** About noon in Rome, of tomorrow: what was asked before is due, and no day ends meanwhile. */
export const noon = new Date(`${tomorrow}T11:00:00Z`)

/** A test that is all told at noon: for what is counted by the day. */
export const testAtNoon = (name: string, work: () => unknown) => test(name, () => at(noon, work))
