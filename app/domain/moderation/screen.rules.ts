import type { ModerationSettings } from '../site/moderation-settings.rules.ts'
import type { Alike } from './print.server.ts'
import type { Why } from './review.rules.ts'
import type { Found } from './word.rules.ts'

/** What a post is looked at for. */
export type Signs = {
  words: Found[]
  /** Whether its author's level lets posts be shown before anybody has looked. */
  isTrusted: boolean
  alike: Alike[]
  /** Whose post it is, how many they have had shown before, and where it is to stand. */
  authorId: string
  shownBefore: number
  links: number
  categoryId: string
}

/** Why a post waits for a moderator, how grave that is (1 to 5), and what was found: for the staff alone. */
export type Verdict = { why: Why; severity: number; matched: Record<string, unknown> }

type Rules = Pick<
  ModerationSettings,
  'reviewFirstPosts' | 'reviewedCategories' | 'holdLinks' | 'holdSimilar'
>

/** Of one's own, this many alike before the next one waits: to say a thing twice is no crime. */
const ownAlike = 2

/** Whether, and why, a post waits; the gravest of what was found. */
export function verdictOn(signs: Signs, rules: Rules): Verdict | undefined {
  const { words, isTrusted } = signs
  if (words.length)
    return {
      why: 'words',
      severity: words[0]!.severity,
      matched: { words: words.map(({ word }) => word) },
    }
  return isTrusted ? undefined : untrusted(signs, rules)
}

function untrusted(signs: Signs, rules: Rules): Verdict | undefined {
  const { links, shownBefore, categoryId } = signs
  const copies = rules.holdSimilar ? copiesAmong(signs) : []
  if (copies.length) return { why: 'similar', severity: 2, matched: { alike: copies } }
  if (rules.holdLinks && links > 0) return { why: 'links', severity: 2, matched: { links } }
  if (shownBefore < rules.reviewFirstPosts)
    return { why: 'first-post', severity: 1, matched: { shownBefore } }
  return rules.reviewedCategories.includes(categoryId)
    ? { why: 'approval', severity: 1, matched: { categoryId } }
    : undefined
}

/** What the post is a copy of: something of somebody else, or the third of one's own. */
function copiesAmong({ alike, authorId }: Signs) {
  const own = alike.filter((one) => one.authorId === authorId)
  const copies = alike.length > own.length || own.length >= ownAlike ? alike : []
  return copies.slice(0, 5).map(({ subject, subjectId, share }) => ({
    subject,
    subjectId,
    share: Math.round(100 * share),
  }))
}
