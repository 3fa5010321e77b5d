import { eq } from 'drizzle-orm'
import type { Read } from '#db/database.server.ts'
import { appeals, resubmissions } from '#db/schema/appeals.ts'
import { comments } from '#db/schema/comments.ts'
import { dossiers } from '#db/schema/dossiers.ts'
import { people } from '#db/schema/identity.ts'
import { statuses } from '#db/schema/ideas.ts'
import { merges } from '#db/schema/merges.ts'
import { questions } from '#db/schema/promises.ts'
import { moves, officialAnswers } from '#db/schema/workflow.ts'
import type { NotificationEvent } from './notification.rules.ts'
import { ofDecision, ofObjection } from './said-of-decision.server.ts'
import { ofGrant, ofPoints, ofRedemption, ofThanks } from './said-of-points.server.ts'
import { receiptOf } from './receipt.server.ts'

type Locale = 'it' | 'en'
type News = {
  event: NotificationEvent
  ideaId?: string
  subjectId: string
  data?: Record<string, string | number>
}
/** A letter's template and the words that fill it; `withdraw` is the merge that a vote may be taken back from. */
type Said = {
  template: string
  words: (locale: Locale) => Record<string, unknown>
  withdraw?: string
}

const plain = (template: string) => (): Said => ({ template, words: () => ({}) })

/** What each news says by mail. What the team keeps to itself is in none of them. */
const letters: Record<NotificationEvent, (db: Read, news: News) => Said | Promise<Said>> = {
  'own-moved': ofMove,
  'followed-moved': ofMove,
  round: plain('round'),
  'own-answered': ofAnswer,
  'followed-answered': ofAnswer,
  'own-asked': ofQuestion,
  'staff-answered': plain('question-answered'),
  'own-evaluated': ofDossier,
  'followed-evaluated': ofDossier,
  'own-appeal': ofAppeal,
  'own-merge-asked': ofMerge,
  'own-merged': ofMerge,
  'followed-merged': ofMerge,
  'own-realised': plain('realised'),
  'followed-realised': plain('realised'),
  'own-commented': ofComment,
  replied: ofComment,
  mentioned: ofComment,
  'followed-commented': ofComment,
  'own-thanked': ofThanks,
  'own-level': ofPoints('level'),
  'own-badge': ofPoints('badge'),
  'own-points': ofGrant,
  'own-expiring': ofPoints('points-expiring'),
  'own-redemption': ofRedemption,
  'staff-redemption': ofPoints('staff-redemption'),
  'staff-grant': plain('staff-grant'),
  'staff-suspect': plain('staff-suspect'),
  'own-held': plain('held'),
  'own-decision': ofDecision,
  'own-objection': ofObjection,
  'own-flag': (_, { data }) => plain(`report-${String(data?.step)}`)(),
  // These two are never mailed from here.
  'own-case': plain('case'),
  'own-case-solved': plain('case'),
  'own-invited': plain('idea-invited'),
  'own-remedy': plain('remedy'),
  'own-export': plain('export'),
  'staff-objection': plain('staff-objection'),
  'staff-burst': plain('staff-burst'),
  'staff-case-opened': plain('staff-case'),
  'staff-case-written': plain('staff-case'),
  'staff-case-assigned': plain('staff-case'),
  'staff-case-called': plain('staff-case'),
  'staff-case-breaching': plain('staff-case'),
  'staff-remedy': plain('staff-remedy'),
  'staff-assigned': plain('assigned'),
  'staff-appealed': (_, { data }) => plain(`staff-${kindOf(data)}`)(),
  'staff-promise-near': ofPromise,
  'staff-promise-overdue': ofPromise,
}

/** What the mail about some news says. */
export const saidIn = (db: Read, news: News) => letters[news.event](db, news)

/** Whether news about a second look are about an appeal or about new words for the idea. */
const kindOf = (data?: News['data']) =>
  String(data?.verb).includes('resub') ? 'resubmission' : 'appeal'

function ofPromise(_: Read, { data }: News): Said {
  return { template: 'promise', words: () => ({ more: Number(data?.more ?? 0) }) }
}

async function ofMove(db: Read, { event, subjectId, data }: News): Promise<Said> {
  const [row] = await db
    .select({ move: moves, status: statuses })
    .from(moves)
    .innerJoin(statuses, eq(statuses.id, moves.toStatus))
    .where(eq(moves.id, subjectId))
  const { note, reason, couldChange } = row!.move
  const isOwn = event === 'own-moved'
  const receipt = isOwn && data?.receipt ? await receiptOf(db, row!.move) : undefined
  const words = (locale: Locale) => ({
    status: locale === 'en' ? row!.status.labelEn : row!.status.labelIt,
    note,
    reason: reason ?? '',
    couldChange: isOwn ? couldChange : '',
    ...(receipt?.(locale) ?? {}),
  })
  return { template: 'idea-moved', words }
}

async function ofAnswer(db: Read, { subjectId }: News): Promise<Said> {
  const [answer] = await db.select().from(officialAnswers).where(eq(officialAnswers.id, subjectId))
  const { team, body } = answer!
  return { template: 'idea-answered', words: () => ({ team, note: body }) }
}

async function ofQuestion(db: Read, { subjectId }: News): Promise<Said> {
  const [question] = await db.select().from(questions).where(eq(questions.id, subjectId))
  const { team, body } = question!
  return { template: 'idea-asked', words: () => ({ team, note: body }) }
}

async function ofDossier(db: Read, { subjectId }: News): Promise<Said> {
  const [dossier] = await db.select().from(dossiers).where(eq(dossiers.id, subjectId))
  const note = dossier?.explanation ?? ''
  return { template: 'idea-evaluated', words: () => ({ note }) }
}

async function ofAppeal(db: Read, { subjectId, data }: News): Promise<Said> {
  const kind = kindOf(data)
  const rows =
    kind === 'appeal'
      ? await db.select().from(appeals).where(eq(appeals.id, subjectId))
      : await db.select().from(resubmissions).where(eq(resubmissions.id, subjectId))
  // New words that were not taken are refused as the idea was: with a reason, and what could change it.
  const decided: Partial<Decided> = rows[0] ?? {}
  const { answer: note = '', outcome, reason, couldChange } = decided
  const words = () => ({
    note,
    outcome: outcome ?? '',
    ...(reason && { reason }),
    ...(couldChange && { couldChange }),
  })
  return { template: `${kind}-decided`, words }
}

type Decided = Pick<typeof resubmissions.$inferSelect, 'answer' | 'reason' | 'couldChange'> & {
  outcome: string | null
}

async function ofMerge(db: Read, { event, subjectId }: News): Promise<Said> {
  const [merge] = await db.select().from(merges).where(eq(merges.id, subjectId))
  const { note = '', team = '' } = merge ?? {}
  if (event === 'own-merge-asked') return { template: 'merge-asked', words: () => ({ team, note }) }
  return {
    template: 'idea-merged',
    words: () => ({ team, note }),
    ...(event === 'followed-merged' && { withdraw: subjectId }),
  }
}

async function ofComment(db: Read, { event, subjectId }: News): Promise<Said> {
  const [row] = await db
    .select({ team: comments.team, displayName: people.displayName })
    .from(comments)
    .leftJoin(people, eq(people.id, comments.authorId))
    .where(eq(comments.id, subjectId))
  const who = row?.team ?? row?.displayName ?? ''
  return { template: 'comment', words: () => ({ who, event }) }
}
