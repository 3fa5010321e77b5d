import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

/** A part of the page with its formula. */
export function Part({ name, children }: { name: PartName; children: ReactNode }) {
  const { t } = useTranslation('promises')
  return (
    <section aria-labelledby={`part-${name}`}>
      <h2 id={`part-${name}`}>{t(`figures.${name}.title`)}</h2>
      {children}
    </section>
  )
}
type PartName = 'kept' | 'took' | 'why' | 'appeals' | 'rules' | 'reports' | 'objections' | 'done'

export function Formula({ children }: { children: ReactNode }) {
  const { t } = useTranslation('promises')
  return (
    <p className="formula">
      <b>{t('figures.formulaLabel')}:</b> {children}
    </p>
  )
}
