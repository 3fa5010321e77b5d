import type { Read } from '#db/database.server.ts'

const many = 500
const goodFor = 10_000

const known = new WeakMap<Read, Map<string, { n: number; until: number }>>()

/**
 * What `count` answers. A large number is remembered for ten seconds, because counting it looks at
 * every row; below 500 it is always exact. `name` says what is counted, out of a few dozen names.
 */
export async function countedLately(db: Read, name: string, count: () => Promise<number>) {
  const counts = known.get(db) ?? new Map<string, { n: number; until: number }>()
  known.set(db, counts)
  const last = counts.get(name)
  if (last && last.until > Date.now()) return last.n
  const n = await count()
  if (n < many) counts.delete(name)
  else counts.set(name, { n, until: Date.now() + goodFor })
  return n
}
