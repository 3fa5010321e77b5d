import { categoryList } from '#app/domain/ideas/categories.server.ts'
import { findDraft, latestDraft, newDraftId, tagsOfIdea } from '#app/domain/ideas/draft.server.ts'
import type { Idea } from '#app/domain/ideas/idea.server.ts'
import { imagesOf } from '#app/domain/ideas/image.server.ts'
import type { Person } from '#app/domain/identity/viewer.rules.ts'
import { siteSettings } from '#app/domain/site/site.server.ts'
import { found } from '#app/web/answer.server.ts'
import { db } from '#db/database.server.ts'

const longestTitle = 200

/** What surrounds every idea form: the categories, and what the house promises. */
export async function formPage(locale: 'it' | 'en') {
  const [categories, { name, threshold }] = await Promise.all([categoryList(db), siteSettings(db)])
  return {
    siteName: name,
    threshold,
    categories: categories.map(({ id, labelIt, labelEn }) => ({
      key: id,
      label: locale === 'en' ? labelEn : labelIt,
    })),
  }
}

/** The text, tags and images of an idea as its form shows them. */
export async function storedIn(idea: Idea) {
  const [tags, images] = await Promise.all([tagsOfIdea(db, idea.id), imagesOf(db, idea.id)])
  const { title, body } = idea
  const category = idea.isUnsorted ? '' : idea.categoryId
  const stored = { title, body, category, tags: tags.join(', ') }
  return { stored, images: images.map(({ id, alt }) => ({ id, alt })) }
}

/**
 * The page of a new idea: the draft that the address names, or the latest one; an empty form when
 * asked to start afresh or with a title of its own, which then says what draft there is besides.
 */
export async function newIdeaPage(author: Person, asked: URLSearchParams, locale: 'it' | 'en') {
  const latest = await latestDraft(db, author)
  const draft = await draftAsked(author, asked, latest)
  const { stored, images } = draft ? await storedIn(draft) : blank(asked.get('title'))
  return {
    ...(await formPage(locale)),
    images,
    stored: { ...stored, draft: draft?.id ?? newDraftId() },
    openedAt: draft ? draft.updatedAt : null,
    other: !draft && latest ? { id: latest.id, title: latest.title } : null,
  }
}

async function draftAsked(author: Person, asked: URLSearchParams, latest: Idea | undefined) {
  const id = asked.get('draft')
  if (id) return found(await findDraft(db, author, id))
  return asked.get('title') || asked.has('fresh') ? undefined : latest
}

type Stored = Awaited<ReturnType<typeof storedIn>>

const blank = (title: string | null): Stored => ({
  stored: { title: (title ?? '').slice(0, longestTitle), body: '', category: '', tags: '' },
  images: [],
})
