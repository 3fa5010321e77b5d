export type Cell = string | number | Date | null | undefined

/** What a spreadsheet would take for the beginning of a formula. */
const formula = /^[=+\-@\t\r]/

/**
 * A value as one cell of a CSV (RFC 4180). Text that a spreadsheet would run as a formula is
 * prefixed by an apostrophe; numbers and dates are what they are.
 */
export function csvCell(value: Cell) {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return value.toISOString()
  if (typeof value === 'number') return String(value)
  const safe = formula.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** Cells as one line of a CSV, its end included. */
export const csvLine = (cells: Cell[]) => `${cells.map(csvCell).join(',')}\r\n`
