import type { Tx } from '#db/database.server.ts'
import { ask } from '../jobs/job.server.ts'
import { siteSettings } from '../site/site.server.ts'

export type Template =
  | 'verify-email'
  | 'already-joined'
  | 'reset-password'
  | 'password-changed'
  | 'change-email'
  | 'email-changed'
  | 'welcome'
  | 'readmitted'
  | 'confirm-case'
  | 'flag-receipt'
  | 'flag-upheld'
  | 'flag-rejected'
  | 'erasure-asked'
  | 'erasure-deferred'
  | 'erasure-done'

type Letter = { to: string; locale: 'it' | 'en' | null; params: Record<string, string> }

/**
 * Asks for a mail about somebody's account after the commit. `key` names the occasion: the same
 * letter is not asked for twice on it. `params.path` is a path of the site, made a link on sending.
 * Who has chosen no language is written to in that of the site.
 */
export async function sendLetter(
  tx: Tx,
  template: Template,
  key: string,
  { to, locale, params }: Letter,
) {
  const language = locale ?? (await siteSettings(tx)).locale
  const payload = { to, template, locale: language, params }
  await ask(tx, 'mail', `${template}:${key}`, { payload })
}
