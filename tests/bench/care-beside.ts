import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { eq, inArray } from 'drizzle-orm'
import { caseId } from './care-seed.ts'
import { spread } from './measure.ts'
import type { Time } from './queries.ts'
import { writer } from './seed.ts'

// In a process of its own: which database it asks is settled when it begins. It changes that database.
const [out, count] = process.argv.slice(2)
const { db, closeDatabase, transaction } = await import('#db/database.server.ts')
const { cases } = await import('#db/schema/care.ts')
const { people } = await import('#db/schema/identity.ts')
const { settings } = await import('#db/schema/site.ts')
const { openImport, sourceForFiles } = await import('#app/domain/mentions/import.server.ts')
const { readImport } = await import('#app/domain/mentions/import-run.server.ts')
const { eraseNow } = await import('#app/domain/privacy/erase.server.ts')
const { askErasure, erasureOf } = await import('#app/domain/privacy/erasure.server.ts')

const mentions = Number(count) > 10_000 ? 40_000 : 2_000
const theirCases = 300
const leaver = 'p7'
const aim = 50

/** How long each of many small writes waits, one after another, while `work` is done. */
async function waitsBeside(work: () => Promise<unknown>) {
  const waits: number[] = []
  let over = false
  const others = (async () => {
    for (let value = 0; !over; value++) {
      const began = performance.now()
      await transaction((tx) => written(tx, value))
      waits.push(performance.now() - began)
      await pause(10)
    }
  })()
  await work()
  over = true
  await others
  return spread(waits)
}

type Tx = Parameters<Parameters<typeof transaction>[0]>[0]
const written = (tx: Tx, value: number) =>
  tx
    .insert(settings)
    .values({ key: 'bench', value })
    .onConflictDoUpdate({ target: settings.key, set: { value } })

async function importMentions() {
  const file = join(process.env.DATA_DIR!, 'mentions.csv')
  const write = writer()
  const lines = Array.from({ length: mentions }, (_, n) => `${n},${1 + (n % 5)},${write(60)} ${n}`)
  writeFileSync(file, ['id,rating,text', ...lines].join('\n'))
  const sourceId = await transaction((tx) => sourceForFiles(tx, 'Bench'))
  const id = await transaction((tx) =>
    openImport(tx, { sourceId: sourceId!, fileName: 'mentions.csv' }),
  )
  return () => readImport(id, file)
}

/** A member with very many cases asks to be forgotten. */
async function leaving() {
  const theirs = Array.from({ length: theirCases }, (_, n) => caseId(n * 6))
  await transaction((tx) =>
    tx.update(cases).set({ personId: leaver, state: 'closed' }).where(inArray(cases.id, theirs)),
  )
  const [member] = await db.select().from(people).where(eq(people.id, leaver))
  await transaction((tx) => askErasure(tx, member!, { texts: 'remove' }))
  const wish = await erasureOf(db, leaver)
  return () => eraseNow(wish!, { isTold: false })
}

const works: [what: string, work: () => Promise<unknown>][] = [
  ['nothing', () => pause(5_000)],
  [`an import of ${mentions.toLocaleString('en')} mentions`, await importMentions()],
  [`the erasure of a member with ${theirCases} cases`, await leaving()],
]
const times: Time[] = []
for (const [what, work] of works) {
  const { p99, longest } = await waitsBeside(work)
  times.push([`another writer beside ${what}, p99`, p99, aim], ['the same, longest', longest, aim])
}
await closeDatabase()
writeFileSync(out!, JSON.stringify(times))
