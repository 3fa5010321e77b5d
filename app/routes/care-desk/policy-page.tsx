import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { casePriorities } from '#app/domain/care/state.rules.ts'
import { Field } from '#app/ui/field.tsx'
import { useTyped } from '#app/ui/use-typed.ts'
import { SettingsForm, SettingsPage } from '../settings/settings-page.tsx'
import { BothVersions } from '../settings/stale.tsx'
import { isStale } from '../settings/status-answer.ts'
import type { PolicyData } from '../staff/settings-policy.tsx'

const page = '/staff/settings/care/sla'
const clocks = ['first', 'next', 'resolution'] as const

/** One policy: which cases it catches, and within how long care answers them. */
export function PolicyPage() {
  const { t } = useTranslation('care')
  const { stored, topics, hours } = useLoaderData<PolicyData>()
  const { seen, ...fields } = stored
  const typed = useTyped(fields)
  const title = stored.name || t('sla.add')
  return (
    <SettingsPage
      title={title}
      lead={t('sla.oneLead')}
      steps={[
        { label: t('rules.title'), href: '/staff/settings/care' },
        { label: t('sla.title'), href: page },
        { label: title },
      ]}
    >
      {isStale(typed.errors) && (
        <BothVersions
          lines={clocks
            .map((clock) => ({
              ...{ key: clock, label: t(`sla.clock.${clock}`) },
              ...{ now: stored[clock] || '–', mine: typed.text(clock) || '–' },
            }))
            .filter(({ now, mine }) => now !== mine)}
        />
      )}
      <SettingsForm
        seen={String(seen)}
        save={t('sla.save')}
        cancel={{ label: t('talk.cancel'), href: page }}
      >
        <Field {...typed.field('name')} label={t('sla.name')} maxLength={60} required />
        <Field
          {...typed.field('topic')}
          kind="select"
          label={t('panel.topic')}
          options={[{ value: '', label: t('sla.anyTopic') }, ...topics]}
        />
        <Field
          {...typed.field('priority')}
          kind="select"
          label={t('panel.priority')}
          options={[
            { value: '', label: t('sla.anyPriority') },
            ...casePriorities.map((value) => ({ value, label: t(`talk.priority.${value}`) })),
          ]}
        />
        {clocks.map((clock) => (
          <Field
            key={clock}
            {...typed.field(clock)}
            label={t(`sla.clock.${clock}`)}
            hint={clock === 'first' ? t('sla.timeHint', { count: hours }) : undefined}
            maxLength={30}
            autoComplete="off"
            optional
          />
        ))}
        <p className="quiet">{t('sla.from')}</p>
      </SettingsForm>
    </SettingsPage>
  )
}
