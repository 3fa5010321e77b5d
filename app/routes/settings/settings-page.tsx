import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Pagehead } from '#app/ui/pagehead.tsx'
import { useTyped } from '#app/ui/use-typed.ts'

type Page = {
  title: string
  lead: string
  /** The way here from the settings, where it is longer than this page's title. */
  steps?: { label: string; href?: string }[]
  above?: ReactNode
  action?: ReactNode
  look?: 'point-settings'
  children: ReactNode
}

/** A page below the settings: the way here, its head, and what was wrong with its form. */
export function SettingsPage({ steps, look, children, ...head }: Page) {
  const { t } = useTranslation('workflow')
  const { errors } = useTyped()
  const way = steps ?? [{ label: head.title }]
  return (
    <>
      <Breadcrumb steps={[{ label: t('settings.title'), href: '/staff/settings' }, ...way]} />
      <Pagehead {...head} />
      <div className={look ? `sections ${look}` : 'sections'}>
        <ErrorSummary errors={errors} />
        {children}
      </div>
    </>
  )
}

type Form = {
  seen: string
  save: string
  cancel?: { label: string; href: string }
  look?: 'wide'
  children: ReactNode
}

/** A form of the settings; `seen` is the version that is shown. */
export function SettingsForm({ seen, save, cancel, look, children }: Form) {
  return (
    <form method="post" className={look ? `form ${look}` : 'form'} noValidate>
      <input type="hidden" name="seen" value={seen} />
      {children}
      <div className={cancel ? 'row acts' : 'row'}>
        <Button>{save}</Button>
        {cancel && <a href={cancel.href}>{cancel.label}</a>}
      </div>
    </form>
  )
}
