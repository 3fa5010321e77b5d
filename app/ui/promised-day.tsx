import { type ReactElement } from 'react'
import { Trans, useTranslation } from 'react-i18next'
import { beforeDay } from '#app/messages/article.ts'

type When = Date | string
type Format = Record<'day' | 'short' | 'exact', Intl.DateTimeFormat>
const formats = new Map<string, Format>()

function formatOf(language: string, timeZone: string) {
  const key = `${language} ${timeZone}`
  const locale = language === 'en' ? 'en-GB' : language
  const made = formats.get(key) ?? {
    day: new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone }),
    short: new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone }),
    exact: new Intl.DateTimeFormat(locale, {
      ...{ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
      ...{ hour: '2-digit', minute: '2-digit', timeZoneName: 'short', timeZone },
    }),
  }
  formats.set(key, made)
  return made
}

/** In Italian a day has its article: “il 12 marzo”, “l’8 aprile”. */
function withArticle(language: string, day: string) {
  return language === 'it' ? beforeDay('il ', day) + day : day
}

type Day = {
  at: When
  timeZone: string
  short?: boolean
  /** By itself, as in a table. */
  bare?: boolean
  /** A day that has no hour. */
  whole?: boolean
}

/**
 * A day of the brand's calendar, named as it is there whoever reads; the exact moment is its title.
 * Within a sentence it has its article.
 */
export function PromisedDay({ at, timeZone, short, bare, whole }: Day) {
  const { i18n } = useTranslation()
  const { language } = i18n
  const format = formatOf(language, timeZone)
  const moment = new Date(at)
  const day = format[short ? 'short' : 'day'].format(moment)
  const written = moment.toISOString()
  return (
    <time
      dateTime={whole ? written.slice(0, 10) : written}
      title={whole ? undefined : format.exact.format(moment)}
    >
      {bare ? day : withArticle(language, day)}
    </time>
  )
}

type Told = {
  /** A message of `promises` with days in it, as `<day/>`. */
  says: string
  values?: Record<string, string | number>
  days: Record<string, When | null | undefined>
  timeZone: string
  short?: boolean
}

/** A sentence with days of the brand's calendar in it. */
export function ToldWithDays({ says, values, days, timeZone, short }: Told) {
  const { t } = useTranslation('promises')
  const components: Record<string, ReactElement> = {}
  for (const [name, at] of Object.entries(days))
    if (at) components[name] = <PromisedDay at={at} timeZone={timeZone} short={short} />
  return (
    <Trans
      t={t}
      i18nKey={says as 'panel.running'}
      values={values}
      components={components}
      tOptions={values?.count === undefined ? {} : { count: values.count }}
    />
  )
}
