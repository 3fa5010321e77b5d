import { parseArgs, type ParseArgsConfig } from 'node:util'

/** Rows as a table of plain text; numbers stand to the right. The first row is the head. */
export function tableOf(rows: (string | number)[][]) {
  const widths = rows[0]!.map((_, i) => Math.max(...rows.map((row) => String(row[i]).length)))
  const line = (row: (string | number)[]) =>
    row
      .map((cell, i) => {
        const said = String(cell)
        return typeof cell === 'number' ? said.padStart(widths[i]!) : said.padEnd(widths[i]!)
      })
      .join('  ')
      .trimEnd()
  const rule = widths.map((width) => '─'.repeat(width)).join('  ')
  return [line(rows[0]!), rule, ...rows.slice(1).map(line)].join('\n')
}

/** Ends a command that cannot do what was asked, saying why. */
export function fail(reason: unknown): never {
  console.error(reason instanceof Error ? reason.message : String(reason))
  process.exit(1)
}

type Options = NonNullable<ParseArgsConfig['options']>

/** What was asked on the command line; ends the command where it makes no sense. */
export function asked<T extends Options>(options: T) {
  try {
    return parseArgs({ options }).values
  } catch (error) {
    return fail(error)
  }
}

/** The same, for a command that may be told files. */
export function askedOfFiles<T extends Options>(options: T) {
  try {
    const { values, positionals } = parseArgs({ options, allowPositionals: true })
    return { wish: values, files: positionals }
  } catch (error) {
    return fail(error)
  }
}
