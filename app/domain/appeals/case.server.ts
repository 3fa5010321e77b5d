import { eq } from 'drizzle-orm'
import type { Read } from '#db/database.server.ts'
import { appeals, resubmissions } from '#db/schema/appeals.ts'
import { ideas } from '#db/schema/ideas.ts'
import { moves } from '#db/schema/workflow.ts'
import { findIdea } from '../ideas/idea.server.ts'
import { may, type Person } from '../identity/viewer.rules.ts'
import { statusList } from '../ideas/categories.server.ts'
import {
  type Appeal,
  type Decision,
  type Resubmission,
  standingOf,
  type StagedIdea,
} from './receipt.server.ts'

type Of<Kind, Row> = { kind: Kind; row: Row; idea: StagedIdea; decision: Decision }
export type AppealCase = Of<'appeal', Appeal>
export type ResubmissionCase = Of<'resubmission', Resubmission>

/** The appeal or the resubmission of this id with its idea and the decision it is about. */
export async function findCase(
  db: Read,
  reviewer: Person,
  id: string,
): Promise<AppealCase | ResubmissionCase | undefined> {
  const [asked] = await db.select().from(appeals).where(eq(appeals.id, id))
  if (asked) return placed(db, reviewer, { kind: 'appeal', row: asked })
  const [sent] = await db.select().from(resubmissions).where(eq(resubmissions.id, id))
  return sent && placed(db, reviewer, { kind: 'resubmission', row: sent })
}

async function placed<Kind, Row extends Appeal | Resubmission>(
  db: Read,
  reviewer: Person,
  { kind, row }: { kind: Kind; row: Row },
): Promise<Of<Kind, Row> | undefined> {
  const [idea] = await db
    .select({ number: ideas.number })
    .from(ideas)
    .where(eq(ideas.id, row.ideaId))
  const seen = idea && (await findIdea(db, idea.number, reviewer))
  const [decision] = await db.select().from(moves).where(eq(moves.id, row.moveId))
  return seen && decision && { kind, row, idea: seen, decision }
}

type Case = AppealCase | ResubmissionCase

/**
 * Whether `reviewer` may decide: `yes`; `not-allowed`; `hiding`, it is about a hiding and they may
 * not hide; `own-idea`, they sent it themselves; `own-decision`, they decided it the first time, and
 * an appeal goes to somebody else.
 */
export async function mayDecide(db: Read, reviewer: Person, { kind, row, idea, decision }: Case) {
  if (!may(reviewer, 'appeals.decide')) return 'not-allowed'
  const isHiding = idea.place === 'private' || (await isPrivate(db, decision.toStatus))
  if (isHiding && !may(reviewer, 'ideas.hide')) return 'hiding'
  if ([row.authorId, idea.authorId].includes(reviewer.id)) return 'own-idea'
  const barred = kind === 'appeal' ? await deciders(db, idea, decision) : []
  return barred.includes(reviewer.id) ? 'own-decision' : 'yes'
}

const isPrivate = async (db: Read, status: string) =>
  (await statusList(db)).find(({ id }) => id === status)?.place === 'private'

/** Who has said no so far: who made the move, and who refused new words for it. */
export async function deciders(db: Read, idea: StagedIdea, decision: Decision) {
  const standing = await standingOf(db, idea)
  const later = standing?.decision.id === decision.id ? standing.resubmissions : []
  return [decision.actorId, ...later.map(({ decidedBy }) => decidedBy)].filter((id) => id !== null)
}
