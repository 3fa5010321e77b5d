import { eq } from 'drizzle-orm'
import type { Read } from '#db/database.server.ts'
import { isOneOf } from '#db/expressions.ts'
import { remedies } from '#db/schema/care-outcomes.ts'
import { ideas } from '#db/schema/ideas.ts'
import { pointGrants } from '#db/schema/point-desk.ts'
import { redemptions, rewards } from '#db/schema/rewards.ts'
import type { pointEntries } from '#db/schema/points.ts'

/** What a line is about, with where it leads; null where that is nothing, or nobody may see it now. */
export type Subject =
  | { is: 'idea'; number: number; title: string; commentId: string | null }
  | { is: 'redemption'; id: string; titleIt: string; titleEn: string }
  | { is: 'grant'; reason: string }
  | null

type Row = Pick<
  typeof pointEntries.$inferSelect,
  'seq' | 'kind' | 'rule' | 'ideaId' | 'subjectId' | 'note'
>

const ofComment = new Set(['comment', 'useful', 'changed'])
const ofReward = new Set(['spend', 'refund'])
const ofGrant = new Set(['grant', 'claw'])

/** What the lines of a member's statement are about, by their `seq`: three questions, however many. */
export async function subjectsOf(db: Read, ownerId: string, rows: Row[]) {
  const [ideasById, redeemed, granted] = await Promise.all([
    ideasOf(
      db,
      ownerId,
      idsOf(rows, ({ ideaId }) => ideaId),
    ),
    redemptionsOf(
      db,
      idsOf(rows, ({ kind, subjectId }) => (ofReward.has(kind) ? subjectId : null)),
    ),
    grantsOf(
      db,
      idsOf(rows, ({ kind, subjectId }) => (ofGrant.has(kind) ? subjectId : null)),
    ),
  ])
  const subjectOf = (row: Row): Subject => {
    const id = row.subjectId ?? ''
    if (ofReward.has(row.kind)) return redeemed.get(id) ?? null
    if (ofGrant.has(row.kind)) return reasonOf(granted.get(id) ?? row.note)
    const idea = ideasById.get(row.ideaId ?? '')
    return idea ? { is: 'idea', ...idea, commentId: commentOf(row) } : null
  }
  return new Map(rows.map((row) => [row.seq, subjectOf(row)]))
}

const reasonOf = (reason: string | null): Subject => (reason ? { is: 'grant', reason } : null)
const commentOf = ({ rule, subjectId }: Row) => (ofComment.has(rule ?? '') ? subjectId : null)

const idsOf = <R>(rows: R[], of: (row: R) => string | null) => [
  ...new Set(rows.flatMap((row) => of(row) ?? [])),
]

/** The ideas that their owner can see: the public ones, and their own. */
async function ideasOf(db: Read, ownerId: string, ids: string[]) {
  const found = ids.length
    ? await db
        .select({
          ...{ id: ideas.id, number: ideas.number, title: ideas.title },
          ...{ place: ideas.place, authorId: ideas.authorId },
        })
        .from(ideas)
        .where(isOneOf(ideas.id, ids))
    : []
  return new Map(
    found
      .filter(({ place, authorId }) => place !== 'private' || authorId === ownerId)
      .map(({ id, number, title }) => [id, { number, title }]),
  )
}

async function redemptionsOf(db: Read, ids: string[]) {
  const found = ids.length
    ? await db
        .select({ id: redemptions.id, titleIt: rewards.titleIt, titleEn: rewards.titleEn })
        .from(redemptions)
        .innerJoin(rewards, eq(rewards.id, redemptions.rewardId))
        .where(isOneOf(redemptions.id, ids))
    : []
  return new Map(found.map((row) => [row.id, { is: 'redemption' as const, ...row }]))
}

/** Why points were given by hand, by the id of the grant, or of the remedy of customer care. */
async function grantsOf(db: Read, ids: string[]) {
  if (!ids.length) return new Map<string, string>()
  const rows = await Promise.all(
    [pointGrants, remedies].map((table) =>
      db.select({ id: table.id, reason: table.reason }).from(table).where(isOneOf(table.id, ids)),
    ),
  )
  return new Map(rows.flat().map(({ id, reason }) => [id, reason]))
}
