import { useTranslation } from 'react-i18next'
import { Button } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'
import { useTyped } from '#app/ui/use-typed.ts'
import type { Page } from './queue.tsx'

const steps = ['approved', 'sent', 'delivered', 'cancelled'] as const

/** What can be done with those that were picked; the step that comes next is first. */
export function QueueActs({ page: { rows, state } }: { page: Page }) {
  const { t } = useTranslation('rewards')
  const { field } = useTyped()
  const possible = steps.filter((to) => rows.some(({ moves }) => moves.includes(to)))
  if (!possible.length) return null
  const hasParcels = state === 'approved' && rows.some(({ kind }) => kind === 'prize')
  return (
    <section className="bulk" aria-labelledby="picked">
      <h2 id="picked">{t('queue.picked')}</h2>
      <Field
        {...(field('note') as object)}
        name="note"
        kind="textarea"
        rows={2}
        label={t('queue.note')}
        hint={t('queue.noteHint')}
        maxLength={500}
        optional
      />
      <div className="row">
        {possible.map((to, i) => (
          <Button
            key={to}
            name="to"
            value={to}
            kind={to === 'cancelled' ? 'danger' : i ? 'plain' : 'primary'}
          >
            {t(`queue.act.${to}`)}
          </Button>
        ))}
        {hasParcels && (
          <Button kind="plain" icon="download" formAction="/staff/redemptions.csv">
            {t('queue.courier')}
          </Button>
        )}
      </div>
      {hasParcels && <p className="quiet">{t('queue.courierHint')}</p>}
    </section>
  )
}
