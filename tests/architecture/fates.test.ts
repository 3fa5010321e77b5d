import { getTableColumns, getTableName } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { stepsOf } from '#app/domain/privacy/erase-plan.server.ts'
import { ofCase } from '#app/domain/privacy/erase-case.server.ts'
import { places } from '#app/domain/privacy/erase-places.server.ts'
import { fateNames, fates } from '#app/domain/privacy/fate.rules.ts'
import type { AnyTable } from '#db/dialect.ts'
import { allTables } from '#tests/rows.ts'

/** What a column is called that says something of a person, or holds what somebody wrote. */
const personal = new RegExp(
  '(email|handle|displayName|nameFolded|password|bio|birth|avatar|address|agent|fromFolded' +
    '|body|quoted|excerpt|facts|matched|message|comment|story|remark|answer|reason|explanation' +
    '|note|notes|words|payload|fields|details|detail|lastError|data|search|author|source' +
    '|creditName|tracking|fileName|reader|friendCode|castNote|cancelNote|pickReason|couldChange' +
    '|personIds?|[a-z]*(person|author|owner|actor|voter|agent|editor|inviter|friend|reporter|assignee|lead|evaluator)Id' +
    '|[a-z]+By)$',
)
/** Parts of the house by the same names. */
const plain = new Set([
  'point_tallies.debit',
  'cases.source',
  'merges.answerBy',
  'mentions.sourceId',
  'mention_imports.sourceId',
])

const fateOf = (table: string, column: string) =>
  fateNames.filter((fate) => (fates[table]?.[fate] ?? '').split(/\s+/).includes(column))

const tables = await allTables()
const named = (table: AnyTable) => getTableName(table)

test('[#151] every column that says something of a person has its fate when they are erased', () => {
  const undecided = tables.flatMap((table) =>
    Object.keys(getTableColumns(table))
      .filter((column) => personal.test(column) && !plain.has(`${named(table)}.${column}`))
      .filter((column) => fateOf(named(table), column).length !== 1)
      .map(
        (column) =>
          `${named(table)}.${column}: ${fateOf(named(table), column).join(' and ') || 'no fate'}`,
      ),
  )
  expect(undecided).toEqual([])
})

test('no fate is told of a column that there is not', () => {
  const known = new Map(tables.map((table) => [named(table), Object.keys(getTableColumns(table))]))
  const strange = Object.entries(fates).flatMap(([table, of]) =>
    Object.values(of)
      .flatMap((columns) => columns.split(/\s+/))
      .filter((column) => !known.get(table)?.includes(column))
      .map((column) => `${table}.${column}`),
  )
  expect(strange).toEqual([])
})

test('[#151] what is to go, to be emptied or to be unnamed is in a step that does so', () => {
  const who = { id: 'x', handle: 'x', displayName: 'X Y', email: 'x@x', texts: 'remove' } as const
  const steps = [...stepsOf(who), ...ofCase('x')]
  const byHand = [
    'people',
    'person_roles',
    'ideas',
    'idea_tags',
    'idea_revisions',
    'comments',
    'images',
    'cases',
  ]
  const done = new Set(byHand)
  for (const { table, to } of steps) {
    if (to === 'gone') done.add(named(table))
    else for (const column of Object.keys(to)) done.add(`${named(table)}.${column}`)
  }
  for (const { table, in: columns } of places)
    for (const [name, column] of Object.entries(getTableColumns(table)))
      if (columns.includes(column)) done.add(`unnamed ${named(table)}.${name}`)

  const undone = Object.entries(fates).flatMap(([table, of]) =>
    (['goes', 'empty', 'unnamed'] as const).flatMap((fate) =>
      (of[fate] ?? '')
        .split(/\s+/)
        .filter(Boolean)
        .filter((column) =>
          fate === 'unnamed'
            ? !done.has(`unnamed ${table}.${column}`)
            : !done.has(table) && !done.has(`${table}.${column}`),
        )
        .map((column) => `${table}.${column} (${fate})`),
    ),
  )
  expect(undone).toEqual([])
})
