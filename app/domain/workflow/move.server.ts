import { and, asc, desc, eq, isNull } from 'drizzle-orm'
import type { Read, Tx } from '#db/database.server.ts'
import { statuses } from '#db/schema/ideas.ts'
import { moves, transitions } from '#db/schema/workflow.ts'
import { now } from '#db/time.ts'
import { record } from '../activity/record.server.ts'
import { audit } from '../audit/audit.server.ts'
import { findIdea, type Idea } from '../ideas/idea.server.ts'
import type { Permission } from '../identity/permission.rules.ts'
import { may, type Person } from '../identity/viewer.rules.ts'
import { siteSettings } from '../site/site.server.ts'
import { publishAnswer } from './answer.server.ts'
import { bringTo } from './bring.server.ts'
import { daysBetween } from './status.rules.ts'
import type { Reason } from './workflow.rules.ts'

type Wish = {
  to: string
  note: string
  reason?: Reason
  /** What could change a refusal; the decision receipt says it. */
  couldChange?: string
  /** The review round whose outcome it is. */
  roundId?: string
  /** Pins the note on the idea's page as the official answer, too. */
  official?: boolean
  /** The status the mover saw; where it is no longer that one, nothing is moved. */
  from?: string
}

/**
 * Brings the idea of `number` to another status, as the table of transitions allows, and tells it:
 * a row in the public timeline, an event, an audit entry. Answers `moved`; `not-allowed` (no such
 * transition, or not for this mover); `too-few-votes` or `too-early`, where the transition asks for
 * more of either; `note-needed` or `reason-needed`; `stale` when somebody else moved it first; `undefined` where the mover can see no such idea. Only `moved` changes anything.
 */
export async function moveIdea(tx: Tx, mover: Person, number: number, wish: Wish) {
  const idea = await findIdea(tx, number, mover)
  if (!idea) return undefined
  const rule = await ruleFor(tx, idea.status, wish.to)
  const refusal = refusalOf(mover, idea, wish, rule) ?? (await unripe(tx, idea, rule!))
  if (refusal) return refusal

  const move = await put(tx, idea, await saidBy(tx, mover, wish, rule!))
  if (!move) return 'stale'
  const { note, team, reason } = move
  if (wish.official && note)
    await publishAnswer(
      tx,
      { ideaId: idea.id, authorId: mover.id, team: team!, body: note },
      move.id,
    )
  const facts = { number, from: idea.status, to: wish.to, reason }
  await audit(tx, mover.id, 'idea.moved', { subject: idea.id, ...facts })
  return 'moved'
}

async function saidBy(db: Read, mover: Person, wish: Wish, rule: Rule): Promise<Said> {
  const { to, note, reason, couldChange, roundId } = wish
  return {
    to,
    note: note.trim(),
    reason: rule.needsReason ? reason! : null,
    couldChange: rule.needsReason ? (couldChange ?? '').trim() : '',
    roundId,
    team: await speaksFor(db, mover),
    actorId: mover.id,
  }
}

type Rule = typeof transitions.$inferSelect

async function unripe(db: Read, { id, status, votesCount, publishedAt }: Idea, rule: Rule) {
  if (votesCount < (rule.minVotes ?? 0)) return 'too-few-votes'
  if (!rule.minDays) return undefined
  const [entry] = await db
    .select({ at: moves.movedAt })
    .from(moves)
    .where(and(eq(moves.ideaId, id), eq(moves.toStatus, status)))
    .orderBy(desc(moves.movedAt), desc(moves.id))
    .limit(1)
  return daysBetween(entry?.at ?? publishedAt, now()) < rule.minDays ? 'too-early' : undefined
}

function refusalOf(mover: Person, { status }: Idea, wish: Wish, rule?: Rule) {
  if (wish.from && wish.from !== status) return 'stale'
  return rule && isOpenTo(mover, rule, wish) ? missingIn(wish, rule) : 'not-allowed'
}

function missingIn({ reason, note }: Wish, { needsReason, needsNote }: Rule) {
  if (needsReason && !reason) return 'reason-needed'
  return needsNote && !note.trim() ? 'note-needed' : undefined
}

const isOpenTo = (mover: Person, rule: Rule, { official }: Wish) =>
  may(mover, rule.permission as Permission) && (!official || may(mover, 'ideas.answer'))

/** The transition from one status to another that is still in use; `undefined` when there is none. */
export async function ruleFor(db: Read, from: string, to: string) {
  const [found] = await db
    .select()
    .from(transitions)
    .innerJoin(statuses, eq(statuses.id, transitions.toStatus))
    .where(
      and(
        eq(transitions.fromStatus, from),
        eq(transitions.toStatus, to),
        isNull(statuses.retiredAt),
      ),
    )
  return found?.transitions
}

/** The name under which somebody of the staff speaks: their team's, else the house's. */
export const speaksFor = async (db: Read, person: Person) =>
  person.team ?? (await siteSettings(db)).name

type Said = {
  to: string
  note: string
  reason: string | null
  team: string
  actorId: string | null
  couldChange?: string
  roundId?: string
  /** The appeal or the resubmission that it follows from. */
  answersId?: string
  /** Part of the retirement of a status: told to nobody but the timeline, unless it is `told`. */
  remap?: 'silent' | 'told'
}

/** Writes a move that was decided already: the place, the timeline's row, the event; `undefined` when it was moved meanwhile. */
export async function put(tx: Tx, idea: Idea, { to, actorId, answersId, remap, ...said }: Said) {
  if (!(await bringTo(tx, idea, to))) return undefined

  const row = { ideaId: idea.id, fromStatus: idea.status, toStatus: to, actorId, ...said }
  const [move] = await tx.insert(moves).values(row).returning()
  const { roundId } = said
  const data = {
    from: idea.status,
    to,
    ...(roundId && { roundId }),
    ...(answersId && { answersId }),
    ...(remap && { remap }),
  }
  await record(tx, { verb: 'idea.moved', actorId, ideaId: idea.id, subjectId: move!.id, data })
  return move
}

/** The moves that `mover` may make, of one status or of all: from, to, and what each asks for. */
export async function movesOpenTo(db: Read, mover: Person, from?: string) {
  const { fromStatus, toStatus, permission, needsReason, needsNote, minVotes, minDays } =
    transitions
  const all = await db
    .select({ fromStatus, toStatus, permission, needsReason, needsNote, minVotes, minDays })
    .from(transitions)
    .innerJoin(statuses, eq(statuses.id, toStatus))
    .where(and(from ? eq(fromStatus, from) : undefined, isNull(statuses.retiredAt)))
    .orderBy(asc(statuses.position), asc(fromStatus))
  return all.filter(({ permission }) => may(mover, permission as Permission))
}
