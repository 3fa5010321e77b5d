import { and, asc, eq, or } from 'drizzle-orm'
import type { Read, Tx } from '#db/database.server.ts'
import { cases } from '#db/schema/care.ts'
import { caseLinks } from '#db/schema/care-outcomes.ts'
import { ideas, statuses } from '#db/schema/ideas.ts'
import { audit } from '../audit/audit.server.ts'
import { findIdea } from '../ideas/idea.server.ts'
import { may, type Person, type Viewer } from '../identity/viewer.rules.ts'
import { noteAct } from './act.server.ts'
import type { Case } from './case.server.ts'

export type LinkKind = (typeof caseLinks.$inferSelect)['kind']

/**
 * The ideas that a case is linked with, and those of the cases merged into it, oldest first. Of an
 * idea that is not public its words stay its author's: only its status is told.
 */
export async function linksOfCase(db: Read, caseId: string) {
  const rows = await db
    .select({
      id: caseLinks.id,
      kind: caseLinks.kind,
      linkedAt: caseLinks.linkedAt,
      number: ideas.number,
      slug: ideas.slug,
      title: ideas.title,
      lang: ideas.locale,
      place: ideas.place,
      status: {
        key: statuses.id,
        labelIt: statuses.labelIt,
        labelEn: statuses.labelEn,
        tone: statuses.tone,
        icon: statuses.icon,
      },
    })
    .from(caseLinks)
    .innerJoin(cases, eq(cases.id, caseLinks.caseId))
    .innerJoin(ideas, eq(ideas.id, caseLinks.ideaId))
    .innerJoin(statuses, eq(statuses.id, ideas.status))
    .where(or(eq(cases.id, caseId), eq(cases.mergedIntoId, caseId)))
    .orderBy(asc(caseLinks.linkedAt), asc(caseLinks.id))
  return rows.map(({ place, number, slug, title, lang, ...link }) => ({
    ...link,
    idea: place === 'private' ? null : { number, slug, title, lang },
  }))
}

/** The cases that an idea is linked with, for whoever answers cases; to everybody else there is none. */
export async function casesOfIdea(db: Read, viewer: Viewer, ideaId: string) {
  if (!may(viewer, 'care.answer')) return []
  return db
    .select({
      linkId: caseLinks.id,
      kind: caseLinks.kind,
      id: cases.id,
      number: cases.number,
      state: cases.state,
    })
    .from(caseLinks)
    .innerJoin(cases, eq(cases.id, caseLinks.caseId))
    .where(eq(caseLinks.ideaId, ideaId))
    .orderBy(asc(caseLinks.linkedAt), asc(caseLinks.id))
}

/** Notes that a case and an idea are one matter; false, with nothing written, where that was known. */
export async function link(
  tx: Tx,
  agent: { id: string },
  caseId: string,
  { ideaId, kind }: { ideaId: string; kind: LinkKind },
) {
  const [linked] = await tx
    .insert(caseLinks)
    .values({ caseId, ideaId, kind, linkedBy: agent.id })
    .onConflictDoNothing()
    .returning({ id: caseLinks.id })
  return !!linked
}

/**
 * Links a case with the idea of `number`, as far as the agent can see that. Answers `linked`, also
 * where it was before; `no-idea`; `shut` for a case that was merged.
 */
export async function linkIdea(tx: Tx, agent: Person, found: Case, number: number) {
  if (found.state === 'merged') return 'shut'
  const idea = await findIdea(tx, number, agent)
  // A draft is its author's alone: nobody links what they cannot read.
  if (!idea || idea.status === 'draft') return 'no-idea'
  if (!(await link(tx, agent, found.id, { ideaId: idea.id, kind: 'related' }))) return 'linked'
  const details = { number: idea.number }
  await noteAct(tx, { caseId: found.id, actorId: agent.id }, 'linked', details)
  await audit(tx, agent.id, 'case.linked', { subject: found.id, ideaId: idea.id })
  return 'linked'
}

/** Takes a link of a case away, from either side: `unlinked`, `undefined` where it has no such link. */
export async function unlink(tx: Tx, agent: Person, found: Pick<Case, 'id'>, linkId: string) {
  const [gone] = await tx
    .delete(caseLinks)
    .where(and(eq(caseLinks.id, linkId), eq(caseLinks.caseId, found.id)))
    .returning()
  if (!gone) return undefined
  await noteAct(tx, { caseId: found.id, actorId: agent.id }, 'unlinked')
  await audit(tx, agent.id, 'case.unlinked', { subject: found.id, ideaId: gone.ideaId })
  return 'unlinked'
}
