import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Pagehead } from '#app/ui/pagehead.tsx'
import { useTyped } from '#app/ui/use-typed.ts'

type Props = {
  title: string
  lead: string
  steps: { label: string; href?: string }[]
  children: ReactNode
}

/** A page of the moderators’ own settings: the way leads from their queue, as most see no other settings. */
export function ModerationFrame({ title, lead, steps, children }: Props) {
  const { t } = useTranslation('moderation')
  const { errors } = useTyped()
  return (
    <>
      <Breadcrumb steps={[{ label: t('desk.title'), href: '/staff/moderation' }, ...steps]} />
      <Pagehead title={title} lead={lead} />
      <div className="sections">
        <ErrorSummary errors={errors} />
        {children}
      </div>
    </>
  )
}
