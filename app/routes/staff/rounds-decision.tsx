import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { labelOf } from '#app/domain/ideas/idea-feed.rules.ts'
import { statusList } from '#app/domain/ideas/categories.server.ts'
import { findIdea } from '#app/domain/ideas/idea.server.ts'
import { renderMarkdown } from '#app/domain/ideas/markdown.rules.ts'
import { may } from '#app/domain/identity/viewer.rules.ts'
import { decide, outcomesFor } from '#app/domain/rounds/decide.server.ts'
import { dossierStates, namesOf } from '#app/domain/rounds/desk.server.ts'
import { undecidedOf } from '#app/domain/rounds/publish.server.ts'
import { DecisionForm } from '#app/domain/rounds/round.form.ts'
import { findEntry, findRound } from '#app/domain/rounds/round.server.ts'
import { pageTitle } from '#app/ui/page-title.ts'
import { back, found, numberIn } from '#app/web/answer.server.ts'
import { invalid, read } from '#app/web/form.server.ts'
import { requirePermission } from '#app/web/guard.server.ts'
import { db, transaction } from '#db/database.server.ts'
import { DecisionPage } from '../rounds/decision.tsx'
import { leftOf } from '../rounds/desk.server.ts'
import { ideaTold, roundTold } from '../rounds/told.server.ts'

export { links } from './rounds.tsx'
export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(matches, data?.idea.title)

export async function loader(knock: LoaderFunctionArgs) {
  const decider = await requirePermission(knock, 'rounds.run')
  const { locale } = knock.context.visit
  const [round, number] = [await roundIn(knock), numberIn({ number: knock.params.idea })]
  const row = found(await findEntry(db, round.id, number))
  const idea = found(await findIdea(db, number, decider))
  const [ways, statuses, names, dossiers] = await Promise.all([
    outcomesFor(db, decider),
    statusList(db),
    namesOf(db, [row.entry.decidedBy]),
    dossierStates(db, [idea.id]),
  ])
  const label = (id: string) => labelOf(found(statuses.find((one) => one.id === id)), locale)
  const { toStatus, note, reason, couldChange, official, version, decidedBy, decidedAt } = row.entry
  return {
    round: roundTold(round, locale),
    idea: { ...ideaTold(row.idea, locale), html: renderMarkdown(idea.body) },
    saved: { to: toStatus ?? '', note, reason: reason ?? '', couldChange, official, version },
    by: decidedAt && { name: names.get(decidedBy ?? '') ?? '', at: decidedAt },
    choices: ways.map(({ toStatus: value, needsReason }) => ({
      value,
      label: label(value),
      needsReason,
    })),
    dossier: dossiers.get(idea.id) ?? null,
    left: leftOf(round, row),
    may: { answer: may(decider, 'ideas.answer'), dossier: may(decider, 'dossiers.see') },
  }
}
export type DecisionDesk = Awaited<ReturnType<typeof loader>>

const roundIn = async ({ params }: LoaderFunctionArgs) =>
  found(await findRound(db, numberIn(params)))

const refusals = {
  stale: { note: 'rounds:decision.stale' },
  'not-open': { to: 'rounds:decision.notOpen' },
  left: { to: 'rounds:decision.left' },
  'not-allowed': { to: 'rounds:decision.notAllowed' },
  'note-needed': { note: 'rounds:decision.noteNeeded' },
  'reason-needed': { reason: 'rounds:decision.reasonNeeded' },
}

export async function action(knock: ActionFunctionArgs) {
  const decider = await requirePermission(knock, 'rounds.run')
  const [number, idea] = [numberIn(knock.params), numberIn({ number: knock.params.idea })]
  const form = await read(knock.request.clone(), DecisionForm)
  if (form.reply) return invalid(form.reply)

  const { next, ...said } = form.values
  const outcome = found(await transaction((tx) => decide(tx, decider, { number, idea }, said)))
  if (outcome !== 'kept') return form.refuse(refusals[outcome])
  const [following] = next ? await undecidedOf(db, await roundIn(knock)) : []
  const to = following ? `/ideas/${following.idea.number}` : ''
  return back(`/staff/rounds/${number}${to}`, 'decision-kept')
}

export default function Decision() {
  return <DecisionPage />
}
