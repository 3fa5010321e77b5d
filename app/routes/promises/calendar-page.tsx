import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { weekdays } from '#app/domain/site/calendar-text.rules.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Field } from '#app/ui/field.tsx'
import { Pagehead } from '#app/ui/pagehead.tsx'
import { PromisedDay, ToldWithDays } from '#app/ui/promised-day.tsx'
import { useTyped } from '#app/ui/use-typed.ts'
import type { CalendarData } from '../staff/settings-calendar.tsx'

/** When the brand is at work, with what promises come to by it. */
export function CalendarPage() {
  const { t } = useTranslation(['promises', 'workflow'])
  return (
    <>
      <Breadcrumb
        steps={[
          { label: t('workflow:settings.title'), href: '/staff/settings' },
          { label: t('calendar.title') },
        ]}
      />
      <Pagehead title={t('calendar.title')} lead={t('calendar.lead')} />
      <div className="calendar">
        <CalendarFields />
        <div className="beside">
          <Tried />
          <Upcoming />
        </div>
      </div>
    </>
  )
}

function CalendarFields() {
  const { t } = useTranslation('promises')
  const { fields, zones, seen } = useLoaderData<CalendarData>()
  const { errors, field } = useTyped(fields)
  return (
    <form method="post" className="form" noValidate data-enhance="">
      <ErrorSummary errors={errors} />
      {errors.some(({ name }) => name === 'main') && <Theirs />}
      <input type="hidden" name="seen" value={seen} />
      <Field
        {...field('timeZone')}
        kind="select"
        label={t('calendar.zone')}
        hint={t('calendar.zoneHint')}
        options={zones.map((value) => ({ value, label: value.replaceAll('_', ' ') }))}
      />
      <Week />
      <Field
        {...field('holidays')}
        kind="textarea"
        label={t('calendar.holidays')}
        hint={t('calendar.holidaysHint')}
        rows={14}
        spellCheck={false}
      />
      <Field
        {...field('promiseWarning')}
        type="number"
        min={0}
        max={30}
        inputMode="numeric"
        label={t('calendar.warning')}
        hint={t('calendar.warningHint')}
      />
      <Button>{t('calendar.save')}</Button>
    </form>
  )
}

function Week() {
  const { t } = useTranslation('promises')
  const { fields } = useLoaderData<CalendarData>()
  const { field } = useTyped(fields)
  return (
    <fieldset className="field week" aria-describedby="week-hint">
      <legend>{t('calendar.hours')}</legend>
      <p className="hint" id="week-hint">
        {t('calendar.hoursHint')}
      </p>
      {weekdays.map((key) => {
        const day = t(`calendar.days.${key}`)
        return (
          <div className="day" key={key}>
            <Field {...field(`from${key}`)} label={t('calendar.from', { day })} {...timeInput} />
            <Field {...field(`to${key}`)} label={t('calendar.to', { day })} {...timeInput} />
          </div>
        )
      })}
    </fieldset>
  )
}

// Not type="time": that has no 24:00.
const timeInput = { maxLength: 5, placeholder: '09:00', autoComplete: 'off' }

/** What is stored, for whoever was overtaken while they wrote. */
function Theirs() {
  const { t } = useTranslation('promises')
  const { fields } = useLoaderData<CalendarData>()
  return (
    <section className="theirs" aria-labelledby="theirs">
      <h2 id="theirs">{t('calendar.theirs')}</h2>
      <p>{fields.timeZone.replaceAll('_', ' ')}</p>
      <ul>
        {weekdays.map((day) => (
          <li key={day}>
            {t(`calendar.days.${day}`)}: {fields[`from${day}`] || t('figures.nothing')}
            {fields[`to${day}`] && ` – ${fields[`to${day}`]}`}
          </li>
        ))}
      </ul>
      <pre>{fields.holidays}</pre>
      <p>
        {t('calendar.warning')}: {fields.promiseWarning}
      </p>
    </section>
  )
}

function Tried() {
  const { t } = useTranslation('promises')
  const { tried, timeZone } = useLoaderData<CalendarData>()
  return (
    <section className="aside-box" aria-labelledby="tried">
      <h2 id="tried">{t('calendar.preview')}</h2>
      <ul>
        {tried.map(({ n, dueAt }) => (
          <li key={n}>
            <ToldWithDays
              says="calendar.previewText"
              values={{ n }}
              days={{ day: dueAt }}
              timeZone={timeZone}
            />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Upcoming() {
  const { t } = useTranslation('promises')
  const { upcoming } = useLoaderData<CalendarData>()
  if (!upcoming.length) return null
  return (
    <section className="aside-box" aria-labelledby="upcoming">
      <h2 id="upcoming">{t('calendar.upcoming')}</h2>
      <ul>
        {upcoming.map(({ day, name }) => (
          <li key={day}>
            <PromisedDay at={`${day}T12:00:00Z`} timeZone="UTC" bare whole /> {name}
          </li>
        ))}
      </ul>
    </section>
  )
}
