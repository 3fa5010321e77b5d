import { careReport } from '#app/domain/care/report.server.ts'
import { allTopics } from '#app/domain/care/topic.server.ts'
import { siteSettings } from '#app/domain/site/site.server.ts'
import { Moments } from '#app/domain/site/zone.rules.ts'
import type { Locale } from '#app/web/visit.server.ts'
import { db } from '#db/database.server.ts'
import { now } from '#db/time.ts'

const day = 86_400_000
const most = 400

const isDay = (text: string | null): text is string =>
  !!text && /^20\d\d-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text))

/** The days of an address, both of them in the period; the last 30 where it names none that go together. */
function daysIn({ searchParams }: URL, today: string) {
  const [from, to] = [searchParams.get('from'), searchParams.get('to')]
  const last = isDay(to) && to <= today ? to : today
  const usual = new Date(Date.parse(last) - 29 * day).toISOString().slice(0, 10)
  const first = isDay(from) && from <= last ? from : usual
  const isTooLong = Date.parse(last) - Date.parse(first) > most * day
  return { first: isTooLong ? usual : first, last }
}

/** The report of the period that an address names, in the community's time, with what topics are called. */
export async function reportFor(url: URL, locale: Locale) {
  const { timeZone } = (await siteSettings(db)).calendar
  const zone = Moments.of(timeZone)
  const today = new Intl.DateTimeFormat('sv', { timeZone }).format(now())
  const { first, last } = daysIn(url, today)
  const midnight = (at: number) => {
    const [span] = zone.spans(Math.round(at / day), { from: 0, to: 24 * 60 })
    return new Date(span![0])
  }
  const period = { from: midnight(Date.parse(first)), to: midnight(Date.parse(last) + day) }
  const [report, topics] = await Promise.all([careReport(db, period), allTopics(db)])
  const labels = topics.map(({ id, labelIt, labelEn }) => [id, locale === 'it' ? labelIt : labelEn])
  return {
    ...report,
    ...{ first, last, today },
    topics: Object.fromEntries(labels) as Record<string, string>,
  }
}
