import type { Case } from '#app/domain/care/case.server.ts'
import type { Person } from '#app/domain/identity/viewer.rules.ts'
import { caseHref } from './case-href.ts'
import { caseListOf } from './list.server.ts'
import { inboxHref, inboxQuery } from './list.tsx'

type Locale = 'it' | 'en'
const longest = 300

/** The list that an agent came from, with the cases before and after this one there. */
export async function placeInView(agent: Person, row: Case, url: URL, locale: Locale) {
  const from = (url.searchParams.get('from') ?? '').slice(0, longest)
  const list = await caseListOf(agent, new URLSearchParams(from), locale)
  const view = inboxQuery(list)
  const [previous, next] = around(list.rows, row.id)
  return {
    cases: list,
    view,
    here: caseHref(row.id, { view }),
    list: inboxHref(list),
    previous: previous && caseHref(previous.id, { view }),
    next: next && caseHref(next.id, { view }),
  }
}

type Row = { id: string }

/** Of a case that is not on the list, the first of it comes next. */
function around(rows: Row[], id: string): [Row | undefined, Row | undefined] {
  const at = rows.findIndex((one) => one.id === id)
  return at < 0 ? [undefined, rows[0]] : [rows[at - 1], rows[at + 1]]
}

/**
 * Where an agent goes on once a case needs them no more: to the next one of their view, else to the
 * list. Asked before the case leaves it.
 */
export async function afterThis(agent: Person, row: Case, view: string) {
  const list = await caseListOf(agent, new URLSearchParams(view), 'it')
  const [previous, next] = around(list.rows, row.id)
  const then = next ?? previous
  return then ? caseHref(then.id, { view }) : inboxHref(list)
}
