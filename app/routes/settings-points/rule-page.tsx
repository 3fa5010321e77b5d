import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { Terms } from '#app/domain/points/rule.rules.ts'
import { Button } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'
import { usePoints } from '#app/ui/points.tsx'
import { Time } from '#app/ui/time.tsx'
import { useTyped } from '#app/ui/use-typed.ts'
import { SettingsPage } from '../settings/settings-page.tsx'
import { BothVersions } from '../settings/stale.tsx'
import { isStale } from '../settings/status-answer.ts'
import { DryRun } from './dry-run.tsx'
import type { rulePage } from './rule-loader.server.ts'
import { useTermsWords } from './terms-words.tsx'

const storedIn = ({ isOn, ...terms }: Terms) => ({ ...terms, isOn: isOn ? 'on' : undefined })

/** What a rule pays; what other terms would have paid; and what it paid before. */
export function RulePage() {
  const { t } = useTranslation('points')
  const { rule, terms } = useLoaderData<typeof rulePage>()
  const { errors } = useTyped(storedIn(terms))
  const title = t(`rules.${rule}.name`)
  return (
    <SettingsPage
      title={title}
      lead={t(`rules.${rule}.what`)}
      steps={[{ label: t('settings.title'), href: '/staff/settings/points' }, { label: title }]}
      look="point-settings"
    >
      {isStale(errors) && <Both />}
      <DryRun />
      <TermsForm />
      <History />
    </SettingsPage>
  )
}

function TermsForm() {
  const { t } = useTranslation('points')
  const points = usePoints()
  const { terms, seen } = useLoaderData<typeof rulePage>()
  const { field, tick } = useTyped(storedIn(terms))
  const number = (name: keyof Terms, least: number) => ({
    ...field(name),
    type: 'number',
    inputMode: 'numeric' as const,
    min: least,
  })
  return (
    <form method="post" className="form" noValidate>
      <input type="hidden" name="seen" value={seen} />
      <Field {...tick('isOn')} label={t('settings.field.isOn')} />
      <Field {...number('amount', 1)} label={points.title} required />
      <Field
        {...number('daily', 1)}
        label={t('settings.field.daily')}
        hint={t('settings.field.emptyHint')}
        optional
      />
      <Field
        {...number('fullTimes', 1)}
        label={t('settings.field.fullTimes')}
        hint={t('settings.field.fullTimesHint')}
        optional
      />
      <Field
        {...number('lifetime', 1)}
        label={t('settings.field.lifetime')}
        hint={t('settings.field.emptyHint')}
        optional
      />
      <Field
        {...number('delayHours', 0)}
        label={t('settings.field.delayHours')}
        hint={t('settings.field.delayHint')}
        required
      />
      <Field
        {...number('minAgeDays', 0)}
        label={t('settings.field.minAgeDays')}
        hint={t('settings.field.minAgeHint')}
        required
      />
      <p className="quiet">{t('settings.fromNow')}</p>
      <div className="row">
        <Button name="intent" value="save">
          {t('settings.save')}
        </Button>
        <Button kind="plain" name="intent" value="try" icon="eye">
          {t('settings.try')}
        </Button>
      </div>
    </form>
  )
}

function History() {
  const { t } = useTranslation('points')
  const words = useTermsWords()
  const { versions } = useLoaderData<typeof rulePage>()
  return (
    <section aria-labelledby="history">
      <h2 id="history">{t('settings.history')}</h2>
      {versions.length === 0 && <p className="quiet">{t('settings.historyNone')}</p>}
      <ol className="versions">
        {versions.map(({ id, since, terms, by }) => (
          <li key={id}>
            <p>{words.whole(terms)}</p>
            <p className="quiet">
              <Time at={since} /> · {by ?? t('suspects.gone')}
            </p>
          </li>
        ))}
      </ol>
    </section>
  )
}

function Both() {
  const { t } = useTranslation('points')
  const points = usePoints()
  const { terms } = useLoaderData<typeof rulePage>()
  const { text } = useTyped()
  const labels = { amount: points.title } as Record<string, string>
  const fields = ['amount', 'daily', 'fullTimes', 'lifetime', 'delayHours', 'minAgeDays'] as const
  return (
    <BothVersions
      lines={fields.map((name) => ({
        key: name,
        label: labels[name] ?? t(`settings.field.${name as 'daily'}`),
        now: String(terms[name] ?? '–'),
        mine: text(name) ?? '–',
      }))}
    />
  )
}
