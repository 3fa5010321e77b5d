import type { Read, Tx } from '#db/database.server.ts'
import { audit, holdAudit } from '../audit/audit.server.ts'
import { may, type Person } from '../identity/viewer.rules.ts'
import { careDefaults, type CareSettings } from '../site/care-settings.rules.ts'
import { changeSettings, siteSettings } from '../site/site.server.ts'

const names = Object.keys(careDefaults) as (keyof CareSettings)[]

/** How care works now, with `seen` to know later whether somebody has changed it. */
export async function careRules(db: Read) {
  const all = await siteSettings(db)
  const rules = Object.fromEntries(names.map((name) => [name, all[name]])) as CareSettings
  return { rules, seen: names.map((name) => Number(rules[name])).join('.') }
}

/** Changes it from now on: `changed`; `unchanged`; `stale` where it is no longer as it was `seen`; `not-allowed`. */
export async function changeCareRules(tx: Tx, lead: Person, seen: string, wish: CareSettings) {
  if (!may(lead, 'care.lead')) return 'not-allowed'
  await holdAudit(tx)
  const before = await careRules(tx)
  if (before.seen !== seen) return 'stale'
  const changed = names.filter((name) => before.rules[name] !== wish[name])
  if (!changed.length) return 'unchanged'
  await changeSettings(tx, Object.fromEntries(changed.map((name) => [name, wish[name]])))
  const [was, is] = [before.rules, wish].map((rules) =>
    Object.fromEntries(changed.map((name) => [name, rules[name]])),
  )
  await audit(tx, lead.id, 'settings.changed', { subject: 'care', before: was, after: is })
  return 'changed'
}
