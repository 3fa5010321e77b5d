import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { audienceOf } from '#app/domain/rounds/desk.server.ts'
import { beginPublishing } from '#app/domain/rounds/publish.server.ts'
import { PublicationForm } from '#app/domain/rounds/round.form.ts'
import { entriesOf, findRound, nextRound } from '#app/domain/rounds/round.server.ts'
import { pageTitle } from '#app/ui/page-title.ts'
import { back, found, numberIn } from '#app/web/answer.server.ts'
import { invalid, read } from '#app/web/form.server.ts'
import { requirePermission } from '#app/web/guard.server.ts'
import { db, transaction } from '#db/database.server.ts'
import { deskOf, leftOf } from '../rounds/desk.server.ts'
import { PublicationPage } from '../rounds/publication.tsx'
import { roundTold } from '../rounds/told.server.ts'

export { links } from './rounds.tsx'
export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, { key: 'rounds:publication.title' })

export async function loader(knock: LoaderFunctionArgs) {
  await requirePermission(knock, 'rounds.run')
  const { locale } = knock.context.visit
  const round = found(await findRound(db, numberIn(knock.params)))
  const rows = await entriesOf(db, round.id)
  const told = rows.filter((row) => row.entry.toStatus && !leftOf(round, row))
  const next = await nextRound(db)
  return {
    ...(await deskOf(round, locale)),
    people: await audienceOf(
      db,
      told.map(({ idea }) => idea.ideaId),
    ),
    next: next ? roundTold(next, locale) : null,
  }
}
export type Publication = Awaited<ReturnType<typeof loader>>

export async function action(knock: ActionFunctionArgs) {
  const publisher = await requirePermission(knock, 'rounds.run')
  const number = numberIn(knock.params)
  const form = await read(knock.request.clone(), PublicationForm)
  if (form.reply) return invalid(form.reply)

  const { version, carry } = form.values
  const wish = { number, version, carry: !!carry }
  const outcome = found(await transaction((tx) => beginPublishing(tx, publisher, wish)))
  if (outcome === 'begun') return back(`/staff/rounds/${number}`, 'round-publishing')
  return form.refuse({ version: `rounds:publication.errors.${outcome.replaceAll('-', '_')}` })
}

export default function Publishing() {
  return <PublicationPage />
}
