import { wordsOf } from './words.rules.ts'

const longest = 60

/** The readable end of an idea's address; `idea` when the title holds no letters we can spell. */
export function slugOf(title: string) {
  const words = wordsOf(title).map((word) => word.replace(/[^a-z0-9]/g, ''))
  const slug = words.filter(Boolean).join('-').slice(0, longest).replace(/-+$/, '')
  return slug || 'idea'
}
