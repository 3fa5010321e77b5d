const mostLines = 20

/** How often something was said, and at which lines of the file (the first twenty). */
export type Said = { count: number; lines: number[] }

/** What became of the rows of one file. */
export type Tally = {
  file: string
  read: number
  imported: number
  there: number
  repaired: number
  skipped: number
  repairs: Map<string, Said>
  skips: Map<string, Said>
}

export const newTally = (file: string): Tally => ({
  file,
  read: 0,
  imported: 0,
  there: 0,
  repaired: 0,
  skipped: 0,
  repairs: new Map(),
  skips: new Map(),
})

function say(all: Map<string, Said>, what: string, line: number) {
  const said = all.get(what) ?? { count: 0, lines: [] }
  all.set(what, said)
  said.count++
  if (said.lines.length < mostLines) said.lines.push(line)
}

/** Notes a row that cannot be imported, and why. */
export function skip(tally: Tally, line: number, reason: string) {
  tally.skipped++
  say(tally.skips, reason, line)
}

/** Notes a row that was imported, and what had to be mended. */
export function take(tally: Tally, line: number, repairs: string[]) {
  tally.imported++
  if (repairs.length) tally.repaired++
  for (const repair of repairs) say(tally.repairs, repair, line)
}

/** Lines as people write them: `2, 5–7 and 12 more`. */
export function linesOf({ count, lines }: Said) {
  const sorted = [...lines].sort((a, b) => a - b)
  const runs: [number, number][] = []
  for (const line of sorted) {
    const last = runs.at(-1)
    if (last && line <= last[1] + 1) last[1] = line
    else runs.push([line, line])
  }
  const said = runs.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(', ')
  return count > lines.length ? `${said} and ${count - lines.length} more` : said
}
