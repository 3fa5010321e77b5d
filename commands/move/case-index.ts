import { indexed } from '#app/domain/ideas/words.rules.ts'
import { cellsBy, type Cell, type Side, type Table } from './side.ts'

type Cells = (name: string) => Cell | undefined

/** Builds the index in which agents look for cases, of the same words as `indexCase` of the domain. */
export async function indexCases(side: Side, tables: Table[]) {
  const each = eachOf(side, tables)
  const people = new Map<string, string[]>()
  const said = new Map<string, string[]>()
  await each('people', (cell) => {
    people.set(String(cell('id')), [String(cell('display_name')), String(cell('handle'))])
  })
  for (const table of ['case_messages', 'case_notes'])
    await each(table, (cell) => {
      if (cell('deleted_at') !== null) return
      const id = String(cell('case_id'))
      said.set(id, [...(said.get(id) ?? []), String(cell('body'))])
    })
  const found: [number, string][] = []
  await each('cases', (cell) => {
    if (cell('erased_at') !== null) return
    const about = ['subject', 'name', 'product', 'batch', 'shop'].map((name) => String(cell(name)))
    const who = people.get(String(cell('person_id'))) ?? []
    const all = [...about, ...who, ...(said.get(String(cell('id'))) ?? [])]
    found.push([Number(cell('number')), indexed(all.join('\n'))])
  })
  for (const [number, words] of found) await side.indexCase(number, words)
}

/** Goes through the rows of a table, each as a way to its cells. */
const eachOf =
  (side: Side, tables: Table[]) => async (name: string, look: (cell: Cells) => void) => {
    const table = tables.find((one) => one.name === name)!
    const cell = cellsBy(table)
    for await (const rows of side.rowsOf(table)) for (const row of rows) look((at) => cell(row, at))
  }
