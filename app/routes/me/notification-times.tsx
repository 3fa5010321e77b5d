import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'
import type { action, SettingsData } from './notification-settings.tsx'

const hours = Array.from({ length: 24 }, (_, hour) => ({
  value: String(hour),
  label: `${String(hour).padStart(2, '0')}:00`,
}))

/** At what hour the digest comes, and between which hours no mail does. */
export function Times() {
  const { t } = useTranslation('notifications')
  const translate = t as (key: string) => string
  const { hours: kept, zone } = useLoaderData<SettingsData>()
  const reply = useActionData<typeof action>()
  const typed = reply?.initialValue as Record<string, string> | undefined
  const isHere = typed?.intent === 'times'
  const chosen = (field: 'digestHour' | 'quietFrom' | 'quietTo') =>
    isHere ? (typed[field] ?? '') : String(kept[field] ?? '')
  const wrong = (field: string) => (isHere ? reply?.error?.[field]?.map(translate) : undefined)
  const maybe = [{ value: '', label: t('settings.noQuiet') }, ...hours]
  return (
    <section className="stack" aria-labelledby="times">
      <h2 id="times">{t('settings.times')}</h2>
      <p className="quiet">{t('settings.timesText', { zone: zone.replace('_', ' ') })}</p>
      <form method="post" className="stack" data-enhance="">
        <input type="hidden" name="intent" value="times" />
        <Field
          label={t('settings.digestHour')}
          name="digestHour"
          kind="select"
          options={hours}
          defaultValue={chosen('digestHour')}
          error={wrong('digestHour')}
        />
        <fieldset className="field quiet-hours">
          <legend>{t('settings.quiet')}</legend>
          <p className="hint">{t('settings.quietHint')}</p>
          <div className="row">
            {(['quietFrom', 'quietTo'] as const).map((name) => (
              <Field
                key={name}
                label={t(`settings.${name}`)}
                name={name}
                kind="select"
                options={maybe}
                defaultValue={chosen(name)}
                error={wrong(name)}
              />
            ))}
          </div>
        </fieldset>
        <div>
          <Button kind="plain" icon="clock">
            {t('settings.saveTimes')}
          </Button>
        </div>
      </form>
    </section>
  )
}
