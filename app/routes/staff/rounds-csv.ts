import type { LoaderFunctionArgs } from '@remix-run/node'
import { csvLine } from '#app/domain/imports/csv-cell.rules.ts'
import { dossierStates, namesOf } from '#app/domain/rounds/desk.server.ts'
import { entriesOf, findRound } from '#app/domain/rounds/round.server.ts'
import { found, numberIn } from '#app/web/answer.server.ts'
import { requirePermission } from '#app/web/guard.server.ts'
import { db } from '#db/database.server.ts'
import { leftOf } from '../rounds/desk.server.ts'

const heads = [
  ...['round', 'idea', 'title', 'category', 'way', 'pick_reason', 'votes_at_entry', 'entered_at'],
  ...['dossier', 'scored', 'evaluators', 'to', 'reason', 'note', 'could_change', 'official'],
  ...['decided_by', 'decided_at', 'outcome'],
]

/** All that is kept of the ideas of a round, decisions included, for whoever runs rounds. */
export async function loader(knock: LoaderFunctionArgs) {
  await requirePermission(knock, 'rounds.run')
  const round = found(await findRound(db, numberIn(knock.params)))
  const rows = await entriesOf(db, round.id)
  const dossiers = await dossierStates(
    db,
    rows.map(({ idea }) => idea.ideaId),
  )
  const names = await namesOf(
    db,
    rows.map(({ entry }) => entry.decidedBy),
  )
  const lines = rows.map((row) => {
    const { entry, idea } = row
    const dossier = dossiers.get(idea.ideaId)
    return csvLine([
      ...[round.number, idea.number, idea.title, idea.categoryId, entry.way, entry.pickReason],
      ...[entry.votesAtEntry, round.filledAt && entry.enteredAt],
      ...[dossier?.state, dossier?.scored, dossier?.evaluators],
      ...[entry.toStatus, entry.reason, entry.note, entry.couldChange, entry.official ? 'yes' : ''],
      ...[names.get(entry.decidedBy ?? ''), entry.decidedAt, leftOf(round, row)],
    ])
  })
  return new Response(`\uFEFF${csvLine(heads)}${lines.join('')}`, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="round-${round.number}.csv"`,
    },
  })
}
