import type { ReactNode } from 'react'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Notice } from '#app/ui/notice.tsx'
import { Time } from '#app/ui/time.tsx'
import type { CareMailData } from '../staff/settings-care-mail.tsx'

/** Which ways mail has, in and out, and what is wrong with them. */
export function CareMailStanding() {
  const { t } = useTranslation('care')
  const standing = useLoaderData<CareMailData>()
  const { address, mailbox, fault, hasHook, authserv, sends } = standing
  return (
    <section className="stack">
      <h2>{t('careMail.ways')}</h2>
      {fault && (
        <Notice tone="warning" title={t('careMail.fault')}>
          {fault}
        </Notice>
      )}
      <dl className="facts">
        <Fact name={t('careMail.out')}>
          {t(sends ? 'careMail.outOn' : 'careMail.outOff')}{' '}
          <a href="/staff/outbox">{t('careMail.outbox')}</a>
        </Fact>
        <Fact name={t('careMail.address')}>{address ?? t('careMail.addressOff')}</Fact>
        <Fact name={t('careMail.box')}>
          {mailbox ? <LastRead mailbox={mailbox} /> : t('careMail.boxOff')}
        </Fact>
        <Fact name={t('careMail.hook')}>{t(hasHook ? 'careMail.hookOn' : 'careMail.hookOff')}</Fact>
        <Fact name={t('careMail.proof')}>
          {authserv ? t('careMail.proofOn', { server: authserv }) : t('careMail.proofOff')}
        </Fact>
      </dl>
      <p className="quiet">{t('careMail.how')}</p>
    </section>
  )
}

function LastRead({ mailbox }: { mailbox: string }) {
  const { t } = useTranslation('care')
  const { readAt } = useLoaderData<CareMailData>()
  return (
    <>
      {mailbox} ·{' '}
      {readAt ? (
        <>
          {t('careMail.read')} <Time at={readAt} />
        </>
      ) : (
        t('careMail.unread')
      )}
    </>
  )
}

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </>
)
