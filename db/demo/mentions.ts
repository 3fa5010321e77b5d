import { eq } from 'drizzle-orm'
import { changeCase } from '#app/domain/care/change.server.ts'
import type { Person } from '#app/domain/identity/viewer.rules.ts'
import { addSource } from '#app/domain/mentions/source.server.ts'
import { rowOf, takeMentions } from '#app/domain/mentions/take.server.ts'
import { toldMention } from '#app/domain/mentions/told.rules.ts'
import { type TriageAct, triage } from '#app/domain/mentions/triage.server.ts'
import { transaction, type Tx } from '../database.server.ts'
import { cases } from '../schema/care.ts'
import { mentions } from '../schema/mentions.ts'
import { at, now } from '../time.ts'
import type { Stage } from './acts.ts'
import { type DemoMention, demoMentions } from './mention-texts.ts'

const hour = 3_600_000
const day = 24 * hour
const opened = 180

/** Tells what people wrote about the bakery elsewhere, and what care made of it. */
export async function tellMentions({ today, cast }: Stage) {
  const agent = cast.get('ettore_forno')!
  const when = (daysAgo: number, hours = 0) => new Date(+today - daysAgo * day + hours * hour)
  const sources = await at(when(opened), () => transaction((tx) => begun(tx, agent)))
  for (const story of demoMentions) {
    const written = when(story.daysAgo)
    const id = await at(written, () => transaction((tx) => heard(tx, sources, story)))
    for (const [i, act] of actsOf(story).entries())
      await at(when(story.daysAgo, 5 + 20 * i), () => transaction((tx) => done(tx, agent, id, act)))
  }
}

type Sources = Record<DemoMention['source'], string>

async function begun(tx: Tx, agent: Person): Promise<Sources> {
  const guide = await addSource(tx, agent, { kind: 'webhook', name: 'Mappe e guide' })
  const press = await addSource(tx, agent, { kind: 'csv', name: 'Stampa e blog' })
  if (typeof guide === 'string' || typeof press === 'string') throw new Error('No sources')
  return { 'Mappe e guide': guide.id, 'Stampa e blog': press.id }
}

async function heard(tx: Tx, sources: Sources, { source, rating, url, ...said }: DemoMention) {
  const facts = { rating: rating === null ? '' : String(rating), url: url ?? '' }
  const date = now().toISOString()
  const told = toldMention({ ...said, ...facts, date }, now())
  if (typeof told === 'string') throw new Error(`“${said.title}” is no mention: ${told}`)
  const row = rowOf(sources[source], told)
  await takeMentions(tx, [row])
  const [kept] = await tx.select().from(mentions).where(eq(mentions.key, row.key))
  return kept!.id
}

const actsOf = ({ case: topicId, answered, ignored }: DemoMention): TriageAct[] => [
  ...(topicId ? [{ act: 'case' as const, topicId }] : []),
  ...(answered
    ? [{ act: 'answer' as const, answerUrl: answered.url, remedy: answered.remedy }]
    : []),
  ...(ignored ? [{ act: 'ignore' as const }] : []),
]

async function done(tx: Tx, agent: Person, id: string, act: TriageAct) {
  const [mention] = await tx.select().from(mentions).where(eq(mentions.id, id))
  const { version: seen, caseId } = mention!
  const outcome = await triage(tx, agent, { id, seen }, act)
  if (outcome !== 'case' && outcome !== 'answered' && outcome !== 'ignored')
    throw new Error(`“${mention!.title}”: ${outcome}`)
  // Whoever wrote was answered in public: nothing is left to do in the case.
  if (outcome === 'answered' && caseId) await solve(tx, agent, caseId)
}

async function solve(tx: Tx, agent: Person, caseId: string) {
  const [about] = await tx.select().from(cases).where(eq(cases.id, caseId))
  const { version: seen } = about!
  await changeCase(tx, agent, about!, { assigneeId: agent.id, state: 'solved', seen })
}
