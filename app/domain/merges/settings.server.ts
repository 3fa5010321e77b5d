import type { Read, Tx } from '#db/database.server.ts'
import { audit, holdAudit } from '../audit/audit.server.ts'
import type { Person } from '../identity/viewer.rules.ts'
import { changeSettings, siteSettings } from '../site/site.server.ts'

type Rules = { mergeConsent: 'ask' | 'tell'; mergeAnswerDays: number }

/** How merges treat authors now, with `seen` to know later whether somebody has changed it meanwhile. */
export async function mergeRules(db: Read) {
  const { mergeConsent, mergeAnswerDays } = await siteSettings(db)
  return { mergeConsent, mergeAnswerDays, seen: `${mergeConsent} ${mergeAnswerDays}` }
}

/** Changes how merges treat authors: `changed`, or `stale` when it is no longer as it was `seen`. */
export async function changeMergeRules(tx: Tx, admin: Person, seen: string, rules: Rules) {
  await holdAudit(tx)
  const before = await mergeRules(tx)
  if (before.seen !== seen) return 'stale'
  await changeSettings(tx, rules)
  await audit(tx, admin.id, 'settings.changed', { subject: 'merges', before, after: rules })
  return 'changed'
}
