import { wordsOf } from './words.rules.ts'

const longest = 60

/** What stands behind an idea's number in the addresses of its other pages. */
const taken = [
  'comments',
  'edit',
  'flags',
  'follow',
  'history',
  'original',
  'question',
  'thanks',
  'vote',
]

/**
 * The readable end of an idea's address, never that of another page; `idea` when the title holds no
 * letters we can spell.
 */
export function slugOf(title: string) {
  const words = wordsOf(title).map((word) => word.replace(/[^a-z0-9]/g, ''))
  const slug = words.filter(Boolean).join('-').slice(0, longest).replace(/-+$/, '')
  return taken.includes(slug) ? `idea-${slug}` : slug || 'idea'
}
