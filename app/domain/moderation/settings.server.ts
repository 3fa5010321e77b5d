import { createHash } from 'node:crypto'
import type { Read, Tx } from '#db/database.server.ts'
import { audit, holdAudit } from '../audit/audit.server.ts'
import { may, type Person } from '../identity/viewer.rules.ts'
import type { ModerationSettings } from '../site/moderation-settings.rules.ts'
import { changeSettings, siteSettings } from '../site/site.server.ts'

const names = [
  'flagHideWeight',
  'reviewFirstPosts',
  'reviewedCategories',
  'holdLinks',
  'holdSimilar',
  'burstVotes',
  'objectionDays',
  'objectionAnswerDays',
] as const satisfies (keyof ModerationSettings)[]

/** How posts, flags and votes are looked at now, with `seen` to know later whether somebody has changed it. */
export async function moderationRules(db: Read) {
  const all = await siteSettings(db)
  const rules = Object.fromEntries(names.map((name) => [name, all[name]])) as ModerationSettings
  const seen = createHash('sha256').update(JSON.stringify(rules)).digest('base64url').slice(0, 22)
  return { rules, seen }
}

/** Changes it from now on: `changed`; `unchanged`; `stale` where it is no longer as it was `seen`; `not-allowed`. */
export async function changeModerationRules(
  tx: Tx,
  person: Person,
  seen: string,
  wish: ModerationSettings,
) {
  if (!may(person, 'moderation.rules')) return 'not-allowed'
  await holdAudit(tx)
  const before = await moderationRules(tx)
  if (before.seen !== seen) return 'stale'
  const changed = names.filter(
    (name) => JSON.stringify(before.rules[name]) !== JSON.stringify(wish[name]),
  )
  if (!changed.length) return 'unchanged'
  await changeSettings(tx, Object.fromEntries(changed.map((name) => [name, wish[name]])))
  const [was, is] = [before.rules, wish].map((rules) =>
    Object.fromEntries(changed.map((name) => [name, rules[name]])),
  )
  await audit(tx, person.id, 'settings.changed', { subject: 'moderation', before: was, after: is })
  return 'changed'
}
