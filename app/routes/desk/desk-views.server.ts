import { statusList } from '#app/domain/ideas/categories.server.ts'
import { chipOf } from '#app/domain/ideas/idea-feed.rules.ts'
import type { Person } from '#app/domain/identity/viewer.rules.ts'
import { viewSearch } from '#app/domain/workflow/desk.form.ts'
import { mostCounted, setCounts } from '#app/domain/workflow/desk-sets.server.ts'
import { deskCounts, deskStatuses } from '#app/domain/workflow/desk.server.ts'
import { viewsOf } from '#app/domain/workflow/views.server.ts'
import type { Locale } from '#app/web/visit.server.ts'
import type { Read } from '#db/database.server.ts'

const ready = [
  { key: 'new', search: viewSearch({ set: 'new', order: 'new' }) },
  { key: 'waiting', search: viewSearch({ set: 'waiting', order: 'oldest' }) },
  { key: 'impact', search: viewSearch({ set: 'impact' }) },
  { key: 'mine', search: viewSearch({ set: 'mine' }) },
] as const

/** The views of the desk: the house's own, those by status, and those that people kept. */
export async function deskViewsFor(db: Read, member: Person, locale: Locale) {
  const [sets, statuses, counts, every, kept] = await Promise.all([
    setCounts(db, member),
    deskStatuses(db),
    deskCounts(db),
    statusList(db),
    viewsOf(db, member),
  ])
  const onBoard = every.filter(({ place }) => place === 'board')
  const board = onBoard.reduce((sum, { id }) => sum + (counts.get(id) ?? 0), 0)
  const inUse = statuses.filter(({ id, retiredAt }) => !retiredAt || counts.get(id))
  return {
    ready: ready.map(({ key, search }) => ({ key, search, ...counted(key, sets) })),
    board,
    statuses: inUse.map((status) => ({
      ...chipOf(status, locale),
      count: counts.get(status.id) ?? 0,
    })),
    kept: kept.map(({ ownerId, owner, ...view }) => ({
      ...view,
      isMine: ownerId === member.id,
      owner,
    })),
  }
}

/** What nobody would count is said to be more than that. */
function counted(key: (typeof ready)[number]['key'], sets: Awaited<ReturnType<typeof setCounts>>) {
  if (key === 'impact') return { count: null, isMore: false }
  return { count: Math.min(sets[key], mostCounted - 1), isMore: sets[key] >= mostCounted }
}
