import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { record } from '#app/domain/activity/record.server.ts'
import type { Person } from '#app/domain/identity/viewer.rules.ts'
import { may } from '#app/domain/identity/viewer.rules.ts'
import { GrantDecisionForm } from '#app/domain/points/grant.form.ts'
import { grantList, grantsWaiting, type ListedGrant } from '#app/domain/points/grant-list.server.ts'
import { mayDecide } from '#app/domain/points/grant.rules.ts'
import { decideGrant, grantRoom, withdrawGrant } from '#app/domain/points/grant.server.ts'
import { pageTitle } from '#app/ui/page-title.ts'
import { back, found } from '#app/web/answer.server.ts'
import { invalid, read } from '#app/web/form.server.ts'
import { requirePermission } from '#app/web/guard.server.ts'
import { db, transaction } from '#db/database.server.ts'
import { momentOf } from '#db/time.ts'
import { GrantsPage } from '../grants/grants-page.tsx'

export { deskLinks as links } from '../reward-desk/links.ts'
export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, { key: 'points:grants.title' })

const states = ['asked', 'done', 'refused'] as const

export async function loader(knock: LoaderFunctionArgs) {
  const member = await requirePermission(knock, 'points.grant')
  const { searchParams } = new URL(knock.request.url)
  const waiting = await grantsWaiting(db)
  const asked = states.find((state) => state === searchParams.get('state'))
  const state = asked ?? (waiting ? 'asked' : 'done')
  const [, at, id] = /^(\d{1,15})\.([\w-]{1,40})$/.exec(searchParams.get('after') ?? '') ?? []
  const after = at && id ? { at: momentOf(Number(at)), id } : undefined
  const [{ rows, next }, room] = await Promise.all([
    grantList(db, state, after),
    grantRoom(db, member),
  ])
  return {
    ...{ state, waiting, room, isFirst: !after },
    next: next ? `${+next.at}.${next.id}` : null,
    rows: rows.map((row) => told(row, member)),
  }
}
export type GrantsData = typeof loader

const nameOf = (named: ListedGrant['person']) =>
  named && { handle: named.handle, displayName: named.displayName }

function told(row: ListedGrant, member: Person) {
  const { id, amount, moved, reason, state, askedAt, decidedAt, person, asker, decider } = row
  const waits = state === 'asked'
  return {
    ...{ id, amount, moved, reason, state, askedAt, decidedAt },
    ...{ person: nameOf(person), asker: nameOf(asker), decider: nameOf(decider) },
    mayDecide: waits && may(member, 'points.approve') && mayDecide(row, member.id),
    mayWithdraw: waits && row.askedBy === member.id,
    isOwn: waits && row.personId === member.id,
  }
}

const refusals: Record<string, string> = {
  own: 'points:grants.error.fourEyes',
  'already-decided': 'points:grants.error.decided',
  'nothing-to-take': 'points:grants.error.nothing',
}

/** A second person says yes or no; or whoever asked takes it back. */
export async function action(knock: ActionFunctionArgs) {
  const member = await requirePermission(knock, 'points.grant')
  const form = await read(knock.request, GrantDecisionForm)
  if (form.reply) return invalid(form.reply)
  const { id, verdict } = form.values
  const outcome = found(
    await transaction(async (tx) => {
      if (verdict === 'withdraw') return withdrawGrant(tx, member, id)
      const decided = await decideGrant(tx, member, id, verdict)
      if (typeof decided === 'object' && decided.tell) await record(tx, decided.tell)
      return decided
    }),
  )
  if (outcome === 'not-allowed') throw new Response(null, { status: 403 })
  if (outcome === 'withdrawn') return back('/staff/grants', 'grant-withdrawn')
  if (typeof outcome === 'string') return form.refuse({ id: refusals[outcome]! })
  return back('/staff/grants', outcome.outcome === 'done' ? 'grant-approved' : 'grant-refused')
}

export default GrantsPage
