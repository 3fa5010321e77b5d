import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { RemedyDecisionForm } from '#app/domain/care/remedy.form.ts'
import { remediesWaiting, remedyList } from '#app/domain/care/remedy-list.server.ts'
import { mayDecideRemedy } from '#app/domain/care/remedy.rules.ts'
import { decideRemedy, remedyRoom, withdrawRemedy } from '#app/domain/care/remedy.server.ts'
import { may, type Person } from '#app/domain/identity/viewer.rules.ts'
import { pageTitle } from '#app/ui/page-title.ts'
import { back, found } from '#app/web/answer.server.ts'
import { invalid, read } from '#app/web/form.server.ts'
import { requirePermission } from '#app/web/guard.server.ts'
import { db, transaction } from '#db/database.server.ts'
import { momentOf } from '#db/time.ts'
import { RemediesPage } from '../care-desk/remedies-page.tsx'

export { deskLinks as links } from '../reward-desk/links.ts'
export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, { key: 'care:remedies.pageTitle' })

const states = ['asked', 'done', 'refused'] as const

function placeIn(query: URLSearchParams) {
  const [, at, id] = /^(\d{1,15})\.([\w-]{1,40})$/.exec(query.get('after') ?? '') ?? []
  return at && id ? { at: momentOf(Number(at)), id } : undefined
}

/** A lead sees every remedy, an agent their own. */
export async function loader(knock: LoaderFunctionArgs) {
  const agent = await requirePermission(knock, 'care.answer')
  const isLead = may(agent, 'care.lead')
  const { searchParams } = new URL(knock.request.url)
  const state = states.find((each) => each === searchParams.get('state')) ?? 'asked'
  const after = placeIn(searchParams)
  const askedBy = isLead ? undefined : agent.id
  const [{ rows, next }, room, waiting] = await Promise.all([
    remedyList(db, state, { after, askedBy }),
    remedyRoom(db, agent),
    isLead ? remediesWaiting(db) : 0,
  ])
  const { locale } = knock.context.visit
  return {
    ...{ state, waiting, room, isLead, isFirst: !after },
    next: next ? `${+next.at}.${next.id}` : null,
    rows: rows.map((row) => told(row, agent, locale)),
  }
}
export type RemediesData = typeof loader

type Row = Awaited<ReturnType<typeof remedyList>>['rows'][number]

function told(row: Row, agent: Person, locale: 'it' | 'en') {
  const { id, caseId, number, kind, amount, reason, state, askedAt, decidedAt } = row
  const { person, asker, decider, reward } = row
  return {
    ...{ id, caseId, number, kind, amount, reason, state, askedAt, decidedAt },
    ...{ person, asker: asker?.name ?? null, decider: decider?.name ?? null },
    reward: reward && (locale === 'it' ? reward.titleIt : reward.titleEn),
    ...waysOf(row, agent),
  }
}

function waysOf(row: Row, agent: Person) {
  const waits = row.state === 'asked'
  return {
    mayDecide: waits && may(agent, 'care.lead') && mayDecideRemedy(row, agent.id),
    mayWithdraw: waits && row.askedBy === agent.id,
    isOwn: waits && row.personId === agent.id,
  }
}

const refusals: Record<string, string> = {
  own: 'care:remedies.error.fourEyes',
  'already-decided': 'care:remedies.error.decided',
  'no-code': 'care:remedies.error.noCode',
}

/** A lead says yes or no; or whoever asked takes it back. */
export async function action(knock: ActionFunctionArgs) {
  const agent = await requirePermission(knock, 'care.answer')
  const form = await read(knock.request, RemedyDecisionForm)
  if (form.reply) return invalid(form.reply)
  const { id, verdict } = form.values
  const outcome = found(
    await transaction((tx) =>
      verdict === 'withdraw' ? withdrawRemedy(tx, agent, id) : decideRemedy(tx, agent, id, verdict),
    ),
  )
  if (outcome === 'not-allowed') throw new Response(null, { status: 403 })
  if (outcome in refusals) return form.refuse({ id: refusals[outcome]! })
  return back('/staff/care/remedies', `remedy-${outcome === 'done' ? 'approved' : outcome}`)
}

export default RemediesPage
