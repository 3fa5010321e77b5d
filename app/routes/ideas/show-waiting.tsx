import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Notice } from '#app/ui/notice.tsx'
import type { ideaPage } from './show-loader.server.ts'

/** What is said on the page of an idea that not everybody sees: that it waits, and why in general; or that it is private. */
export function Waiting() {
  const { idea, waits } = useLoaderData<typeof ideaPage>()
  const { t } = useTranslation('moderation')
  const { t: say } = useTranslation('ideas')
  if (!idea.isPrivate) return null
  if (!waits) return <Notice>{say('page.private')}</Notice>
  return (
    <Notice title={t('waits.title')}>
      <p>
        {t(`waits.why.${waits}`)} {t('waits.idea')}
      </p>
    </Notice>
  )
}

/** That some votes are not counted yet, and are being looked at. */
export function Checked() {
  const { checked } = useLoaderData<typeof ideaPage>()
  const { t } = useTranslation('moderation')
  if (!checked) return null
  return <Notice title={t('bursts.checked', { count: checked })}>{t('bursts.checkedText')}</Notice>
}
