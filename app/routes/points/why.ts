import type { TFunction } from 'i18next'
import { isRule } from '#app/domain/points/rule.rules.ts'
import type { Subject } from '#app/domain/points/statement-subject.server.ts'
import type { Tell } from '#app/domain/points/statement.rules.ts'

type T = TFunction<'points'>
type Locale = 'it' | 'en'
export type Told = { tell: Tell; rule: string | null; subject: Subject; note: string | null }

const because = ['vote', 'comment', 'idea', 'useful', 'friend'] as const

/** Why points came, went or did not come, in words; what they are about stands in `aboutOf`. */
export function whyOf(t: T, { tell, rule, note }: Told): string {
  if (tell === 'confirm' || tell === 'earn') return actOf(t, rule)
  if (tell === 'undone' || tell === 'reverse' || tell === 'owe')
    return `${t(`tell.${tell}`)}: ${note ? t('because.staff') : reasonOf(t, rule)}`
  return t(`tell.${tell}`)
}

/** What was done that earned points. */
export const actOf = (t: T, rule: string | null) =>
  t(`acts.${rule && isRule(rule) ? rule : 'other'}`)

function reasonOf(t: T, rule: string | null) {
  const known = because.find((name) => name === rule)
  return t(`because.${known ?? 'other'}`)
}

/** What a line is about, as words and where they lead; `undefined` where there is nothing to say. */
export function aboutOf(subject: Subject, locale: Locale) {
  if (!subject) return undefined
  if (subject.is === 'grant') return { text: subject.reason }
  if (subject.is === 'redemption')
    return {
      text: locale === 'en' ? subject.titleEn : subject.titleIt,
      href: `/me/rewards/${subject.id}`,
    }
  const { title, number, commentId } = subject
  return { text: title, href: commentId ? `/comments/${commentId}` : `/ideas/${number}` }
}
