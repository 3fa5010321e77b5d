/** What a column holds, whatever the database calls it. */
export type Kind = 'text' | 'whole' | 'fraction' | 'boolean' | 'moment' | 'json'
export type Column = { name: string; kind: Kind }
export type Table = { name: string; columns: Column[] }

/** A value as both databases understand it: moments in ms, yes as 1, JSON as text with its keys in order. */
export type Cell = string | number | null
export type Row = Cell[]

/** One of the two databases of a move. Whatever it writes is one transaction. */
export type Side = {
  /** The migrations it has had, by their names; nothing for a database without tables. */
  migrations: () => Promise<string[]>
  /** The tables of rows (not those of the index or the migrations), with the names of their columns. */
  tables: () => Promise<Map<string, string[]>>
  begin: (mode: 'read' | 'write') => Promise<void>
  commit: () => Promise<void>
  rollback: () => Promise<void>
  /** All rows of a table, some hundreds at a time. */
  rowsOf: (table: Table) => AsyncIterable<Row[]> | Iterable<Row[]>
  insert: (table: Table, rows: Row[]) => Promise<void>
  countOf: (table: string) => Promise<number>
  indexIdea: (number: number, title: string, body: string) => Promise<void>
  indexCase: (number: number, words: string) => Promise<void>
  /** The numbers of the ideas whose index holds a word, ascending; of all that are indexed without one. */
  indexed: (word?: string) => Promise<number[]>
  close: () => Promise<void>
}

/** What the two dialects say beyond that: one of each takes part in every move. */
export type Described = { kinds: Map<string, Map<string, Kind>>; parents: Map<string, string[]> }

export const together = 500

/** How a cell of a row is found by the name of its column. */
export const cellsBy = ({ columns }: Table) => {
  const at = new Map(columns.map(({ name }, i) => [name, i]))
  return (row: Row, name: string) => row[at.get(name)!]
}

/** JSON as one text, however a database orders its keys. */
export const settled = (json: string) => JSON.stringify(JSON.parse(json, inOrder))

function inOrder(_key: string, value: unknown) {
  if (!value || typeof value !== 'object' || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
}
