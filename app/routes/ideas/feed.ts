import type { LoaderFunctionArgs } from '@remix-run/node'
import { statusList } from '#app/domain/ideas/categories.server.ts'
import { beginning } from '#app/domain/ideas/excerpt.rules.ts'
import { type News, newsOf } from '#app/domain/ideas/idea-feed-news.server.ts'
import { labelOf } from '#app/domain/ideas/idea-feed.rules.ts'
import { findIdea, type Status } from '#app/domain/ideas/idea.server.ts'
import { plainText } from '#app/domain/ideas/markdown.rules.ts'
import { siteSettings } from '#app/domain/site/site.server.ts'
import { speakers } from '#app/messages/i18n.ts'
import { found, numberIn } from '#app/web/answer.server.ts'
import { atom, type Entry, xmlResponse } from '#app/web/atom.ts'
import { env } from '#app/web/env.server.ts'
import type { Locale } from '#app/web/visit.server.ts'
import { db } from '#db/database.server.ts'
import { leadToLiving } from './show-merged.server.ts'

const length = 500

/** What is said of one public idea and done with it, for feed readers. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const { locale } = context.visit
  // As nobody in particular: a feed holds only what everybody may read.
  const idea = found(await findIdea(db, numberIn(params), undefined))
  await leadToLiving(idea, 'feed.xml')
  const [news, stages, { name }] = await Promise.all([
    newsOf(db, idea.id),
    statusList(db),
    siteSettings(db),
  ])
  const t = speakers[locale].getFixedT(locale, 'ideas')
  const { origin } = env.publicUrl
  const url = `${origin}/ideas/${idea.number}/${idea.slug}`
  const feed = atom({
    title: `${t('feed.idea', { title: idea.title })} – ${name}`,
    self: `${origin}/ideas/${idea.number}/feed.xml`,
    url,
    updatedAt: news[0]?.at ?? idea.publishedAt,
    locale,
    entries: news.map((each) => entryOf(each, { url, name, stages, locale })),
  })
  return xmlResponse(feed, 'application/atom+xml')
}

type Around = { url: string; name: string; stages: Status[]; locale: Locale }

function entryOf(news: News, { url, name, stages, locale }: Around): Entry {
  const t = speakers[locale].getFixedT(locale, 'ideas')
  const { origin } = env.publicUrl
  const common = {
    id: `urn:uuid:${news.id}`,
    at: news.at,
    summary: beginning(plainText(news.words), length),
  }
  if (news.kind === 'comment') {
    const who = news.team ?? news.author ?? t('feed.former')
    const title = t('feed.commented', { who })
    return { ...common, title, author: who, url: `${origin}/comments/${news.id}` }
  }
  const author = news.team ?? name
  if (news.kind === 'answer') {
    const title = t('feed.answered', { team: author })
    return { ...common, title, author, url: `${url}#answer` }
  }
  const stage = stages.find(({ id }) => id === news.status)
  const title = t('feed.moved', { status: stage ? labelOf(stage, locale) : news.status })
  return { ...common, title, author, url }
}
