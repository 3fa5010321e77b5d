import { and, desc, eq, isNull } from 'drizzle-orm'
import type { Read, Tx } from '#db/database.server.ts'
import { cases } from '#db/schema/care.ts'
import { caseLinks } from '#db/schema/care-outcomes.ts'
import { ideas } from '#db/schema/ideas.ts'
import { people } from '#db/schema/identity.ts'
import { record } from '../activity/record.server.ts'
import { audit } from '../audit/audit.server.ts'
import { categoryList } from '../ideas/categories.server.ts'
import { writeIdeaOnce } from '../ideas/publish.server.ts'
import type { Person } from '../identity/viewer.rules.ts'
import { noteAct } from './act.server.ts'
import type { Case } from './case.server.ts'
import { link } from './link.server.ts'

/** What an agent suggests as an idea, in words of their own; `key` is the form's. */
export type Suggestion = { key: string; title: string; body: string }

/**
 * Makes a draft of an idea for whoever wrote a case, which they alone see, change and publish, or
 * throw away; they are told of it. Answers `invited`, once for each key; `no-member`, where somebody
 * wrote who is none; `own`, where the agent did; `waiting`, a draft is with them already; `shut`;
 * `other-wish`, the key was used for another.
 */
export async function inviteIdea(tx: Tx, agent: Person, found: Case, wish: Suggestion) {
  const refusal = await refusalOf(tx, agent, found, wish)
  if (refusal) return refusal
  const { id: caseId, personId, locale } = found
  const [category] = await categoryList(tx)
  const { key: id, title, body } = wish
  const text = { title, body, tags: [], locale, categoryId: category!.id, isUnsorted: true }
  const idea = await writeIdeaOnce(tx, { id: personId! }, text, { id })
  if (!idea) return (await isLinked(tx, caseId, id)) ? 'invited' : 'other-wish'

  await link(tx, agent, caseId, { ideaId: id, kind: 'became' })
  await noteAct(tx, { caseId, actorId: agent.id }, 'invited-idea')
  await audit(tx, agent.id, 'case.invited-idea', { subject: caseId, ideaId: id })
  const about = { ideaId: id, subjectId: caseId, data: { personId: personId! } }
  await record(tx, { verb: 'case.invited-idea', actorId: agent.id, ...about })
  return 'invited'
}

async function refusalOf(
  tx: Tx,
  agent: Person,
  { id, personId, state, erasedAt }: Case,
  wish: Suggestion,
) {
  if (state === 'merged' || erasedAt) return 'shut'
  if (!personId || !(await isHere(tx, personId))) return 'no-member'
  if (personId === agent.id) return 'own'
  // Whoever invites twice at once waits here.
  await tx.update(cases).set({ personId }).where(eq(cases.id, id))
  const waiting = await draftOf(tx, id)
  return waiting && waiting.id !== wish.key ? 'waiting' : undefined
}

const isHere = async (db: Read, personId: string) =>
  (await db.$count(people, and(eq(people.id, personId), isNull(people.erasedAt)))) > 0

const isLinked = async (db: Read, caseId: string, ideaId: string) =>
  (await db.$count(caseLinks, and(eq(caseLinks.caseId, caseId), eq(caseLinks.ideaId, ideaId)))) > 0

/**
 * The draft that care suggested to whoever wrote a case, while they have neither published it nor
 * thrown it away: for their own page of the case.
 */
export async function draftOf(db: Read, caseId: string) {
  const [draft] = await db
    .select({ id: ideas.id })
    .from(caseLinks)
    .innerJoin(cases, eq(cases.id, caseLinks.caseId))
    .innerJoin(ideas, and(eq(ideas.id, caseLinks.ideaId), eq(ideas.authorId, cases.personId)))
    .where(
      and(eq(caseLinks.caseId, caseId), eq(caseLinks.kind, 'became'), eq(ideas.status, 'draft')),
    )
    .orderBy(desc(caseLinks.linkedAt))
    .limit(1)
  return draft
}
