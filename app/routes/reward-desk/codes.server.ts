import type { Person } from '#app/domain/identity/viewer.rules.ts'
import { type BadRow, endOf, type Sheet } from '#app/domain/rewards/pool.rules.ts'
import { addCodes, codesAtOnce, rowsInPool } from '#app/domain/rewards/pool.server.ts'
import { db, transaction } from '#db/database.server.ts'

const mostNamed = 50

/** What came of an import, or would: how many codes are new, and which rows are left out, and why. */
export type CodesOutcome = {
  done: boolean
  rows: number
  added: number
  bad: (BadRow | { row: number; why: 'in-pool' })[]
  badCount: number
  /** The last signs of some, to see that it is the right column. */
  ends: string[]
  /** The new codes, for the form that puts them in; empty when it is done. */
  codes: string
}

const outcome = (sheet: Sheet, inPool: number[]) => {
  const bad = [...sheet.bad, ...inPool.map((row) => ({ row, why: 'in-pool' as const }))]
  bad.sort((one, other) => one.row - other.row)
  return { rows: sheet.rows, bad: bad.slice(0, mostNamed), badCount: bad.length }
}

/** Looks what of a sheet would go into the pool; nothing is kept. */
export async function previewedCodes(rewardId: string, sheet: Sheet): Promise<CodesOutcome> {
  const known = await rowsInPool(db, rewardId, sheet.codes)
  const there = new Set(known)
  const fresh = sheet.codes.filter(({ row }) => !there.has(row)).map(({ code }) => code)
  return {
    ...outcome(sheet, known),
    done: false,
    added: fresh.length,
    ends: fresh.slice(0, 5).map(endOf),
    codes: fresh.join('\n'),
  }
}

/** Puts the codes of a sheet into the pool, some at once, so that members' wishes get in between. */
export async function imported(
  editor: Person,
  rewardId: string,
  sheet: Sheet,
): Promise<CodesOutcome> {
  const twice: number[] = []
  let added = 0
  for (let from = 0; from < sheet.codes.length; from += codesAtOnce) {
    const some = sheet.codes.slice(from, from + codesAtOnce)
    const result = await transaction((tx) => addCodes(tx, editor, rewardId, some))
    if (typeof result !== 'object') throw new Response(null, { status: 404 })
    added += result.added
    twice.push(...result.twice)
  }
  return { ...outcome(sheet, twice), done: true, added, ends: [], codes: '' }
}
