import { eq } from 'drizzle-orm'
import type { Read } from '#db/database.server.ts'
import { comments } from '#db/schema/comments.ts'
import { people } from '#db/schema/identity.ts'
import { ideas, statuses } from '#db/schema/ideas.ts'
import { moves, officialAnswers } from '#db/schema/workflow.ts'
import { siteSettings } from '../site/site.server.ts'
import type { NotificationEvent } from './notification.rules.ts'

export type Reader = {
  id: string
  displayName: string
  locale: 'it' | 'en' | null
  email: string | null
}
type News = { event: NotificationEvent; ideaId: string; subjectId: string }

/** What the mail about some news says, read once; then a letter for each reader, in their language. */
export async function letterFor(db: Read, news: News) {
  const { locale: house } = await siteSettings(db)
  const [idea] = await db.select().from(ideas).where(eq(ideas.id, news.ideaId))
  const said = await saidIn(db, news)
  return ({ id, displayName, locale, email }: Reader) => {
    const language = locale ?? house
    return {
      to: email!,
      template: said.template,
      locale: language,
      params: {
        name: displayName,
        title: idea!.title,
        path: `/ideas/${idea!.number}/${idea!.slug}${said.hash}`,
        ...said.words(language),
      },
      unsubscribe: { personId: id, event: news.event },
    }
  }
}

function saidIn(db: Read, { event, subjectId }: News) {
  if (event.endsWith('-moved')) return ofMove(db, subjectId)
  return event.endsWith('-answered') ? ofAnswer(db, subjectId) : ofComment(db, event, subjectId)
}

async function ofMove(db: Read, moveId: string) {
  const [row] = await db
    .select({ move: moves, status: statuses })
    .from(moves)
    .innerJoin(statuses, eq(statuses.id, moves.toStatus))
    .where(eq(moves.id, moveId))
  const { note, reason } = row!.move
  const words = (locale: 'it' | 'en') => ({
    status: locale === 'en' ? row!.status.labelEn : row!.status.labelIt,
    note,
    reason: reason ?? '',
  })
  return { template: 'idea-moved', hash: '', words }
}

async function ofAnswer(db: Read, answerId: string) {
  const [answer] = await db.select().from(officialAnswers).where(eq(officialAnswers.id, answerId))
  const { team, body } = answer!
  return { template: 'idea-answered', hash: '#answer', words: () => ({ team, note: body }) }
}

async function ofComment(db: Read, event: NotificationEvent, commentId: string) {
  const [row] = await db
    .select({ team: comments.team, displayName: people.displayName })
    .from(comments)
    .leftJoin(people, eq(people.id, comments.authorId))
    .where(eq(comments.id, commentId))
  const who = row?.team ?? row?.displayName ?? ''
  const words = () => ({ who, event, path: `/comments/${commentId}` })
  return { template: 'comment', hash: '', words }
}
