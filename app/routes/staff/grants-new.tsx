import { randomUUID } from 'node:crypto'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { record } from '#app/domain/activity/record.server.ts'
import { findPerson } from '#app/domain/identity/people-list.server.ts'
import { accountOf } from '#app/domain/points/account.server.ts'
import { GrantForm } from '#app/domain/points/grant.form.ts'
import { grantsFor } from '#app/domain/points/grant-list.server.ts'
import { grantPoints, grantRoom, type Granted } from '#app/domain/points/grant.server.ts'
import { pageTitle } from '#app/ui/page-title.ts'
import { back } from '#app/web/answer.server.ts'
import { invalid, read } from '#app/web/form.server.ts'
import { requirePermission } from '#app/web/guard.server.ts'
import { db, transaction } from '#db/database.server.ts'
import { GrantPage } from '../grants/grant-page.tsx'

export { deskLinks as links } from '../reward-desk/links.ts'
export const meta: MetaFunction = ({ matches }) => pageTitle(matches, { key: 'points:grants.new' })

export async function loader(knock: LoaderFunctionArgs) {
  const asker = await requirePermission(knock, 'points.grant')
  const handle = (new URL(knock.request.url).searchParams.get('member') ?? '').slice(0, 60)
  const person = handle ? await findPerson(db, handle) : undefined
  const room = await grantRoom(db, asker)
  return { key: randomUUID(), room, handle, member: person ? await memberTold(person) : null }
}
export type GrantData = typeof loader

async function memberTold({ id, handle, displayName, avatarId }: Found) {
  const [{ available, pending, owed }, grants] = await Promise.all([
    accountOf(db, id),
    grantsFor(db, id),
  ])
  return {
    ...{ handle, displayName, avatarId, available, pending, owed },
    grants: grants.map(({ id, amount, moved, reason, state, askedAt }) => ({
      ...{ id, amount, moved, reason, state, askedAt },
    })),
  }
}
type Found = NonNullable<Awaited<ReturnType<typeof findPerson>>>

const refusals: Record<string, Record<string, string>> = {
  own: { member: 'points:grants.error.own' },
  'nothing-to-take': { amount: 'points:grants.error.nothing' },
  'other-wish': { key: 'points:grants.error.otherWish' },
}

/** Gives or takes; above the limit a second person is asked. Sent twice, it is done once. */
export async function action(knock: ActionFunctionArgs) {
  const asker = await requirePermission(knock, 'points.grant')
  const form = await read(knock.request, GrantForm)
  if (form.reply) return invalid(form.reply)
  const { key, member, way, amount, reason } = form.values
  const person = await findPerson(db, member)
  if (!person) return form.refuse({ member: 'points:grants.error.nobody' })
  const signed = way === 'give' ? amount : -amount
  const outcome = await transaction(async (tx) => {
    const wish = { key, personId: person.id, amount: signed, reason }
    const granted = await grantPoints(tx, asker, wish)
    if (typeof granted === 'object' && granted.tell) await record(tx, granted.tell)
    return granted
  })
  if (outcome === 'not-allowed') throw new Response(null, { status: 403 })
  if (typeof outcome === 'string') return form.refuse(refusals[outcome]!)
  return back(`/staff/grants?state=${outcome.outcome}`, noticeOf(outcome, signed))
}

function noticeOf({ outcome, amount }: Granted, wished: number) {
  if (outcome !== 'done') return `grant-${outcome}`
  if (wished > 0) return 'grant-given'
  return amount === wished ? 'grant-taken' : 'grant-taken-less'
}

export default GrantPage
