import { createHash } from 'node:crypto'
import { wordsOf } from '#app/domain/ideas/words.rules.ts'
import type { Row, Side, Table } from './side.ts'

const sampled = 60

/** One line of the comparison: what was counted, on the one side and on the other. */
export type Line = { what: string; from: string; to: string; same: boolean }

/** Counts rows, adds their whole numbers up, and sums a hash of each, in whatever order they come. */
export class Tally {
  rows = 0
  #table: Table
  #sums: number[]
  #hash = 0n

  constructor(table: Table) {
    this.#table = table
    this.#sums = table.columns.map(() => 0)
  }

  add(rows: Row[]) {
    for (const row of rows) {
      this.rows++
      row.forEach((cell, i) => {
        if (this.#table.columns[i]!.kind === 'whole') this.#sums[i]! += Number(cell)
      })
      const hash = createHash('sha1').update(JSON.stringify(row)).digest()
      this.#hash = BigInt.asUintN(64, this.#hash + hash.readBigUInt64LE())
    }
  }

  /** The same words for the same rows. */
  get says() {
    const sums = this.#table.columns.flatMap(({ name, kind }, i) =>
      kind === 'whole' ? [`${name} ${this.#sums[i]}`] : [],
    )
    return [`${this.rows} rows`, ...sums, this.#hash.toString(36)].join(', ')
  }
}

const line = (what: string, from: string, to: string): Line => ({
  what,
  from,
  to,
  same: from === to,
})

/** What was read on the one side against what is now on the other: every row, and what searches find. */
export async function compare(from: Side, to: Side, tables: Table[], copied: Map<string, Tally>) {
  const lines: Line[] = []
  for (const table of tables) {
    const tally = new Tally(table)
    for await (const rows of to.rowsOf(table)) tally.add(rows)
    lines.push(line(table.name, copied.get(table.name)!.says, tally.says))
  }
  const [before, after] = [await from.indexed(), await to.indexed()]
  lines.push(line('search index', ...told(before, after)))
  for (const word of await wordsToTry(
    from,
    tables.find(({ name }) => name === 'ideas')!,
  ))
    lines.push(line(`search: ${word}`, ...told(await from.indexed(word), await to.indexed(word))))
  return lines
}

function told(before: number[], after: number[]): [string, string] {
  const of = (numbers: number[]) => {
    const hash = createHash('sha1').update(String(numbers)).digest('hex').slice(0, 8)
    return `${numbers.length} ideas, ${hash}`
  }
  return [of(before), of(after)]
}

/** Some words of titles from all over the board, each once. */
async function wordsToTry(side: Side, table: Table) {
  const title = table.columns.findIndex(({ name }) => name === 'title')
  const every = Math.max(1, Math.floor((await side.countOf('ideas')) / sampled))
  const words = new Set<string>()
  let seen = 0
  for await (const rows of side.rowsOf(table))
    for (const row of rows)
      if (seen++ % every === 0)
        words.add(wordsOf(String(row[title])).sort((a, b) => b.length - a.length)[0] ?? '')
  return [...words].filter((word) => word.length > 2 && word.length <= 40).slice(0, sampled)
}
