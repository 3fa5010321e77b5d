export const boardPeriods = ['week', 'season', 'all'] as const
export type BoardPeriod = (typeof boardPeriods)[number]

/** The period that an address names; the season, where it names none. */
export const periodOf = (said: string | null): BoardPeriod =>
  boardPeriods.find((period) => period === said) ?? 'season'

/** Where a page of the leaderboard ended: the points and the id of the last row. */
export type BoardCursor = { amount: number; personId: string }

export const writtenBoardCursor = ({ amount, personId }: BoardCursor) => `${amount}_${personId}`

/** The cursor in an address; `undefined` for none, and for what never was one. */
export function readBoardCursor(said: string | null): BoardCursor | undefined {
  const [, amount, personId] = /^(\d{1,9})_([0-9a-f-]{36})$/.exec(said ?? '') ?? []
  return amount && personId ? { amount: Number(amount), personId } : undefined
}

/**
 * Ranks of a page sorted by points, the most first: equal points share one (1, 2, 2, 4). `above(n)` is
 * how many on the whole board have more than `n`; it is asked for the first two amounts alone.
 */
export async function ranked<Row extends { amount: number }>(
  rows: Row[],
  above: (amount: number) => Promise<number>,
) {
  const second = rows.findIndex(({ amount }) => amount !== rows[0]!.amount)
  const first = rows.length ? 1 + (await above(rows[0]!.amount)) : 1
  const next = second < 0 ? first : 1 + (await above(rows[second]!.amount))
  let rank = first
  return rows.map((row, i) => {
    if (i === second) rank = next
    else if (i && row.amount !== rows[i - 1]!.amount) rank = next + i - second
    return { ...row, rank }
  })
}
