import { linesOf, type Said } from '#app/domain/imports/tally.rules.ts'

/** Says what became of some rows, how often, and where. */
export function explain(title: string, all: Map<string, Said>) {
  for (const [what, said] of all)
    console.log(`\n${title}: ${what} (${said.count})\n  lines ${linesOf(said)}`)
}
