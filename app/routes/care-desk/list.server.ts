import type { z } from 'zod'
import { agentsOf } from '#app/domain/care/agent.server.ts'
import { chipOf } from '#app/domain/care/chip.rules.ts'
import { viewCounts } from '#app/domain/care/count.server.ts'
import { findCases } from '#app/domain/care/find.server.ts'
import { InboxQuery } from '#app/domain/care/list.form.ts'
import {
  beside,
  caseList,
  type ListedCase,
  type ListWish,
  type Place,
} from '#app/domain/care/list.server.ts'
import { maskedEmail } from '#app/domain/care/sidebar.rules.ts'
import { tagOf } from '#app/domain/care/tag.rules.ts'
import { allTopics } from '#app/domain/care/topic.server.ts'
import { wantsKeys } from '#app/domain/identity/keys.server.ts'
import type { Person } from '#app/domain/identity/viewer.rules.ts'
import { siteSettings } from '#app/domain/site/site.server.ts'
import { db } from '#db/database.server.ts'
import { momentOf, now } from '#db/time.ts'

type Locale = 'it' | 'en'

/** One page of the inbox as its address says, for the agent who looks; also beside an open case. */
export async function caseListOf(agent: Person, search: URLSearchParams, locale: Locale) {
  const asked = InboxQuery.parse(Object.fromEntries(search))
  const wish = wishOf(asked)
  const [page, counts, topics] = await Promise.all([
    asked.q ? found(asked.q, asked.after) : listedBy(agent, wish),
    viewCounts(db, agent),
    allTopics(db),
  ])
  const labels = new Map(topics.map((one) => [one.id, locale === 'it' ? one.labelIt : one.labelEn]))
  const { view, state, sort, topicId: topic = '', tag = '' } = wish
  return {
    ...{ view, state, sort, counts, topic, tag, q: asked.q ?? '' },
    isFirst: !asked.after,
    next: page.next,
    topics: topics.flatMap(({ id, retiredAt }) =>
      retiredAt && id !== topic ? [] : [{ id, label: labels.get(id)! }],
    ),
    rows: await rowsOf(agent, page.rows, labels),
  }
}
export type InboxList = Awaited<ReturnType<typeof caseListOf>>

function wishOf({ view = 'all', state = 'todo', ...asked }: z.output<typeof InboxQuery>): ListWish {
  const sort = asked.sort ?? (state === 'todo' ? 'due' : 'newest')
  const tag = asked.tag ? tagOf(asked.tag) : undefined
  return { view, state, sort, tag, topicId: asked.topic, after: placeIn(asked.after) }
}

/** The whole page of the inbox: the list, and what can be done with what is picked. */
export async function inboxPage(agent: Person, url: URL, locale: Locale) {
  const [list, agents, hasKeys] = await Promise.all([
    caseListOf(agent, url.searchParams, locale),
    agentsOf(db),
    wantsKeys(db, agent.id),
  ])
  const isHelpOpen = url.searchParams.get('help') === '1'
  return { list, hasKeys, isHelpOpen, agents: agents.filter(({ id }) => id !== agent.id) }
}

async function listedBy(agent: Person, wish: ListWish) {
  const { rows, next } = await caseList(db, agent, wish)
  return { rows, next: next ? `${+next.at}.${next.id}` : null }
}

// What an integer column holds on both databases.
const largest = 2 ** 31 - 1

async function found(typed: string, after?: string) {
  const { rows, next } = await findCases(
    db,
    typed,
    after ? Math.min(Number.parseInt(after), largest) : undefined,
  )
  return { rows, next: next ? `${next}.n` : null }
}

function placeIn(written?: string): Place | undefined {
  const [, at, id] = /^(\d{1,15})\.(.+)$/.exec(written ?? '') ?? []
  return at && id ? { at: momentOf(Number(at)), id } : undefined
}

async function rowsOf(agent: Person, rows: ListedCase[], labels: Map<string, string>) {
  const [{ calendar }, around] = await Promise.all([
    siteSettings(db),
    beside(
      db,
      agent,
      rows.map(({ id }) => id),
    ),
  ])
  const moment = now()
  return rows.map((row) => {
    const { id, number, subject, state, priority, version, snoozedUntil, messagesCount } = row
    return {
      ...{ id, number, subject, state, priority, version, snoozedUntil, messagesCount },
      ...around(id),
      topic: labels.get(row.topicId) ?? row.topicId,
      requester: row.person ?? (row.name || (row.email && maskedEmail(row.email))),
      assignee: row.assignee,
      isMine: row.assigneeId === agent.id,
      isUnread: isUnread(row),
      at: row.lastMessageAt,
      chip: chipOf(calendar, row, moment) ?? null,
    }
  })
}

/** Whether nobody of care has looked since the member wrote. */
const isUnread = ({ lastMemberAt, seenAt, isUnanswered }: ListedCase) =>
  isUnanswered && !!lastMemberAt && (!seenAt || seenAt < lastMemberAt)
