import type { MetaFunction } from '@remix-run/node'
import { useTranslation } from 'react-i18next'
import { pageTitle } from '#app/ui/page-title.ts'
import { Pagehead } from '#app/ui/pagehead.tsx'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, { key: 'care:sent.title' })

/** The same for everybody: it says nothing of whose address it is. */
export default function ContactSent() {
  const { t } = useTranslation('care')
  return (
    <Pagehead title={t('sent.title')} lead={t('sent.lead')}>
      <p>{t('sent.spam')}</p>
      <p>
        <a href="/faq">{t('contact.toFaq')}</a>
      </p>
    </Pagehead>
  )
}
