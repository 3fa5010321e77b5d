import { and, asc, eq, inArray, isNull, ne, or } from 'drizzle-orm'
import type { Read } from '#db/database.server.ts'
import { howMany } from '#db/expressions.ts'
import { criteria, dossiers, evaluations, verdicts } from '#db/schema/dossiers.ts'
import { follows } from '#db/schema/follows.ts'
import { ideas } from '#db/schema/ideas.ts'
import { people } from '#db/schema/identity.ts'
import { votes } from '#db/schema/votes.ts'
import { type Band, bandOf, placeOf } from '../dossiers/band.rules.ts'

type Dossier = {
  state: 'open' | 'published' | 'closed'
  evaluators: number
  scored: number
  /** Of a published one, as its page says it. */
  bands?: { effort: Band; impact: Band }
}

/** How far the newest dossier of each of some ideas is: who is to weigh it, and who has. */
export async function dossierStates(db: Read, ideaIds: string[]) {
  if (!ideaIds.length) return new Map<string, Dossier>()
  const rows = await db
    .select({
      id: dossiers.id,
      ideaId: dossiers.ideaId,
      state: dossiers.state,
      evaluatorId: evaluations.evaluatorId,
      scoredAt: evaluations.scoredAt,
    })
    .from(dossiers)
    .leftJoin(evaluations, eq(evaluations.dossierId, dossiers.id))
    .where(inArray(dossiers.ideaId, ideaIds))
    .orderBy(asc(dossiers.openedAt), asc(dossiers.id))
  const bands = await bandsOf(
    db,
    rows.filter(({ state }) => state === 'published').map(({ id }) => id),
  )
  const newest = new Map(rows.map(({ ideaId, id }) => [ideaId, id]))
  const states = new Map<string, Dossier>()
  for (const { id, ideaId, state, evaluatorId, scoredAt } of rows) {
    if (newest.get(ideaId) !== id) continue
    const { evaluators, scored } = states.get(ideaId) ?? { evaluators: 0, scored: 0 }
    states.set(ideaId, {
      state,
      evaluators: evaluators + (evaluatorId ? 1 : 0),
      scored: scored + (scoredAt ? 1 : 0),
      bands: bands.get(id),
    })
  }
  return states
}

async function bandsOf(db: Read, dossierIds: string[]) {
  const rows = dossierIds.length
    ? await db
        .select({ verdict: verdicts, axis: criteria.axis })
        .from(verdicts)
        .innerJoin(criteria, eq(criteria.id, verdicts.criterionId))
        .where(inArray(verdicts.dossierId, dossierIds))
    : []
  return new Map(
    dossierIds.flatMap((id) => {
      const mine = rows.filter(({ verdict }) => verdict.dossierId === id)
      const place = placeOf(mine.map(({ verdict, axis }) => ({ ...verdict, axis })))
      if (!place) return []
      const band = (value: number) => bandOf(Math.round(value))
      return [[id, { effort: band(place.effort), impact: band(place.impact) }]]
    }),
  )
}

/** How many people hear of what becomes of some ideas: authors, voters and followers, each once. */
export async function audienceOf(db: Read, ideaIds: string[]) {
  if (!ideaIds.length) return 0
  const voters = db
    .select({ id: votes.voterId })
    .from(votes)
    .leftJoin(follows, and(eq(follows.ideaId, votes.ideaId), eq(follows.personId, votes.voterId)))
    .where(
      and(inArray(votes.ideaId, ideaIds), or(isNull(follows.state), ne(follows.state, 'muted'))),
    )
  const followers = db
    .select({ id: follows.personId })
    .from(follows)
    .where(and(inArray(follows.ideaId, ideaIds), eq(follows.state, 'following')))
  const authors = db
    .select({ id: people.id })
    .from(ideas)
    .innerJoin(people, eq(people.id, ideas.authorId))
    .where(inArray(ideas.id, ideaIds))
  const all = voters.union(followers).union(authors).as('told')
  const [told] = await db.select({ n: howMany() }).from(all)
  return told!.n
}

/** The names of some people, by id. */
export async function namesOf(db: Read, personIds: (string | null)[]) {
  const known = [...new Set(personIds.flatMap((id) => (id ? [id] : [])))]
  if (!known.length) return new Map<string, string>()
  const rows = await db
    .select({ id: people.id, name: people.displayName })
    .from(people)
    .where(inArray(people.id, known))
  return new Map(rows.map(({ id, name }) => [id, name]))
}
