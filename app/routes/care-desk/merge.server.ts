import type { LoaderFunctionArgs } from '@remix-run/node'
import { type Case, findCase } from '#app/domain/care/case.server.ts'
import { conversationOf } from '#app/domain/care/conversation.server.ts'
import { caseByNumber, topicsFor, writerOf } from '#app/domain/care/sidebar.server.ts'
import type { Person } from '#app/domain/identity/viewer.rules.ts'
import { found } from '#app/web/answer.server.ts'
import { db } from '#db/database.server.ts'

const shown = ({ id, number, subject, state, createdAt, messagesCount, version }: Case) => ({
  ...{ id, number, subject, state, createdAt, messagesCount, version },
})

const excerpt = 240

async function sideOf(row: Case) {
  const [{ messages }, { member, stranger }] = await Promise.all([
    conversationOf(db, row.id),
    writerOf(db, row),
  ])
  return {
    ...shown(row),
    writer: member?.displayName ?? (row.name || stranger?.maskedEmail || ''),
    first: messages[0]?.body.slice(0, excerpt) ?? '',
  }
}

/** A case and the one that it may go into, side by side, before anything is done. */
export async function mergePage(knock: LoaderFunctionArgs, agent: Person) {
  const row = found(await findCase(db, agent, knock.params.id!))
  const typed = /^\s*#?(\d{1,9})\s*$/.exec(
    new URL(knock.request.url).searchParams.get('into') ?? '',
  )
  const other = typed ? await caseByNumber(db, Number(typed[1])) : undefined
  const { earlier } = await writerOf(db, row)
  return {
    one: await sideOf(row),
    other: other && other.id !== row.id ? await sideOf(other) : null,
    asked: typed?.[1] ?? '',
    candidates: earlier.cases.filter(({ state }) => state !== 'merged'),
  }
}
export type MergeLoader = typeof mergePage

/** The messages of a case that could be a case of their own. */
export async function splitPage(knock: LoaderFunctionArgs, agent: Person) {
  const row = found(await findCase(db, agent, knock.params.id!))
  const [{ messages }, topics] = await Promise.all([conversationOf(db, row.id), topicsFor(db, row)])
  const theirs = messages.filter(
    ({ side, deletedAt, caseId }) => side === 'member' && !deletedAt && caseId === row.id,
  )
  const { locale } = knock.context.visit
  return {
    ...shown(row),
    topicId: row.topicId,
    messages: theirs.map(({ id, body, at }) => ({ id, at, body: body.slice(0, excerpt) })),
    topics: topics.map(({ id, labelIt, labelEn }) => ({
      value: id,
      label: locale === 'it' ? labelIt : labelEn,
    })),
  }
}
export type SplitLoader = typeof splitPage
