import { chipOf, langOf } from '#app/domain/ideas/idea-feed.rules.ts'
import { statusList } from '#app/domain/ideas/categories.server.ts'
import type { forecast } from '#app/domain/rounds/line.server.ts'
import { type EntryRow, isLate, type Round } from '#app/domain/rounds/round.server.ts'
import type { Locale } from '#app/web/visit.server.ts'
import type { Read } from '#db/doors.ts'
import { now } from '#db/time.ts'

/** A round as everybody may know it. */
export const roundTold = (round: Round, locale: Locale) => ({
  number: round.number,
  title: locale === 'it' ? round.titleIt : round.titleEn,
  state: round.state,
  opensAt: round.opensAt,
  closesAt: round.closesAt,
  publishedAt: round.publishedAt,
  capacity: round.capacity,
  perCategory: round.perCategory,
  cancelNote: round.cancelNote,
  isLate: isLate(round, now()),
})
export type RoundTold = ReturnType<typeof roundTold>

type Titled = {
  number: number
  slug: string
  title: string
  locale: Locale | null
  votesCount: number
}

/** An idea of the line or of a round, by its title. */
export const ideaTold = (idea: Titled, locale: Locale) => ({
  number: idea.number,
  slug: idea.slug,
  title: idea.title,
  lang: langOf(idea, locale),
  votes: idea.votesCount,
})

/** What each status of the house is called, by id. */
export async function chipsOf(db: Read, locale: Locale) {
  const statuses = await statusList(db)
  return new Map(statuses.map((status) => [status.id, chipOf(status, locale)]))
}
export type Chips = Awaited<ReturnType<typeof chipsOf>>

/**
 * An entry as everybody may know it: of what is decided nothing before it is published, and nothing
 * at all of an idea that is not public.
 */
export function entryTold(round: Round, row: EntryRow, locale: Locale, chips: Chips) {
  const { entry, idea } = row
  const isOut = round.state === 'published' || round.state === 'cancelled'
  return {
    ...ideaTold(idea, locale),
    votes: round.filledAt ? entry.votesAtEntry : idea.votesCount,
    pickReason: entry.way === 'pick' ? entry.pickReason : null,
    chip: isOut && entry.outcome === 'moved' ? (chips.get(entry.toStatus!) ?? null) : null,
    outcome: isOut ? apart(entry.outcome) : null,
  }
}

function apart(outcome: string | null): 'carried' | 'sent-back' | 'apart' | null {
  if (!outcome || outcome === 'moved') return null
  return outcome === 'carried' || outcome === 'sent-back' ? outcome : 'apart'
}

export const isPublic = ({ idea }: EntryRow) => idea.place !== 'private'

/** The first ideas of the line of a forecast, and how many there are. */
export const lineTold = (
  { places, ...lists }: Forecast,
  list: 'enter' | 'wait',
  locale: Locale,
  most = 50,
) => ({
  total: lists[list].length,
  ideas: lists[list]
    .slice(0, most)
    .map((idea) => ({ ...ideaTold(idea, locale), place: places.get(idea.ideaId) ?? 0 })),
})
type Forecast = Awaited<ReturnType<typeof forecast>>
export type Line = ReturnType<typeof lineTold>
