import type { Act } from '#app/domain/moderation/act.rules.ts'
import { type HouseRule, houseRules } from '#app/domain/moderation/rule.rules.ts'
import { localeOf } from '#app/domain/moderation/record.server.ts'
import { speakers } from '#app/messages/i18n.ts'
import { db } from '#db/database.server.ts'

/** What the house says of a breach of a rule where the moderator adds nothing, in the language of its reader. */
const templateIn = (locale: 'it' | 'en', reason: HouseRule) =>
  speakers[locale].t(`moderation:desk.template.${reason}`)

type Said = { act: Act; reason?: HouseRule; facts: string }

/** The words that go with a decision: the moderator's, or else the house's in its reader's language. */
export async function factsFor({ act, reason, facts }: Said, personId: string | null) {
  if (facts || act === 'approve' || !reason) return facts
  return templateIn(await localeOf(db, personId), reason)
}

/** The house's words for every rule, in the language of whom they are for. */
export async function templatesFor(personId: string | null) {
  const locale = await localeOf(db, personId)
  const words = houseRules.map((rule) => [rule, templateIn(locale, rule)])
  return Object.fromEntries(words) as Record<HouseRule, string>
}
