import type { z } from 'zod'
import { topicsInUse } from '#app/domain/care/topics-offered.server.ts'
import { wantsKeys } from '#app/domain/identity/keys.server.ts'
import type { Person } from '#app/domain/identity/viewer.rules.ts'
import { MentionQuery } from '#app/domain/mentions/mention.form.ts'
import {
  afterOf,
  countMentions,
  listMentions,
  placeOf,
} from '#app/domain/mentions/mention.server.ts'
import { allSources } from '#app/domain/mentions/source.server.ts'
import type { Locale } from '#app/web/visit.server.ts'
import { db } from '#db/database.server.ts'

/** One page of what was said of us elsewhere, as its address asks. */
export async function mentionDesk(agent: Person, url: URL, locale: Locale) {
  const asked = MentionQuery.parse(Object.fromEntries(url.searchParams))
  const [page, counts, sources, topics, hasKeys] = await Promise.all([
    pageOf(agent, asked),
    countMentions(db, agent, { sourceId: asked.source, band: asked.rating }),
    allSources(db, agent),
    topicsOf(locale),
    wantsKeys(db, agent.id),
  ])
  const { state, source = '', rating = '', q = '', after } = asked
  return {
    list: { state, source, rating, q, after: after ?? '' },
    counts,
    topics,
    hasKeys,
    isHelpOpen: url.searchParams.get('help') === '1',
    sources: sources.map(({ id, name }) => ({ id, name })),
    ...page,
  }
}
export type MentionDesk = Awaited<ReturnType<typeof mentionDesk>>

async function pageOf(agent: Person, asked: z.output<typeof MentionQuery>) {
  const { state, source: sourceId, rating: band, q: search, after } = asked
  const filter = { state, sourceId, band, search, after: placeOf(after) }
  const { rows, next, isPart } = await listMentions(db, agent, filter)
  return { rows: rows.map(shown), isPart, next: next ? afterOf(next) : null }
}

type Inner = { sourceId: string; sourceKind: string; importedAt?: Date }

/** Of a mention, what the pages say. */
export function shown<Told extends Inner>(mention: Told): Omit<Told, keyof Inner> {
  const { sourceId: _s, sourceKind: _k, importedAt: _i, ...told } = mention
  return told
}

/** What a case can be about, as it is called in the language of whoever looks. */
export async function topicsOf(locale: Locale) {
  const topics = await topicsInUse(db)
  return topics.map(({ id, labelIt, labelEn }) => ({
    id,
    label: locale === 'it' ? labelIt : labelEn,
  }))
}
