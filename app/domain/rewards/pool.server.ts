import { and, eq } from 'drizzle-orm'
import { newId } from '#db/columns.ts'
import type { Read, Tx } from '#db/database.server.ts'
import { isOneOf, plus } from '#db/expressions.ts'
import { rewardCodes, rewards } from '#db/schema/rewards.ts'
import { now } from '#db/time.ts'
import { audit } from '../audit/audit.server.ts'
import { may, type Person } from '../identity/viewer.rules.ts'
import { fingerprintOf, sealed } from '../identity/seal.server.ts'

export type CodeRow = { row: number; code: string }

/** How many codes go into the pool in one transaction: others write between two. */
export const codesAtOnce = 500

// The same code of two shops is two codes: the mark is of the pool and the code.
const markOf = (rewardId: string, code: string) => fingerprintOf(`code ${rewardId} ${code}`)

/** The rows of those among `codes` that the pool of a coupon holds already, or has given out. */
export async function rowsInPool(db: Read, rewardId: string, codes: CodeRow[]) {
  const rowOf = new Map(codes.map(({ row, code }) => [markOf(rewardId, code), row]))
  const marks = [...rowOf.keys()]
  const rows: number[] = []
  for (let i = 0; i < marks.length; i += codesAtOnce) {
    const known = await db
      .select({ fingerprint: rewardCodes.fingerprint })
      .from(rewardCodes)
      .where(
        and(
          eq(rewardCodes.rewardId, rewardId),
          isOneOf(rewardCodes.fingerprint, marks.slice(i, i + codesAtOnce)),
        ),
      )
    rows.push(...known.map(({ fingerprint }) => rowOf.get(fingerprint)!))
  }
  return rows.sort((one, other) => one - other)
}

/**
 * Puts codes (at most `codesAtOnce`) into the pool of a coupon, sealed, and as many into its stock.
 * Answers how many were `added` and the rows of those that it held already; `no-coupon` for rewards
 * of other kinds; `not-allowed`; `undefined` where there is none.
 */
export async function addCodes(tx: Tx, editor: Person, rewardId: string, codes: CodeRow[]) {
  if (!may(editor, 'rewards.edit')) return 'not-allowed'
  const [reward] = await tx
    .select({ kind: rewards.kind })
    .from(rewards)
    .where(eq(rewards.id, rewardId))
  if (!reward) return undefined
  if (reward.kind !== 'coupon') return 'no-coupon'
  const importedAt = now()
  const rows = codes.map(({ row, code }) => {
    const id = newId()
    const fingerprint = markOf(rewardId, code)
    return {
      row,
      values: {
        id,
        rewardId,
        sealed: sealed({ what: 'code', of: rewardId }, code),
        fingerprint,
        importedAt,
      },
    }
  })
  const added = await tx
    .insert(rewardCodes)
    .values(rows.map(({ values }) => values))
    .onConflictDoNothing()
    .returning({ id: rewardCodes.id })
  const known = new Set(added.map(({ id }) => id))
  const twice = rows.filter(({ values }) => !known.has(values.id)).map(({ row }) => row)
  if (added.length) await stocked(tx, editor, rewardId, added.length)
  return { added: added.length, twice }
}

async function stocked(tx: Tx, editor: Person, rewardId: string, added: number) {
  await tx
    .update(rewards)
    .set({ stock: plus(rewards.stock, added) })
    .where(eq(rewards.id, rewardId))
  await audit(tx, editor.id, 'reward.codes-imported', { subject: rewardId, added })
}
