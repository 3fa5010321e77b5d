import { pointsText } from '#app/domain/points/noun.rules.ts'
import type { Count } from '#app/domain/points/level.rules.ts'
import { limitOf } from '#app/domain/points/rights.server.ts'
import type { Person } from '#app/domain/identity/viewer.rules.ts'
import { siteSettings } from '#app/domain/site/site.server.ts'
import { speakers } from '#app/messages/i18n.ts'
import type { Refused } from '#app/ui/editor-images.tsx'
import type { Words } from '#app/web/form.server.ts'
import { db } from '#db/database.server.ts'

type Locale = 'it' | 'en'
/** The rights that a form is refused for. */
type Said = Exclude<Count, 'votes'>
type Refusal = { key: string; words: Words }

/** What to say to somebody whose level does not allow that many, and what does. */
export async function levelRefusal(person: Person, right: Said, locale: Locale): Promise<Refusal> {
  const found = await limitOf(db, person, right)
  const { pointLevels: levels } = await siteSettings(db)
  const { level, limit } = found ?? { level: 0, limit: 0 }
  const name = levels[level]!.name[locale]
  const more = await wayOut(found, right, locale)
  return { key: `points:rights.refused.${right}`, words: { level: name, count: limit, more } }
}

async function wayOut(found: Awaited<ReturnType<typeof limitOf>>, right: Count, locale: Locale) {
  if (found?.next === undefined) return ''
  const { pointLevels: levels, pointNoun } = await siteSettings(db)
  const next = levels[found.next]!
  const points = pointsText(found.missing, pointNoun, locale)
  const n = next.rights[right] ?? null
  const t = speakers[locale].getFixedT(locale, 'points')
  const said = { level: next.name[locale], n, points }
  return n === null ? t('rights.unlimitedFrom', said) : t('rights.moreFrom', said)
}

/** What is said of images that were refused, beside their field: null where none was. */
export async function wrongImages(person: Person, refused: Refused[], locale: Locale) {
  if (!refused.length) return { images: null, words: undefined }
  if (!refused.some(({ why }) => why === 'level'))
    return { images: ['ideas:editor.error.images'], words: undefined }
  const { key, words } = await levelRefusal(person, 'images', locale)
  return { images: [key], words }
}
