import { eq } from 'drizzle-orm'
import type { Read } from '#db/database.server.ts'
import { ideas } from '#db/schema/ideas.ts'
import { siteSettings } from '../site/site.server.ts'
import { isMutable, type NotificationEvent } from './notification.rules.ts'
import { placeOf } from './place.rules.ts'
import { saidIn } from './said.server.ts'

export type Reader = {
  id: string
  displayName: string
  locale: 'it' | 'en' | null
  email: string | null
}
type News = {
  event: NotificationEvent
  ideaId?: string
  subjectId: string
  commentId?: string
  data?: Record<string, string | number>
}

/** What the mail about some news says, read once; then a letter for each reader, in their language. */
export async function letterFor(db: Read, news: News) {
  const { locale: house } = await siteSettings(db)
  const [idea] = news.ideaId ? await db.select().from(ideas).where(eq(ideas.id, news.ideaId)) : []
  const { template, words, withdraw } = await saidIn(db, news)
  const path = placeOf(news.event, { idea, ...news })
  return ({ id, displayName, locale, email }: Reader) => {
    const language = locale ?? house
    return {
      to: email!,
      template,
      locale: language,
      params: { name: displayName, title: idea?.title, path, ...words(language) },
      unsubscribe: { personId: id, event: news.event },
      ...(news.ideaId && { about: news.ideaId }),
      isMutable: isMutable(news.event),
      ...(withdraw && { withdraw }),
    }
  }
}
