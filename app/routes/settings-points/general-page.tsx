import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Field } from '#app/ui/field.tsx'
import { usePoints } from '#app/ui/points.tsx'
import { useTyped } from '#app/ui/use-typed.ts'
import { SettingsForm, SettingsPage } from '../settings/settings-page.tsx'
import { BothVersions } from '../settings/stale.tsx'
import { isStale } from '../settings/status-answer.ts'

type Page = {
  seen: string
  seasonMonths: number
  hasLeaderboard: boolean
  pointValue: number
  addressDays: number
  expiryMonths: number
  limits: { role: 'editor'; limit: number }[]
  factors: { label: string; factor: number }[]
}

const storedIn = (page: Page) => ({
  expiryMonths: page.expiryMonths,
  seasonMonths: page.seasonMonths,
  hasLeaderboard: page.hasLeaderboard ? 'on' : undefined,
  pointValue: String(page.pointValue / 100).replace('.', ','),
  addressDays: page.addressDays,
  ...Object.fromEntries(page.limits.map(({ role, limit }) => [`limit-${role}`, limit])),
  ...Object.fromEntries(page.factors.map(({ factor }, i) => [`factor-${i}`, factor])),
})

const seasons = ['1', '3', '4', '6', '12'] as const

/** How long points last, what they are worth, who may give how many, and where acts pay more. */
export function GeneralPage() {
  const { t } = useTranslation('points')
  const page = useLoaderData<Page>()
  const { errors } = useTyped(storedIn(page))
  const title = t('settings.pages.general.title')
  return (
    <SettingsPage
      title={title}
      lead={t('settings.pages.general.lead')}
      steps={[{ label: t('settings.title'), href: '/staff/settings/points' }, { label: title }]}
      look="point-settings"
    >
      {isStale(errors) && <Both />}
      <SettingsForm seen={page.seen} save={t('settings.save')}>
        <Time />
        <Money />
        <Factors />
      </SettingsForm>
    </SettingsPage>
  )
}

const numeric = { type: 'number', inputMode: 'numeric', min: 0, required: true } as const

function Time() {
  const { t } = useTranslation('points')
  const { field, tick } = useTyped(storedIn(useLoaderData<Page>()))
  return (
    <>
      <h2>{t('general.time')}</h2>
      <Field
        {...field('expiryMonths')}
        {...numeric}
        label={t('general.expiryMonths')}
        hint={t('general.expiryHint')}
      />
      <Field {...tick('hasLeaderboard')} label={t('general.hasLeaderboard')} />
      <Field
        {...field('seasonMonths')}
        kind="select"
        label={t('general.seasonMonths')}
        hint={t('general.seasonHint')}
        options={seasons.map((value) => ({
          value,
          label: t('general.months', { count: Number(value) }),
        }))}
      />
    </>
  )
}

function Money() {
  const { t } = useTranslation('points')
  const points = usePoints()
  const page = useLoaderData<Page>()
  const { field } = useTyped(storedIn(page))
  return (
    <>
      <h2>{t('general.money')}</h2>
      <Field
        {...field('pointValue')}
        inputMode="decimal"
        label={t('general.pointValue', { one: points.one })}
        hint={t('general.pointValueHint')}
        required
      />
      {page.limits.map(({ role }) => (
        <Field
          key={role}
          {...field(`limit-${role}`)}
          {...numeric}
          label={t('general.limit', { role: t(`general.roles.${role}`) })}
          hint={t('general.limitHint')}
        />
      ))}
      <Field
        {...field('addressDays')}
        {...numeric}
        label={t('general.addressDays')}
        hint={t('general.addressHint')}
      />
    </>
  )
}

function Factors() {
  const { t } = useTranslation('points')
  const page = useLoaderData<Page>()
  const { field } = useTyped(storedIn(page))
  return (
    <>
      <h2>{t('general.factors')}</h2>
      <p className="quiet">{t('general.factorsHint')}</p>
      <div className="factors">
        {page.factors.map(({ label }, i) => (
          <Field
            key={i}
            {...field(`factor-${i}`)}
            {...numeric}
            label={t('general.factor', { category: label })}
          />
        ))}
      </div>
    </>
  )
}

function Both() {
  const { t } = useTranslation('points')
  const points = usePoints()
  const page = useLoaderData<Page>()
  const { text } = useTyped()
  const labels: Record<string, string> = {
    expiryMonths: t('general.expiryMonths'),
    hasLeaderboard: t('general.hasLeaderboard'),
    seasonMonths: t('general.seasonMonths'),
    pointValue: t('general.pointValue', { one: points.one }),
    addressDays: t('general.addressDays'),
  }
  const labelOf = (key: string) => {
    const i = Number(key.split('-')[1])
    if (key.startsWith('factor-')) return page.factors[i]?.label ?? key
    const role = page.limits.find(({ role }) => key === `limit-${role}`)?.role
    return role ? t('general.limit', { role: t(`general.roles.${role}`) }) : labels[key]!
  }
  const shown = (value: unknown) => (value === 'on' ? t('general.yes') : (value ?? '–').toString())
  return (
    <BothVersions
      lines={Object.entries(storedIn(page)).map(([key, value]) => ({
        key,
        label: labelOf(key),
        now: shown(value),
        mine: shown(text(key)),
      }))}
    />
  )
}
