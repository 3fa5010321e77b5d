import type { LoaderFunctionArgs } from '@remix-run/node'
import { agentsOf } from '#app/domain/care/agent.server.ts'
import { chipOf } from '#app/domain/care/chip.rules.ts'
import { type Case, caseById, findCase } from '#app/domain/care/case.server.ts'
import { freshReplies } from '#app/domain/care/fresh.server.ts'
import { ratingsOf } from '#app/domain/care/rating.server.ts'
import { othersAt } from '#app/domain/care/presence.server.ts'
import { tagsOfCase, topicsFor, writerOf } from '#app/domain/care/sidebar.server.ts'
import { statesFrom } from '#app/domain/care/state.rules.ts'
import { wantsKeys } from '#app/domain/identity/keys.server.ts'
import type { Person } from '#app/domain/identity/viewer.rules.ts'
import type { Calendar } from '#app/domain/site/calendar.rules.ts'
import { siteSettings } from '#app/domain/site/site.server.ts'
import { found } from '#app/web/answer.server.ts'
import { db } from '#db/database.server.ts'
import { now } from '#db/time.ts'
import { bridgeOf } from './case-bridge.server.ts'
import { draftsShown } from './case-drafts.server.ts'
import { lookAt } from './case-look.server.ts'
import { macroShown } from './case-macro.server.ts'
import { lineOf } from './case-line.server.ts'
import { placeInView } from './case-place.server.ts'

/** The open case with all that stands around it, as an agent sees it. */
export async function casePage(knock: LoaderFunctionArgs, agent: Person) {
  const row = found(await findCase(db, agent, knock.params.id!))
  const url = new URL(knock.request.url)
  const { locale } = knock.context.visit
  const path = `/staff/care/${row.id}`
  lookAt(agent, row.id)
  const [line, around, hands, own, place, bridge] = await Promise.all([
    lineOf(agent, row),
    aroundOf(row, locale),
    handsOf(agent, row.id),
    ownOf(agent, row, url),
    placeInView(agent, row, url, locale),
    bridgeOf(agent, row, locale),
  ])
  const { calendar } = await siteSettings(db)
  const isOver = row.state === 'merged' || row.state === 'closed' || !!row.erasedAt
  return {
    ...facts(row, calendar),
    ...{ path, ...line, ...around, ...hands, ...own, ...place, ...bridge },
    closed: isOver,
    audience: audienceOf(row),
    isHelpOpen: url.searchParams.get('help') === '1',
    mergedInto: await mergedInto(row),
  }
}
export type CasePageLoader = typeof casePage

/** Who reads what care answers here; of a mention nobody does. */
function audienceOf({ personId, email }: Case) {
  if (personId) return 'member' as const
  return email ? ('mail' as const) : ('nobody' as const)
}

/** What the page says of the case itself; its batch, and the address it came from, are asked for apart. */
function facts(row: Case, calendar: Calendar) {
  const { id, number, subject, state, priority, topicId, source, locale, assigneeId } = row
  const { product, batch, shop, snoozedUntil, version, createdAt, erasedAt } = row
  return {
    ...{ id, number, subject, state, priority, topicId, source, locale, assigneeId },
    ...{ product, shop, snoozedUntil, version, createdAt, erasedAt },
    hasBatch: !!batch,
    mentionId: source === 'mention' ? row.sourceId : null,
    chip: chipOf(calendar, row, now()) ?? null,
    ways: statesFrom(state),
  }
}

async function mergedInto({ mergedIntoId }: Case) {
  const target = mergedIntoId ? await caseById(db, mergedIntoId) : undefined
  return target ? { id: target.id, number: target.number, subject: target.subject } : null
}

async function aroundOf(row: Case, locale: 'it' | 'en') {
  const [topics, tags, person, ratings] = await Promise.all([
    topicsFor(db, row),
    tagsOfCase(db, row.id),
    writerOf(db, row),
    ratingsOf(db, row.id),
  ])
  const labelled = topics.map(({ id, labelIt, labelEn }) => ({
    id,
    label: locale === 'it' ? labelIt : labelEn,
  }))
  const { member, stranger } = person
  const level = member && member.level[locale]
  return {
    topics: labelled,
    tags,
    ratings,
    writer: member?.displayName ?? (row.name || stranger?.maskedEmail || ''),
    person: { ...person, member: member && { ...member, level } },
  }
}

async function handsOf(agent: Person, caseId: string) {
  const [agents, others, fresh, hasKeys] = await Promise.all([
    agentsOf(db),
    othersAt(db, agent, caseId),
    freshReplies(db, agent),
    wantsKeys(db, agent.id),
  ])
  return { agents, others, fresh, hasKeys, me: agent.id }
}

async function ownOf(agent: Person, row: Case, url: URL) {
  const [drafts, macros] = await Promise.all([
    draftsShown(agent, row.id),
    macroShown(agent, row, url.searchParams.get('macro')),
  ])
  const then = url.searchParams.get('then')
  return {
    drafts,
    ...macros,
    tab: url.searchParams.get('tab') === 'note' ? ('note' as const) : ('reply' as const),
    then: then === 'solve' ? ('solve' as const) : then === 'wait' ? ('wait' as const) : null,
  }
}
