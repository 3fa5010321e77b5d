import { categoryList } from '#app/domain/ideas/categories.server.ts'
import { alikeShown } from '#app/domain/moderation/item.server.ts'
import type { ReviewItem } from '#app/domain/moderation/review.rules.ts'
import { db } from '#db/database.server.ts'

const listIn = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])
const numberIn = (value: unknown) => (typeof value === 'number' ? value : null)
const isAlike = (one: unknown): one is { subject: string; subjectId: string; share: number } =>
  typeof one === 'object' && one !== null && 'subjectId' in one

/** What a rule found, as the page tells it. */
export async function signsOf({ matched }: ReviewItem, locale: 'it' | 'en') {
  const every = await categoryList(db)
  const found = every.find(({ id }) => id === matched.categoryId)
  const signs = {
    words: listIn(matched.words).map(String),
    links: numberIn(matched.links) ?? 0,
    shownBefore: numberIn(matched.shownBefore),
    category: found ? (locale === 'it' ? found.labelIt : found.labelEn) : null,
    alike: await alikeShown(db, listIn(matched.alike).filter(isAlike)),
  }
  const isAny = Object.values(signs).some((sign) => (Array.isArray(sign) ? sign.length : sign))
  return { ...signs, isAny: isAny || signs.shownBefore === 0 }
}
