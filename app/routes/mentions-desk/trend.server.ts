import type { Person } from '#app/domain/identity/viewer.rules.ts'
import { allSources } from '#app/domain/mentions/source.server.ts'
import { ratingTrend } from '#app/domain/mentions/trend.server.ts'
import { found } from '#app/web/answer.server.ts'
import { db } from '#db/database.server.ts'

/** How ratings went month by month, of all sources or of the one that the address names. */
export async function trendFor(agent: Person, { searchParams }: URL) {
  const sources = await allSources(db, agent)
  const wanted = searchParams.get('source')
  const source = sources.find(({ id }) => id === wanted)?.id ?? ''
  const trend = found(await ratingTrend(db, agent, source ? { sourceId: source } : {}))
  const names = Object.fromEntries(sources.map(({ id, name }) => [id, name]))
  return { ...trend, source, names, sources: sources.map(({ id, name }) => ({ id, name })) }
}
