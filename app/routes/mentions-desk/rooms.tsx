import { useTranslation } from 'react-i18next'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { ButtonLink } from '#app/ui/button.tsx'

/** The pages beside the list. */
export function Rooms() {
  const { t } = useTranslation('mentions')
  return (
    <p className="row">
      <ButtonLink kind="ghost" icon="trending-up" href="/staff/mentions/trend">
        {t('trend.link')}
      </ButtonLink>
      <ButtonLink kind="ghost" icon="upload" href="/staff/mentions/import">
        {t('import.link')}
      </ButtonLink>
      <ButtonLink kind="ghost" icon="rss" href="/staff/mentions/sources">
        {t('sources.link')}
      </ButtonLink>
    </p>
  )
}

/** The way back to the list. */
export function Way({ steps }: { steps: { label: string; href?: string }[] }) {
  const { t } = useTranslation('mentions')
  return <Breadcrumb steps={[{ label: t('title'), href: '/staff/mentions' }, ...steps]} />
}
