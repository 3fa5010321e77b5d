import { and, desc, eq, inArray, isNull } from 'drizzle-orm'
import type { Read } from '#db/database.server.ts'
import { howMany, pageAfter } from '#db/expressions.ts'
import { dossiers, evaluations, verdicts } from '#db/schema/dossiers.ts'
import { ideas } from '#db/schema/ideas.ts'
import { people } from '#db/schema/identity.ts'
import { momentOf } from '#db/time.ts'
import { may, type Person } from '../identity/viewer.rules.ts'
import { placeOf, weightedScore } from './band.rules.ts'
import { everyCriterion } from './criteria.server.ts'
import type { Dossier } from './dossier.server.ts'
import { countedScores } from './reconcile.server.ts'
import { seesScores } from './sight.rules.ts'
import { isDisputed, talliesOf } from './spread.rules.ts'

const aPage = 50
const most = 500

const listed = (db: Read) =>
  db
    .select({
      dossier: dossiers,
      lead: people.displayName,
      idea: {
        number: ideas.number,
        slug: ideas.slug,
        title: ideas.title,
        locale: ideas.locale,
        status: ideas.status,
        categoryId: ideas.categoryId,
        votesCount: ideas.votesCount,
      },
    })
    .from(dossiers)
    .leftJoin(people, eq(people.id, dossiers.leadId))
type Row = { dossier: Dossier; lead: string | null; idea: ListedIdea }
type ListedIdea = Pick<
  typeof ideas.$inferSelect,
  'number' | 'slug' | 'title' | 'locale' | 'status' | 'categoryId' | 'votesCount'
>

type Wish = { state: Dossier['state']; category?: string; after?: string; limit?: number }

/**
 * One page of the dossiers of a state, the newest first, as `viewer` may see each (see `weighed`).
 * `next` is where the following page begins.
 */
export async function dossierList(db: Read, viewer: Person, wish: Wish) {
  const { limit = aPage } = wish
  const rows: Row[] = await listed(db)
    .innerJoin(ideas, eq(ideas.id, dossiers.ideaId))
    .where(narrowed(wish))
    .orderBy(desc(dossiers.openedAt), desc(dossiers.id))
    .limit(limit + 1)
  const page = rows.slice(0, limit)
  const last = page.at(-1)?.dossier
  const next = rows.length > limit && last ? `${last.openedAt.getTime()}.${last.id}` : undefined
  return { rows: await weighed(db, viewer, page), next }
}

function narrowed({ state, category, after }: Wish) {
  const [, openedAt, id] = /^(\d{1,15})\.([\w-]{1,40})$/.exec(after ?? '') ?? []
  return and(
    eq(dossiers.state, state),
    category ? eq(ideas.categoryId, category) : undefined,
    id ? pageAfter([dossiers.openedAt, dossiers.id], [momentOf(Number(openedAt)), id]) : undefined,
  )
}

/** The open dossiers that wait for `viewer` to score them, the most urgent first. */
export async function waitingFor(db: Read, viewer: Person) {
  const rows: Row[] = await listed(db)
    .innerJoin(ideas, eq(ideas.id, dossiers.ideaId))
    .innerJoin(evaluations, eq(evaluations.dossierId, dossiers.id))
    .where(
      and(
        eq(evaluations.evaluatorId, viewer.id),
        isNull(evaluations.scoredAt),
        eq(dossiers.state, 'open'),
        isNull(dossiers.scoringClosedAt),
      ),
    )
    .limit(most)
  const urgency = ({ dossier }: Row) => dossier.dueAt?.getTime() ?? Number.MAX_SAFE_INTEGER
  return weighed(
    db,
    viewer,
    rows.sort((a, b) => urgency(a) - urgency(b) || +a.dossier.openedAt - +b.dossier.openedAt),
  )
}

/** How many dossiers are in each state. */
export async function dossierCounts(db: Read) {
  const rows = await db
    .select({ state: dossiers.state, count: howMany() })
    .from(dossiers)
    .groupBy(dossiers.state)
  return Object.fromEntries(rows.map(({ state, count }) => [state, count]))
}

/** The open and the published dossiers whose scores `viewer` may see, for matrix and scatter. */
export async function weighedMap(db: Read, viewer: Person, category?: string) {
  const [open, published] = await Promise.all([
    dossierList(db, viewer, { state: 'open', category, limit: most }),
    dossierList(db, viewer, { state: 'published', category, limit: most }),
  ])
  return [...open.rows, ...published.rows].filter(({ sees }) => sees)
}

/** Every dossier there is, some at a time, for exports. */
export async function* everyDossier(db: Read, viewer: Person) {
  for (const state of ['open', 'published', 'closed'] as const)
    for (let after: string | undefined, more = true; more; more = !!after) {
      const page = await dossierList(db, viewer, { state, after, limit: 200 })
      yield page.rows
      after = page.next
    }
}

/**
 * Dossiers with how many were asked and how many have scored; to who may see them (`sees`) also the
 * tally of each criterion, whether there is disagreement, the verdicts, their weighted score and the
 * place between effort and impact.
 */
async function weighed(db: Read, viewer: Person, rows: Row[]) {
  if (!rows.length || !may(viewer, 'dossiers.see')) return []
  const ids = rows.map(({ dossier }) => dossier.id)
  const [asked, given, criteria] = await Promise.all([
    db.select().from(evaluations).where(inArray(evaluations.dossierId, ids)),
    db.select().from(verdicts).where(inArray(verdicts.dossierId, ids)),
    everyCriterion(db),
  ])
  const axes = new Map(criteria.map(({ id, axis }) => [id, axis]))
  const askedFor = (id: string) => asked.filter(({ dossierId }) => dossierId === id)
  const visible = rows.filter(({ dossier }) => seesScores(dossier, askedFor(dossier.id), viewer))
  const seen = new Set(visible.map(({ dossier }) => dossier.id))
  const counted = await countedScores(
    db,
    asked.filter(({ dossierId }) => seen.has(dossierId)),
  )
  return rows.map(({ dossier, ...row }) => {
    const of = <T extends { dossierId: string }>(all: T[]) =>
      all.filter(({ dossierId }) => dossierId === dossier.id)
    const sees = seen.has(dossier.id)
    const progress = { asked: of(asked).length, done: of(asked).filter((a) => a.scoredAt).length }
    const own = of(asked).find(({ evaluatorId }) => evaluatorId === viewer.id)
    const reached = sees && dossier.reconciledAt ? of(given) : []
    const tallies = talliesOf(sees ? dossier.criterionIds : [], of(counted))
    const placed = reached.map((one) => ({ ...one, axis: axes.get(one.criterionId)! }))
    return {
      ...row,
      ...{ dossier, progress, sees, tallies, own: own && { scoredAt: own.scoredAt } },
      isDisputed: [...tallies.values()].some(isDisputed),
      verdicts: new Map(reached.map(({ criterionId, score }) => [criterionId, score])),
      score: weightedScore(reached),
      place: placeOf(placed),
    }
  })
}

export type Weighed = Awaited<ReturnType<typeof weighed>>[number]
