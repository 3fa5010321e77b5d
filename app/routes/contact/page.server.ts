import { parseWithZod } from '@conform-to/zod/v4'
import { GuestContactForm, MemberContactForm } from '#app/domain/care/contact.form.ts'
import { topicsInUse } from '#app/domain/care/topics-offered.server.ts'
import { suggestedArticles } from '#app/domain/faq/faq.server.ts'
import { clean } from '#app/domain/ideas/idea.form.ts'
import { similarIdeas } from '#app/domain/ideas/similar.server.ts'
import type { Viewer } from '#app/domain/identity/viewer.rules.ts'
import { formOf } from '#app/web/form.server.ts'
import type { Locale } from '#app/web/visit.server.ts'
import { db } from '#db/database.server.ts'
import { lineOf } from '../faq/show-lines.ts'
import { filesOf, keptIn } from './files.server.ts'

const longest = 8000
const ideasShown = 2
const fewestWords = 3
const prefilled = ['subject', 'product', 'batch', 'shop'] as const

/** What the contact page begins with; the address may name the topic and what it is about. */
export async function contactPage(viewer: Viewer, url: URL, locale: Locale) {
  const topics = await topicsInUse(db)
  const asked = (name: string) => url.searchParams.get(name)?.slice(0, 120) ?? ''
  const topic = topics.find(({ id }) => id === asked('topic'))?.id
  return {
    topics: topics.map((one) => ({
      id: one.id,
      label: locale === 'it' ? one.labelIt : one.labelEn,
      asks: one.asks,
    })),
    isSignedIn: !!viewer,
    key: crypto.randomUUID(),
    stored: { topic, ...Object.fromEntries(prefilled.map((name) => [name, asked(name)])) },
    suggested: topic ? await suggestionsFor(locale, { topic, text: '' }) : null,
  }
}

/** What may answer somebody before they have sent: questions, and ideas of others about the same. */
export async function suggestionsFor(
  locale: Locale,
  { topic, text }: { topic?: string; text: string },
) {
  const isTelling = text.trim().split(/\s+/).length >= fewestWords
  const [articles, ideas] = await Promise.all([
    suggestedArticles(db, { topicId: topic, text }),
    isTelling ? similarIdeas(db, text.slice(0, 200), { limit: ideasShown }) : [],
  ])
  return {
    articles: articles.map(lineOf(locale)),
    ideas: ideas.map(({ number, slug, title }) => ({ href: `/ideas/${number}/${slug}`, title })),
  }
}
export type Suggestions = Awaited<ReturnType<typeof suggestionsFor>>

const names = [
  'topic',
  'subject',
  'body',
  'email',
  'name',
  'product',
  'batch',
  'shop',
  'key',
] as const

/** What the contact form says: `typed` as it came, its files, and the checked `values`, or what is wrong. */
export async function readContact(request: Request, viewer: Viewer) {
  const form = await formOf(request)
  const files = filesOf(form)
  const one = (name: string) => {
    const value = form.get(name)
    return typeof value === 'string' ? clean(value).slice(0, longest) : undefined
  }
  const submission = parseWithZod(form, { schema: viewer ? MemberContactForm : GuestContactForm })
  const wrong = submission.status === 'success' ? {} : (submission.reply().error ?? {})
  const topics = await topicsInUse(db)
  const isKnown = topics.some(({ id }) => id === one('topic'))
  const error: Record<string, string[] | null> = {
    ...wrong,
    ...(isKnown ? {} : { topic: ['care:contact.error.topic'] }),
  }
  const isRight = submission.status === 'success' && isKnown
  return {
    typed: Object.fromEntries(names.map((name) => [name, one(name) ?? ''])),
    isLooking: one('look') === 'yes',
    isTrapped: !!one('website'),
    files,
    kept: keptIn(form),
    error,
    values: isRight ? submission.value : undefined,
  }
}
export type ContactRead = Awaited<ReturnType<typeof readContact>>
