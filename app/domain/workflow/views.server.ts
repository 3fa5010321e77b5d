import { and, asc, eq, or } from 'drizzle-orm'
import type { Read, Tx } from '#db/database.server.ts'
import { howMany } from '#db/expressions.ts'
import { people } from '#db/schema/identity.ts'
import { deskViews } from '#db/schema/workflow.ts'
import type { Person } from '../identity/viewer.rules.ts'
import { DeskQuery, viewSearch } from './desk.form.ts'

export const mostViews = 20

/** The views that `member` kept, and those that others share, by age; `owner` names whose it is. */
export const viewsOf = (db: Read, member: Person) =>
  db
    .select({
      id: deskViews.id,
      name: deskViews.name,
      search: deskViews.search,
      isShared: deskViews.isShared,
      ownerId: deskViews.ownerId,
      owner: people.displayName,
    })
    .from(deskViews)
    .innerJoin(people, eq(people.id, deskViews.ownerId))
    .where(or(eq(deskViews.ownerId, member.id), eq(deskViews.isShared, true)))
    .orderBy(asc(deskViews.createdAt), asc(deskViews.id))

/** An address of the desk as a view keeps it: what narrows and orders, nothing else that was in it. */
export function keptSearch(search: string) {
  const asked = new URLSearchParams(search.slice(0, 1_000))
  return viewSearch(DeskQuery.parse(Object.fromEntries(asked)))
}

/**
 * Keeps the view of `search` under a name: `view-saved`, or `view-full` where the owner has 20
 * already. The same view under the same name is kept once.
 */
export async function saveView(
  tx: Tx,
  owner: Person,
  { name, search, isShared }: { name: string; search: string; isShared: boolean },
) {
  const [kept] = await tx
    .select({ n: howMany() })
    .from(deskViews)
    .where(eq(deskViews.ownerId, owner.id))
  if (kept!.n >= mostViews) return 'view-full'

  const view = { ownerId: owner.id, name, search: keptSearch(search) }
  const [same] = await tx
    .select({ id: deskViews.id })
    .from(deskViews)
    .where(
      and(
        eq(deskViews.ownerId, owner.id),
        eq(deskViews.name, name),
        eq(deskViews.search, view.search),
      ),
    )
  if (same) return 'view-saved'
  await tx.insert(deskViews).values({ ...view, isShared })
  return 'view-saved'
}

/** Gives one's own view another name, and shares it or keeps it to oneself: `view-changed`, or `undefined`: no such view of theirs. */
export async function changeView(
  tx: Tx,
  owner: Person,
  { id, ...change }: { id: string; name: string; isShared: boolean },
) {
  const [view] = await tx.update(deskViews).set(change).where(own(owner, id)).returning()
  return view && 'view-changed'
}

/** Forgets one's own view: `view-deleted`, or `undefined`: no such view of theirs. */
export async function deleteView(tx: Tx, owner: Person, id: string) {
  const [view] = await tx.delete(deskViews).where(own(owner, id)).returning()
  return view && 'view-deleted'
}

const own = (owner: Person, id: string) =>
  and(eq(deskViews.id, id), eq(deskViews.ownerId, owner.id))
