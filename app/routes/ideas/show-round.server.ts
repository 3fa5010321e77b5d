import type { Idea } from '#app/domain/ideas/idea.server.ts'
import { roundOfIdea } from '#app/domain/rounds/line.server.ts'
import { roundTold } from '../rounds/told.server.ts'
import type { Locale } from '#app/web/visit.server.ts'
import { db } from '#db/database.server.ts'

/** The review round that an idea is in or in line for; `null` for an idea that none concerns. */
export async function roundShown(idea: Idea, locale: Locale) {
  const found = await roundOfIdea(db, idea)
  if (!found) return null
  const { round, place, way, pickReason } = found
  return {
    round: round ? roundTold(round, locale) : null,
    place: place ?? null,
    pickReason: way === 'pick' ? pickReason : null,
  }
}
