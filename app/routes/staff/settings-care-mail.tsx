import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { placeOf } from '#app/clock/imap-box.server.ts'
import { findMailbox, inboundCounts, latestInbound } from '#app/domain/care/mailbox.server.ts'
import factStyles from '#app/ui/desk-panel.css?url'
import { pageTitle } from '#app/ui/page-title.ts'
import staffStyles from '#app/ui/staff.css?url'
import { env } from '#app/web/env.server.ts'
import { requirePermission } from '#app/web/guard.server.ts'
import { db } from '#db/database.server.ts'
import { CareMailStanding } from '../settings/care-mail-standing.tsx'
import { InboundMails } from '../settings/inbound-mails.tsx'
import { SettingsPage } from '../settings/settings-page.tsx'

export const links: LinksFunction = () =>
  [staffStyles, factStyles].map((href) => ({ rel: 'stylesheet', href }))
export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, { key: 'care:careMail.title' })

/** The mailbox as its address names it, without the password. */
function mailboxName() {
  if (!env.careImapUrl) return undefined
  try {
    return placeOf(env.careImapUrl).id
  } catch {
    return 'mailbox'
  }
}

export async function loader(knock: LoaderFunctionArgs) {
  await requirePermission(knock, 'care.lead')
  const mailbox = mailboxName()
  const [read, counts, mails] = await Promise.all([
    findMailbox(db, mailbox ?? ''),
    inboundCounts(db),
    latestInbound(db),
  ])
  return {
    address: env.careAddress,
    mailbox,
    readAt: read?.readAt,
    fault: read?.lastError,
    hasHook: !!env.careMailSecret,
    authserv: env.careMailAuthserv,
    sends: !!env.smtpUrl,
    counts,
    mails,
  }
}
export type CareMailData = typeof loader

/** How mail comes to care and goes out, what is wrong with it, and what became of the last mails. */
export default function CareMail() {
  const { t } = useTranslation('care')
  const { counts, mails } = useLoaderData<CareMailData>()
  return (
    <SettingsPage title={t('careMail.title')} lead={t('careMail.lead')}>
      <CareMailStanding />
      <InboundMails counts={counts} mails={mails} />
    </SettingsPage>
  )
}
