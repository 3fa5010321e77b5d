import { dossierStates, namesOf } from '#app/domain/rounds/desk.server.ts'
import { forecast } from '#app/domain/rounds/line.server.ts'
import { stages } from '#app/domain/rounds/stages.rules.ts'
import {
  entriesOf,
  type EntryRow,
  leftBecause,
  type Round,
} from '#app/domain/rounds/round.server.ts'
import type { Locale } from '#app/web/visit.server.ts'
import { db } from '#db/database.server.ts'
import { chipsOf, ideaTold, lineTold, roundTold } from './told.server.ts'

/** The ideas of a round as the staff sees them: dossier, decision, and why one is left out. */
export async function deskOf(round: Round, locale: Locale) {
  const rows = await entriesOf(db, round.id)
  const [dossiers, names, chips] = await Promise.all([
    dossierStates(
      db,
      rows.map(({ idea }) => idea.ideaId),
    ),
    namesOf(
      db,
      rows.map(({ entry }) => entry.decidedBy),
    ),
    chipsOf(db, locale),
  ])
  const ideas = rows.map((row) => ({
    ...ideaTold(row.idea, locale),
    votes: round.filledAt ? row.entry.votesAtEntry : row.idea.votesCount,
    way: row.entry.way,
    pickReason: row.entry.pickReason,
    to: row.entry.toStatus ? (chips.get(row.entry.toStatus) ?? null) : null,
    hasWords: !!row.entry.note,
    by: names.get(row.entry.decidedBy ?? '') ?? null,
    dossier: dossiers.get(row.idea.ideaId) ?? null,
    left: leftOf(round, row),
  }))
  return { round: { ...roundTold(round, locale), version: round.version }, ideas }
}
export type Desk = Awaited<ReturnType<typeof deskOf>>

/** What became of an entry, or why nothing will; `null` while it is the round's to decide. */
export function leftOf(round: Round, { entry, idea }: EntryRow) {
  if (entry.outcome) return entry.outcome
  if (round.state === 'planned') return null
  return leftBecause(idea, stages.review) ?? null
}

/** The line beside a round, and its first ideas. */
export async function lineBeside(round: Round, locale: Locale) {
  const planned = round.state === 'planned'
  const rules = planned ? round : { capacity: 0, perCategory: null }
  const line = await forecast(db, rules, planned ? round : undefined)
  return {
    enter: planned ? lineTold(line, 'enter', locale, 100) : null,
    wait: lineTold(line, 'wait', locale, 10),
  }
}
