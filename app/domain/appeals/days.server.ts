import type { Read, Tx } from '#db/database.server.ts'
import { now } from '#db/time.ts'
import { audit, holdAudit } from '../audit/audit.server.ts'
import { may, type Person } from '../identity/viewer.rules.ts'
import { changeSettings, siteSettings } from '../site/site.server.ts'

type Days = { appealDays: number; appealAnswerDays: number }

/** How long authors have to appeal, and the brand to answer; `seen` names this version of both. */
export async function daysNow(db: Read) {
  const { appealDays, appealAnswerDays } = await siteSettings(db)
  return { appealDays, appealAnswerDays, seen: `${appealDays}.${appealAnswerDays}` }
}

/**
 * Changes both figures for what is decided, or sent, from now on: receipts keep the days they
 * promised. Answers `changed`; `unchanged`; `stale` when they are no longer those that were `seen`;
 * or `not-allowed`.
 */
export async function changeDays(tx: Tx, admin: Person, seen: string, days: Days) {
  if (!may(admin, 'site.settings')) return 'not-allowed'
  await holdAudit(tx)
  const { appealDaysPast } = await siteSettings(tx)
  const before = await daysNow(tx)
  if (before.seen !== seen) return 'stale'
  const { appealDays, appealAnswerDays } = days
  if (`${appealDays}.${appealAnswerDays}` === seen) return 'unchanged'

  const ended = { until: now().toISOString(), days: before.appealDays }
  const past = appealDays === before.appealDays ? appealDaysPast : [...appealDaysPast, ended]
  await changeSettings(tx, { ...days, appealDaysPast: past })
  const facts = {
    subject: 'appealDays',
    from: before.seen,
    to: `${appealDays}.${appealAnswerDays}`,
  }
  await audit(tx, admin.id, 'settings.appeals-changed', facts)
  return 'changed'
}
