import { eq } from 'drizzle-orm'
import { prepared, type Read, type Tx } from '#db/database.server.ts'
import { isAmong, isOneOf, listOf, unchanged } from '#db/expressions.ts'
import { pointAccounts, pointChain } from '#db/schema/points.ts'
import { type Balance, nothing } from './ledger.rules.ts'

export type Account = typeof pointAccounts.$inferSelect

const untouched = (personId: string): Account => ({
  personId,
  ...{ available: 0, pending: 0, owed: 0, earned: 0, spent: 0, level: 0 },
  ...{ celebratedAt: null, isOffBoard: false, friendCode: null },
})

/** What somebody has; zeros where they never had anything. */
export async function accountOf(db: Read, personId: string): Promise<Account> {
  const [account] = await db
    .select()
    .from(pointAccounts)
    .where(eq(pointAccounts.personId, personId))
  return account ?? untouched(personId)
}

/** The accounts of many, by their ids; zeros where there is none. */
export async function accountsOf(db: Read, personIds: string[]) {
  const every = new Map(personIds.map((id) => [id, untouched(id)]))
  const known = await db
    .select()
    .from(pointAccounts)
    .where(isOneOf(pointAccounts.personId, [...every.keys()]))
  for (const account of known) every.set(account.personId, account)
  return every
}

const { personId, available, pending, owed, earned, spent, level } = pointAccounts
const balances = (db: Read) => () =>
  db
    .select({ personId, available, pending, owed, earned, spent, level })
    .from(pointAccounts)
    .where(isAmong(personId, 'ids'))
    .prepare('balances')

/** What many have, and their levels, by their ids; zeros where they never had anything. */
export async function balancesOf(db: Read, personIds: string[]) {
  const every = new Map<string, Balance & { level: number }>()
  for (const id of personIds) every.set(id, { ...nothing, level: 0 })
  const known = await prepared(db, 'balances', balances(db)).execute({ ids: listOf(personIds) })
  for (const balance of known) every.set(balance.personId, balance)
  return every
}

/**
 * Takes the end of the chain and holds it until the commit: nobody else books meanwhile, and what is
 * read of accounts from here on stays so. Whoever takes rows of other tables too takes this one first.
 */
export async function holdChain(tx: Tx) {
  const [end] = await tx
    .insert(pointChain)
    .values({ id: 1, seq: 0, hash: '' })
    .onConflictDoUpdate({ target: pointChain.id, set: { seq: unchanged(pointChain.seq) } })
    .returning()
  return end!
}

/** Makes somebody's account where there is none, and holds it (and the chain) until the commit. */
export async function lockAccount(tx: Tx, personId: string): Promise<Account> {
  await holdChain(tx)
  await tx.insert(pointAccounts).values({ personId }).onConflictDoNothing()
  return accountOf(tx, personId)
}
