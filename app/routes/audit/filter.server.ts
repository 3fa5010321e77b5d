import type { Filter } from '#app/domain/audit/log.server.ts'
import { readPlace } from '#app/domain/ideas/idea-feed.form.ts'
import { siteSettings } from '#app/domain/site/site.server.ts'
import { Moments } from '#app/domain/site/zone.rules.ts'
import { db } from '#db/database.server.ts'

const dayMs = 86_400_000
const wholeDay = { from: 0, to: 24 * 60 }

/** What an address asks of the log: texts as they were written, and the filter that they mean. */
export async function filterOf(url: URL) {
  const text = (name: string) => (url.searchParams.get(name) ?? '').trim().slice(0, 80)
  const asked = { person: text('person').replace(/^@/, ''), act: text('act'), day: text('day') }
  const { timeZone } = (await siteSettings(db)).calendar
  const span = spanOf(asked.day, timeZone)
  const filter: Filter = {
    ...(asked.person && { person: asked.person.toLowerCase() }),
    ...(asked.act && { act: asked.act }),
    ...span,
    after: readPlace(url.searchParams.get('after')),
  }
  return { asked: { ...asked, day: span ? asked.day : '' }, filter, timeZone }
}

/** A day as the house's calendar has it, from its first moment to its last. */
function spanOf(day: string, timeZone: string) {
  const moment = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : NaN
  if (Number.isNaN(moment)) return undefined
  const spans = Moments.of(timeZone).spans(moment / dayMs, wholeDay)
  return { from: new Date(spans[0]![0]), until: new Date(spans.at(-1)![1]) }
}

/** The same filter as an address, with some of it changed. */
export function addressOf(asked: Record<string, string>, changes: Record<string, string> = {}) {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries({ ...asked, ...changes }))
    if (value) query.set(name, value)
  return query.size ? `?${query}` : ''
}
