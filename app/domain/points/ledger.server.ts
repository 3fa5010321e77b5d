import { eq } from 'drizzle-orm'
import { prepared, type Tx } from '#db/database.server.ts'
import { insertAll } from '#db/bulk.server.ts'
import { brought, isAmong, listOf } from '#db/expressions.ts'
import { pointAccounts, pointChain, pointEntries } from '#db/schema/points.ts'
import { now } from '#db/time.ts'
import { siteSettings } from '../site/site.server.ts'
import { balancesOf, holdChain } from './account.server.ts'
import { expiryDay, never } from './expiry.rules.ts'
import { countLevels } from './level-count.server.ts'
import {
  assertAmount,
  type Balance,
  type Entry,
  entryOf,
  hashOf,
  moved,
  movesOf,
  type NewEntry,
} from './ledger.rules.ts'
import { levelOf } from './level.rules.ts'
import { keepPending } from './pending.server.ts'
import { scoredBy } from './score.rules.ts'
import { score } from './score.server.ts'
import { keepVintages } from './vintage.server.ts'

export type { Entry, NewEntry } from './ledger.rules.ts'

/**
 * Books what `wishes` say, in their order, each `key` once: those booked before are left out. Takes the
 * chain first, and keeps accounts, what is pending, vintages, leaderboards and levels in step. Answers
 * what was written: a reversal of spent points is also a debt, and what comes in settles one. Throws
 * `WrongAmount` or `Overdrawn`, with nothing written, for what cannot be.
 */
export async function book(tx: Tx, wishes: NewEntry[]): Promise<Entry[]> {
  for (const { amount } of wishes) assertAmount(amount)
  if (!wishes.length) return []
  await holdChain(tx)
  return bookNew(tx, await notYetBooked(tx, wishes))
}

/** As `book`, for whoever holds the chain and has looked: no `key` was booked before, nor is there twice. */
export async function bookNew(tx: Tx, wishes: NewEntry[]): Promise<Entry[]> {
  if (!wishes.length) return []
  const end = await holdChain(tx)
  const before = await balancesOf(tx, [...new Set(wishes.map(({ personId }) => personId))])
  const accounts = new Map<string, Balance>(before)
  const pages = await written(tx, wishes, { end, accounts })
  if (!pages.length) return []

  await keepAccounts(tx, before, accounts)
  const entries = pages.map(({ entry }) => entry)
  await keepPending(tx, pages)
  await keepVintages(tx, entries)
  await score(tx, entries.flatMap(scoredBy))
  return entries
}

/** An entry, and the wish that it comes of. */
export type Page = { entry: Entry; wish: NewEntry }

const underKeys = (tx: Tx) => () =>
  tx
    .select({ key: pointEntries.key })
    .from(pointEntries)
    .where(isAmong(pointEntries.key, 'keys'))
    .prepare('keys_booked')

async function notYetBooked(tx: Tx, wishes: NewEntry[]) {
  const byKey = new Map<string, NewEntry>()
  for (const wish of wishes) if (!byKey.has(wish.key)) byKey.set(wish.key, wish)
  const keys = listOf([...byKey.keys()])
  const known = await prepared(tx, 'keys_booked', underKeys(tx)).execute({ keys })
  for (const { key } of known) byKey.delete(key)
  return [...byKey.values()]
}

type Books = { end: { seq: number; hash: string }; accounts: Map<string, Balance> }

async function written(tx: Tx, wishes: NewEntry[], { end, accounts }: Books) {
  const { pointExpiryMonths, calendar } = await siteSettings(tx)
  const at = now()
  const expiresOn = expiryDay(at, pointExpiryMonths, calendar.timeZone) ?? never
  const pages: Page[] = []
  let { seq, hash } = end
  for (const wish of wishes) {
    let balance = accounts.get(wish.personId)!
    for (const move of movesOf(wish, balance)) {
      balance = moved(balance, move)
      const entry = entryOf(wish, move, { seq: ++seq, at, expiresOn })
      hash = entry.hash = hashOf(hash, entry)
      pages.push({ entry, wish })
    }
    accounts.set(wish.personId, balance)
  }
  await insertAll(
    tx,
    pointEntries,
    pages.map(({ entry }) => entry),
  )
  if (pages.length) await tx.update(pointChain).set({ seq, hash }).where(eq(pointChain.id, 1))
  return pages
}

const kept = ['available', 'pending', 'owed', 'earned', 'spent', 'level'] as const
const keeping = {
  target: [pointAccounts.personId],
  set: Object.fromEntries(kept.map((name) => [name, brought(pointAccounts[name])])),
}

/** Whoever holds the chain is alone with the numbers of accounts: they are set, not added to. */
async function keepAccounts(
  tx: Tx,
  before: Map<string, Balance & { level: number }>,
  accounts: Map<string, Balance>,
) {
  const { pointLevels } = await siteSettings(tx)
  // Their other columns are not the ledger's, and stay.
  const after = [...accounts].map(([personId, { available, pending, owed, earned, spent }]) => ({
    ...{ personId, available, pending, owed, earned, spent },
    level: levelOf(earned, pointLevels),
  }))
  await insertAll(tx, pointAccounts, after, keeping)
  await countLevels(
    tx,
    after.filter(({ personId, level }) => level > before.get(personId)!.level),
  )
}
