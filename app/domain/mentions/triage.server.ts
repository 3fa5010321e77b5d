import { eq } from 'drizzle-orm'
import type { Tx } from '#db/database.server.ts'
import { plus } from '#db/expressions.ts'
import { mentions, mentionSources } from '#db/schema/mentions.ts'
import { now } from '#db/time.ts'
import { audit } from '../audit/audit.server.ts'
import { openCase } from '../care/open.server.ts'
import { findTopic } from '../care/topic.server.ts'
import type { Person } from '../identity/viewer.rules.ts'
import { siteSettings } from '../site/site.server.ts'
import { type MentionState, mentionLimits } from './mention.rules.ts'
import { webAddress } from './told.rules.ts'

export type TriageAct =
  | { act: 'case'; topicId: string }
  | { act: 'answer'; answerUrl: string; remedy: string }
  | { act: 'ignore' }
  | { act: 'reopen' }
type Row = typeof mentions.$inferSelect
type Change = Partial<Row> & { state: MentionState }

/** From where each act leads. */
const from: Record<TriageAct['act'], readonly MentionState[]> = {
  case: ['new', 'answered', 'ignored'],
  answer: ['new', 'case', 'answered', 'ignored'],
  ignore: ['new', 'answered'],
  reopen: ['answered', 'ignored'],
}

const outcomes = {
  case: 'case',
  answer: 'answered',
  ignore: 'ignored',
  reopen: 'reopened',
} as const

/**
 * Says what becomes of a mention that is as it was `seen`. It becomes a `case`, once and for good, with
 * what was written as its first message; it was `answered` where it stands, with what was given for it;
 * it is `ignored`; it is `reopened`, and waits again. Refusals: `changed-meanwhile`, `no-way` from where
 * it is, `has-case`, `no-such-topic`, `bad-url`; undefined where there is no such mention.
 */
export async function triage(
  tx: Tx,
  agent: Person,
  { id, seen }: { id: string; seen: number },
  wish: TriageAct,
) {
  // Taking the row holds it until the commit: of two at the same moment the second finds it changed.
  const [mention] = await tx.update(mentions).set({ id }).where(eq(mentions.id, id)).returning()
  if (!mention) return undefined
  const refusal = refusalOf(mention, seen, wish.act)
  if (refusal) return refusal
  const change = await changeOf(tx, agent, mention, wish)
  if (typeof change === 'string') return change

  const by =
    wish.act === 'reopen'
      ? { handledBy: null, handledAt: null }
      : { handledBy: agent.id, handledAt: now() }
  await tx
    .update(mentions)
    .set({ ...change, ...by, version: plus(mentions.version, 1) })
    .where(eq(mentions.id, id))
  const outcome = outcomes[wish.act]
  const { caseId, answerUrl } = change
  await audit(tx, agent.id, `mention.${outcome}`, { subject: id, caseId, answerUrl })
  return outcome
}

function refusalOf({ version, caseId, state }: Row, seen: number, act: TriageAct['act']) {
  if (version !== seen) return 'changed-meanwhile'
  if (caseId && (act === 'case' || act === 'reopen')) return 'has-case'
  return from[act].includes(state) ? undefined : 'no-way'
}

async function changeOf(
  tx: Tx,
  agent: Person,
  mention: Row,
  wish: TriageAct,
): Promise<Change | 'no-such-topic' | 'bad-url'> {
  if (wish.act === 'case') return becomeCase(tx, agent, mention, wish.topicId)
  if (wish.act === 'answer') return answered(mention, wish)
  if (wish.act === 'ignore') return { state: 'ignored' }
  return { state: 'new', answerUrl: null, remedy: '' }
}

function answered({ caseId }: Row, { answerUrl, remedy }: { answerUrl: string; remedy: string }) {
  const url = webAddress(answerUrl)
  if (!url) return 'bad-url'
  const noted = remedy.trim().slice(0, mentionLimits.remedy)
  // One with a case stays among the cases: there is where it is being seen to.
  const state = caseId ? 'case' : 'answered'
  return { state, answerUrl: url, remedy: noted } satisfies Change
}

async function becomeCase(tx: Tx, agent: Person, mention: Row, topicId: string) {
  const topic = await findTopic(tx, topicId)
  if (!topic || topic.retiredAt) return 'no-such-topic'
  const { locale } = await siteSettings(tx)
  const opened = await openCase(tx, {
    topicId,
    subject: subjectOf(mention),
    body: bodyOf(mention),
    personId: null,
    name: mention.author || (await nameOf(tx, mention.sourceId)),
    locale: mention.locale === 'it' || mention.locale === 'en' ? mention.locale : locale,
    source: 'mention',
    sourceId: mention.id,
    isConfirmed: true,
    openedBy: agent.id,
  })
  return { state: 'case', caseId: opened.id } satisfies Change
}

async function nameOf(tx: Tx, sourceId: string) {
  const of = eq(mentionSources.id, sourceId)
  const [source] = await tx.select({ name: mentionSources.name }).from(mentionSources).where(of)
  return source?.name ?? ''
}

const longestSubject = 120

function subjectOf(mention: Row) {
  const said = bodyOf(mention).replace(/\s+/g, ' ')
  return said.length > longestSubject ? `${said.slice(0, longestSubject - 1).trimEnd()}…` : said
}

/** What was written, and where: an agent who answers must find it again. */
const bodyOf = ({ title, body, rating, url }: Row) =>
  [title, body, rating === null ? '' : `★ ${rating}/5`, url ?? ''].filter(Boolean).join('\n\n')
