import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import type { z } from 'zod'
import type { Person } from '#app/domain/identity/viewer.rules.ts'
import { openRound } from '#app/domain/rounds/open.server.ts'
import { pickIdea, unpickIdea } from '#app/domain/rounds/pick.server.ts'
import { RoundActForm } from '#app/domain/rounds/round.form.ts'
import { findRound } from '#app/domain/rounds/round.server.ts'
import { pageTitle } from '#app/ui/page-title.ts'
import { back, found, numberIn } from '#app/web/answer.server.ts'
import { invalid, read } from '#app/web/form.server.ts'
import { requirePermission } from '#app/web/guard.server.ts'
import { db, transaction } from '#db/database.server.ts'
import { now } from '#db/time.ts'
import { deskOf, lineBeside } from '../rounds/desk.server.ts'
import { DeskRound } from '../rounds/desk.tsx'

export { links } from './rounds.tsx'
export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(matches, data?.round.title)

export async function loader(knock: LoaderFunctionArgs) {
  await requirePermission(knock, 'rounds.run')
  const { locale } = knock.context.visit
  const round = found(await findRound(db, numberIn(knock.params)))
  const isDue = round.state === 'planned' && round.opensAt < now()
  return { ...(await deskOf(round, locale)), ...(await lineBeside(round, locale)), isDue }
}
export type RoundDesk = Awaited<ReturnType<typeof loader>>

type Act = z.infer<typeof RoundActForm>

function done(staff: Person, number: number, act: Act) {
  return transaction<string | undefined>(async (tx) => {
    if (act.intent === 'open') return openRound(tx, staff, number)
    if (act.intent === 'unpick') return unpickIdea(tx, staff, number, act.idea)
    return pickIdea(tx, staff, number, { idea: act.idea, reason: act.pickReason })
  })
}

export async function action(knock: ActionFunctionArgs) {
  const staff = await requirePermission(knock, 'rounds.run')
  const number = numberIn(knock.params)
  const form = await read(knock.request.clone(), RoundActForm)
  if (form.reply) return invalid(form.reply)

  const outcome = found(await done(staff, number, form.values))
  const settled = ['opened', 'picked', 'unpicked', 'not-picked', 'not-planned', 'no-way']
  if (settled.includes(outcome)) return back(`/staff/rounds/${number}`, `round-${outcome}`)
  return form.refuse({ idea: `rounds:errors.pick.${outcome.replaceAll('-', '_')}` })
}

export default function Round() {
  return <DeskRound />
}
