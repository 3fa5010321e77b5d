import { parse } from 'csv-parse/sync'

export const mostCodes = 10_000
export const mostBytes = 400_000
const [shortest, longest] = [4, 100]

/** Why a row was left out. */
export type RowFault = 'not-a-code' | 'too-short' | 'too-long' | 'twice' | 'not-csv'
export type BadRow = { row: number; why: RowFault }
export type Sheet = {
  /** Each code once, in the order of the rows. */
  codes: { row: number; code: string }[]
  bad: BadRow[]
  rows: number
}
export type SheetRefusal = 'no-column' | 'too-many' | 'empty'

type Line = { record: string[]; row: number }

/** A code is printed and typed: letters, digits and a few signs, no blanks inside. */
const isCode = (text: string) => /^[\p{L}\p{N}!#$%&*+\-./:=?@_~]+$/u.test(text)

function faultOf(code: string, seen: Set<string>): RowFault | undefined {
  if (!isCode(code)) return 'not-a-code'
  if (code.length < shortest) return 'too-short'
  if (code.length > longest) return 'too-long'
  return seen.has(code) ? 'twice' : undefined
}

const signs = [',', ';', '\t']

/** The sign between the columns: the one that the first line has most of. */
function delimiterOf(text: string) {
  const first = text.split('\n', 1)[0] ?? ''
  const counts = signs.map((sign) => first.split(sign).length)
  return signs[counts.indexOf(Math.max(...counts))]!
}

/**
 * The codes in a text, one a line, or in the `column` of a CSV (its first line names the columns).
 * A row that holds none is named with its number and stops no other. `no-column` where no column has
 * that name, or several have none to choose by; `too-many` above 10,000 rows; `empty` without any.
 */
export function readCodes(text: string, column = ''): Sheet | SheetRefusal {
  const bad: BadRow[] = []
  const parsed = recordsOf(text, bad)
  const [first] = parsed
  if (!first) return 'empty'
  const place = columnOf(first.record, column)
  if (!place) return 'no-column'
  const lines = place.isNamed ? parsed.slice(1) : parsed
  if (lines.length > mostCodes) return 'too-many'
  const codes = sorted(lines, place.index, bad)
  bad.sort((one, other) => one.row - other.row)
  return { codes, bad, rows: codes.length + bad.length }
}

/** Each line for itself, for no code has two: a quotation that never ends spoils one row and no more. */
function recordsOf(text: string, bad: BadRow[]): Line[] {
  const delimiter = delimiterOf(text)
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n?|\n/)
  return lines.flatMap((line, i) => {
    if (!line.trim()) return []
    const record = cellsOf(line, delimiter)
    if (record) return [{ record, row: i + 1 }]
    bad.push({ row: i + 1, why: 'not-csv' })
    return []
  })
}

function cellsOf(line: string, delimiter: string): string[] | undefined {
  if (!line.includes('"')) return line.split(delimiter).map((cell) => cell.trim())
  try {
    return (parse(line, { delimiter, trim: true }) as string[][])[0]
  } catch {
    return undefined
  }
}

function sorted(lines: Line[], index: number, bad: BadRow[]) {
  const seen = new Set<string>()
  const codes: Sheet['codes'] = []
  for (const { record, row } of lines) {
    const code = record[index] ?? ''
    const why = faultOf(code, seen)
    if (why) bad.push({ row, why })
    else codes.push({ row, code })
    seen.add(code)
  }
  return codes
}

const plain = (text: string) => text.trim().toLowerCase()
const heads = ['code', 'codes', 'codice', 'codici', 'coupon', 'voucher']

/** Which column holds the codes, and whether the first line is the names of the columns. */
function columnOf(first: string[], column: string) {
  const names = first.map(plain)
  if (column) {
    const index = names.indexOf(plain(column))
    return index < 0 ? undefined : { index, isNamed: true }
  }
  const known = names.findIndex((name) => heads.includes(name))
  if (known >= 0) return { index: known, isNamed: true }
  return first.length > 1 ? undefined : { index: 0, isNamed: false }
}

/** As much of a code as the staff may see: its last two signs. */
export const endOf = (code: string) => `…${code.slice(-2)}`
