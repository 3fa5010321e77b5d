import { and, asc, eq, gt, isNotNull, isNull, sum } from 'drizzle-orm'
import type { Read, Tx } from '#db/database.server.ts'
import { isOneOf } from '#db/expressions.ts'
import { pointAccounts, pointEntries, pointVintages } from '#db/schema/points.ts'
import { siteSettings } from '../site/site.server.ts'
import { accountsOf, holdChain } from './account.server.ts'
import type { Balance } from './ledger.rules.ts'
import { levelOf } from './level.rules.ts'
import { balanceOf, houseOf, type Sum, type Wrong } from './proof.rules.ts'

const together = 300
const columns = ['available', 'pending', 'owed', 'earned', 'spent'] as const

/**
 * Every number of an account and every vintage that is not what the entries add up to; and the house's side, which with the members' comes to nothing. A page of members at a time.
 */
export async function* accountFaults(db: Read): AsyncGenerator<Wrong> {
  let [members, house] = [0, 0]
  for await (const ids of everybody(db)) {
    const [sums, accounts] = [await sumsOf(db, ids), await accountsOf(db, ids)]
    for (const id of ids) {
      const own = sums.get(id) ?? []
      const account = accounts.get(id)!
      house += houseOf(own)
      members += account.available + account.pending - account.owed
      yield* numbersOff(id, account, balanceOf(own))
    }
    yield* vintagesOff(await vintagesKept(db, ids), await vintagesCounted(db, ids))
  }
  if (members + house !== 0)
    yield { counter: 'both sides', of: 'the house', stored: house, counted: -members }
}

/** Whoever has an account; then whoever has entries and none. Some at a time. */
async function* everybody(db: Read): AsyncGenerator<string[]> {
  const { personId } = pointAccounts
  for (let after = ''; ;) {
    const page = await db
      .select({ id: personId })
      .from(pointAccounts)
      .where(gt(personId, after))
      .orderBy(asc(personId))
      .limit(together)
    if (!page.length) break
    yield page.map(({ id }) => id)
    after = page.at(-1)!.id
  }
  const entered = pointEntries.personId
  for (let after = ''; ;) {
    const page = await db
      .selectDistinct({ id: entered })
      .from(pointEntries)
      .leftJoin(pointAccounts, eq(personId, entered))
      .where(and(gt(entered, after), isNull(personId)))
      .orderBy(asc(entered))
      .limit(together)
    if (!page.length) break
    yield page.map(({ id }) => id)
    after = page.at(-1)!.id
  }
}

async function sumsOf(db: Read, ids: string[]) {
  const { personId, kind, debit, credit, amount } = pointEntries
  const rows = await db
    .select({ personId, kind, debit, credit, amount: sum(amount).mapWith(Number) })
    .from(pointEntries)
    .where(isOneOf(personId, ids))
    .groupBy(personId, kind, debit, credit)
  const all = new Map<string, Sum[]>()
  for (const row of rows)
    all.set(row.personId, [...(all.get(row.personId) ?? []), { ...row, amount: row.amount ?? 0 }])
  return all
}

function* numbersOff(personId: string, stored: Balance, counted: Balance): Generator<Wrong> {
  for (const column of columns)
    if (stored[column] !== counted[column])
      yield {
        ...{ counter: column, of: personId, stored: stored[column], counted: counted[column] },
        mend: (tx) => recount(tx, personId),
      }
}

/** Sets the numbers of an account to what its entries add up to. */
async function recount(tx: Tx, personId: string) {
  await holdChain(tx)
  const { pointLevels } = await siteSettings(tx)
  const balance = balanceOf((await sumsOf(tx, [personId])).get(personId) ?? [])
  const set = { ...balance, level: levelOf(balance.earned, pointLevels) }
  await tx
    .insert(pointAccounts)
    .values({ personId, ...set })
    .onConflictDoUpdate({ target: pointAccounts.personId, set })
}

type Part = { personId: string; name: string; amount: number; mend: (tx: Tx) => Promise<void> }

function* vintagesOff(kept: Part[], counted: Part[]): Generator<Wrong> {
  const keyOf = ({ personId, name }: Part) => `${personId} ${name}`
  const stored = new Map(kept.map((part) => [keyOf(part), part.amount]))
  const right = new Map(counted.map((part) => [keyOf(part), part.amount]))
  for (const part of [...counted, ...kept.filter((part) => !right.has(keyOf(part)))]) {
    const [is, should] = [stored.get(keyOf(part)) ?? 0, right.get(keyOf(part)) ?? 0]
    const { personId, name, mend } = part
    if (is !== should)
      yield { counter: `ends on ${name}`, of: personId, stored: is, counted: should, mend }
  }
}

async function vintagesKept(db: Read, ids: string[]) {
  const rows = await db.select().from(pointVintages).where(isOneOf(pointVintages.personId, ids))
  return rows.map(({ personId, expiresOn, amount }) => vintage(personId, expiresOn, amount))
}

async function vintagesCounted(db: Read, ids: string[]) {
  const { personId, expiresOn, amount, credit } = pointEntries
  const rows = await db
    .select({ personId, expiresOn, amount: sum(amount).mapWith(Number) })
    .from(pointEntries)
    .where(and(isOneOf(personId, ids), eq(credit, 'available'), isNotNull(expiresOn)))
    .groupBy(personId, expiresOn)
  return rows.map((row) => vintage(row.personId, row.expiresOn!, row.amount))
}

const vintage = (personId: string, name: string, amount: number): Part => ({
  ...{ personId, name, amount },
  mend: (tx) => setVintage(tx, personId, name),
})

async function setVintage(tx: Tx, personId: string, expiresOn: string) {
  await holdChain(tx)
  const counted = (await vintagesCounted(tx, [personId])).find(({ name }) => name === expiresOn)
  const { personId: whose, expiresOn: day } = pointVintages
  await tx.delete(pointVintages).where(and(eq(whose, personId), eq(day, expiresOn)))
  const amount = counted?.amount
  if (amount) await tx.insert(pointVintages).values({ personId, expiresOn, amount })
}
