import type { LoaderFunctionArgs } from '@remix-run/node'
import {
  type AppealState,
  appealState,
  mostResubmissions,
  reasonIn,
  type ResubmitState,
  resubmitState,
} from '#app/domain/appeals/appeal.rules.ts'
import {
  type Appeal,
  type Decision,
  findReceipt,
  type Receipt,
  type Resubmission,
} from '#app/domain/appeals/receipt.server.ts'
import { categoryList, statusList } from '#app/domain/ideas/categories.server.ts'
import { langOf } from '#app/domain/ideas/idea-feed.rules.ts'
import type { Idea, Status } from '#app/domain/ideas/idea.server.ts'
import { renderMarkdown } from '#app/domain/ideas/markdown.rules.ts'
import type { TextThen } from '#app/domain/ideas/text-at.server.ts'
import { languageOf } from '#app/domain/site/language.rules.ts'
import { found, numberIn } from '#app/web/answer.server.ts'
import { requireMember } from '#app/web/guard.server.ts'
import type { Locale } from '#app/web/visit.server.ts'
import { db } from '#db/database.server.ts'
import { now } from '#db/time.ts'

/** The receipt of the idea in an address, for its author; a 404 for everybody else. */
export async function receiptOf({ request, params, context }: LoaderFunctionArgs) {
  const author = await requireMember({ request, context })
  return { author, receipt: found(await findReceipt(db, author, numberIn(params))) }
}

/** Everything that the pages about a decision say to the author. */
export async function decisionPage(knock: LoaderFunctionArgs) {
  const { receipt } = await receiptOf(knock)
  const { locale } = knock.context.visit
  const words = await wordsIn(locale)
  const { idea, decision, appeal, resubmissions, until, stands, sent } = receipt
  return {
    idea: ideaTold(idea, locale),
    status: words.chip(idea.status),
    receipt: decisionTold(decision, words),
    then: thenTold(receipt, words),
    stands,
    until,
    appeal: appeal && appealTold(appeal, locale),
    resubmissions: resubmissions.map((each) => resubmissionTold(each, locale)),
    may: {
      appeal: appealState(receipt, now()) as AppealState,
      resubmit: resubmitState(receipt, sent) as ResubmitState,
      left: Math.max(0, mostResubmissions - sent),
      most: mostResubmissions,
    },
  }
}
export type DecisionPage = Awaited<ReturnType<typeof decisionPage>>

/** How statuses and categories are called in a language. */
export async function wordsIn(locale: Locale) {
  const [statuses, categories] = await Promise.all([statusList(db), categoryList(db)])
  const named = (one: { labelIt: string; labelEn: string }) =>
    locale === 'en' ? one.labelEn : one.labelIt
  const chip = (id: string) => {
    const status = statuses.find((one) => one.id === id)
    const { tone = 'neutral' as Status['tone'], icon = '' } = status ?? {}
    return { key: id, label: status ? named(status) : id, tone, icon }
  }
  const category = (id: string) => {
    const one = categories.find((category) => category.id === id)
    return one ? named(one) : id
  }
  return { locale, chip, category }
}
export type Words = Awaited<ReturnType<typeof wordsIn>>

export const ideaTold = (idea: Idea, locale: Locale) => ({
  number: idea.number,
  title: idea.title,
  path: `/ideas/${idea.number}/${idea.slug}`,
  lang: langOf(idea, locale),
  isPrivate: idea.place === 'private',
})

/** A text of the staff as it is shown, with its language where that is not the page's. */
export function textTold(text: string, locale: Locale) {
  const language = languageOf(text)
  return {
    html: text && renderMarkdown(text),
    lang: language && language !== locale ? language : undefined,
  }
}

export const decisionTold = (decision: Decision, { chip, locale }: Words) => ({
  id: decision.id,
  to: chip(decision.toStatus),
  from: decision.fromStatus && chip(decision.fromStatus).label,
  at: decision.movedAt,
  team: decision.team,
  reason: reasonIn(decision.reason) ?? null,
  text: textTold(decision.note, locale),
  couldChange: textTold(decision.couldChange, locale),
})
export type ReceiptTold = ReturnType<typeof decisionTold>

export const thenTold = (
  { idea, text }: { idea: Idea; text: TextThen },
  { category, locale }: Words,
) => ({
  title: text.title,
  html: renderMarkdown(text.body),
  lang: langOf(idea, locale),
  category: category(text.categoryId),
  tags: text.tags,
})

const appealTold = (appeal: Appeal, locale: Locale) => ({
  sentAt: appeal.sentAt,
  dueAt: appeal.dueAt,
  body: appeal.body,
  outcome: appeal.outcome,
  decidedAt: appeal.decidedAt,
  team: appeal.team,
  answer: textTold(appeal.answer, locale),
})

const resubmissionTold = (sent: Resubmission, locale: Locale) => ({
  id: sent.id,
  title: sent.title,
  html: renderMarkdown(sent.body),
  message: sent.message,
  sentAt: sent.sentAt,
  dueAt: sent.dueAt,
  outcome: sent.outcome,
  decidedAt: sent.decidedAt,
  team: sent.team,
  reason: reasonIn(sent.reason) ?? null,
  couldChange: textTold(sent.couldChange, locale),
  answer: textTold(sent.answer, locale),
})

export type { Receipt }
