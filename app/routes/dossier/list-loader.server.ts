import type { LoaderFunctionArgs } from '@remix-run/node'
import { criteriaInUse, everyCriterion } from '#app/domain/dossiers/criteria.server.ts'
import { ListQuery, views } from '#app/domain/dossiers/dossier.form.ts'
import {
  dossierCounts,
  dossierList,
  waitingFor,
  type Weighed,
  weighedMap,
} from '#app/domain/dossiers/dossier-list.server.ts'
import { isDisputed } from '#app/domain/dossiers/spread.rules.ts'
import { categoryList, statusList } from '#app/domain/ideas/categories.server.ts'
import { langOf } from '#app/domain/ideas/idea-feed.rules.ts'
import type { Person } from '#app/domain/identity/viewer.rules.ts'
import type { Locale } from '#app/web/visit.server.ts'
import { db } from '#db/database.server.ts'

type Words = { labelIt: string; labelEn: string }

/** The list of dossiers in the view that was asked for, or in the first that holds something for `viewer`. */
export async function dossiersDesk({ request, context }: LoaderFunctionArgs, viewer: Person) {
  const { locale } = context.visit
  const named = ({ labelIt, labelEn }: Words) => (locale === 'it' ? labelIt : labelEn)
  const query = ListQuery.parse(Object.fromEntries(new URL(request.url).searchParams))
  const [mine, counts, categories, statuses] = await Promise.all([
    waitingFor(db, viewer),
    dossierCounts(db),
    categoryList(db),
    statusList(db),
  ])
  const category = categories.some(({ id }) => id === query.category) ? query.category : undefined
  const view = query.view ?? (mine.length ? 'mine' : 'open')
  const found = await rowsOf({ ...query, view, category }, viewer, mine)
  const chosen = found.rows.filter((row) => !query.disputed || row.isDisputed)
  const label = new Map(statuses.map((status) => [status.id, status]))
  return {
    ...{ view, category: category ?? '', disputed: !!query.disputed, isFirst: !query.after },
    next: found.next ?? null,
    tabs: views.map((name) => ({ name, count: countOf(name, mine.length, counts) ?? null })),
    categories: categories.map((one) => ({ value: one.id, label: named(one) })),
    rows: chosen.map((row) => rowTold(row, locale, named(label.get(row.idea.status)!))),
    ...(view === 'map' ? await matrixOf(chosen, named) : { criteria: [], matrix: [] }),
  }
}
export type DossiersDesk = typeof dossiersDesk

const countOf = (view: string, mine: number, counts: Record<string, number>) => {
  if (view === 'map') return undefined
  return view === 'mine' ? mine : (counts[view] ?? 0)
}

async function rowsOf(query: ListQuery, viewer: Person, mine: Weighed[]) {
  const { view, category, after } = query
  const isWanted = ({ idea }: Weighed) => !category || idea.categoryId === category
  if (view === 'mine') return { rows: mine.filter(isWanted), next: undefined }
  if (view === 'map') return { rows: await weighedMap(db, viewer, category), next: undefined }
  return dossierList(db, viewer, { state: view ?? 'open', category, after })
}

function rowTold(row: Weighed, locale: Locale, status: string) {
  const { dossier, idea, progress, lead, sees, own, score, place } = row
  return {
    ...{ id: dossier.id, state: dossier.state, progress, lead, sees, status },
    ...{ number: idea.number, title: idea.title, lang: langOf(idea, locale) },
    votesCount: idea.votesCount,
    dueAt: dossier.dueAt,
    openedAt: dossier.openedAt,
    publishedAt: dossier.publishedAt,
    isMine: !!own,
    hasScored: !!own?.scoredAt,
    isReconciled: sees && !!dossier.reconciledAt,
    isDisputed: row.isDisputed,
    score: score ?? null,
    place: place ?? null,
  }
}

/** The criteria in use, and those that only older dossiers have; a cell for each idea and criterion. */
async function matrixOf(rows: Weighed[], named: (words: Words) => string) {
  const [inUse, every] = await Promise.all([criteriaInUse(db), everyCriterion(db)])
  const used = new Set([
    ...inUse.map(({ id }) => id),
    ...rows.flatMap(({ dossier }) => dossier.criterionIds),
  ])
  const criteria = every.filter(({ id }) => used.has(id))
  return {
    criteria: criteria.map((one) => ({ id: one.id, label: named(one), weight: one.weight })),
    matrix: rows.map(({ dossier, tallies, verdicts }) => ({
      id: dossier.id,
      cells: criteria.map(({ id }) => {
        const tally = tallies.get(id)
        return tally
          ? {
              average: tally.average,
              spread: tally.spread,
              isDisputed: isDisputed(tally),
              verdict: verdicts.get(id) ?? null,
            }
          : null
      }),
    })),
  }
}
