import type { MetaFunction } from '@remix-run/node'
import { useTranslation } from 'react-i18next'
import { Pagehead } from '#app/ui/pagehead.tsx'
import { pageTitle } from '#app/ui/page-title.ts'

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, { key: 'identity:sent.title' })

export default function JoinSent() {
  const { t } = useTranslation('identity')
  return (
    <Pagehead title={t('sent.title')} lead={t('sent.lead')}>
      <p>{t('sent.spam')}</p>
      <p>
        <a href="/ideas">{t('sent.meanwhile')}</a>
      </p>
    </Pagehead>
  )
}
