import type { Read, Tx } from '#db/database.server.ts'
import { audit, holdAudit } from '../audit/audit.server.ts'
import { may, type Person } from '../identity/viewer.rules.ts'
import { privacyDefaults, type PrivacySettings } from '../site/privacy-settings.rules.ts'
import { changeSettings, siteSettings } from '../site/site.server.ts'

const names = Object.keys(privacyDefaults) as (keyof PrivacySettings)[]
const only = (all: PrivacySettings, wanted: (keyof PrivacySettings)[]) =>
  Object.fromEntries(wanted.map((name) => [name, all[name]])) as PrivacySettings

/** For how many days data are kept now, with `seen` to know later whether somebody has changed it. */
export async function retentionDays(db: Read) {
  const rules = only(await siteSettings(db), names)
  return { rules, seen: names.map((name) => rules[name]).join('.') }
}

/** Changes it from now on: `changed`; `unchanged`; `stale` where it is no longer as it was `seen`; `not-allowed`. */
export async function changeRetention(
  tx: Tx,
  overseer: Person,
  seen: string,
  wish: PrivacySettings,
) {
  if (!may(overseer, 'privacy.oversee')) return 'not-allowed'
  await holdAudit(tx)
  const before = await retentionDays(tx)
  if (before.seen !== seen) return 'stale'
  const changed = names.filter((name) => before.rules[name] !== wish[name])
  if (!changed.length) return 'unchanged'
  await changeSettings(tx, only(wish, changed))
  const [was, is] = [before.rules, wish].map((rules) => only(rules, changed))
  await audit(tx, overseer.id, 'settings.changed', { subject: 'privacy', before: was, after: is })
  return 'changed'
}
