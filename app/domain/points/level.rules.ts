import type { Level, PointSettings, Rights } from '../site/point-settings.rules.ts'

type Levels = Pick<PointSettings, 'pointLevels'>

/** The place, from 0, of the level that so many points earned in total give. */
export const levelOf = (earned: number, levels: Level[]) =>
  Math.max(
    0,
    levels.findLastIndex(({ from }) => earned >= from),
  )

/** The level of a place; the highest there is where the house has fewer by now. */
export const levelAt = (levels: Level[], place: number) =>
  levels[Math.min(Math.max(0, place), levels.length - 1)]!

/** What somebody of a level may do. */
export const rightsOf = ({ pointLevels }: Levels, level: number): Rights =>
  levelAt(pointLevels, level).rights

/** The rights of whom nothing is limited for: the staff. */
export const everyRight: Rights = {
  links: null,
  images: null,
  mentions: null,
  votes: null,
  unreviewed: true,
}

/** Somebody whose words are shown: what they earned in total, where they have an account, and their team. */
export type Author = { earned: number | null; team: string | null }

/** What the level beside somebody's name is called; none of the first, which says nothing, and of the team. */
export function levelBeside({ earned, team }: Author, levels: Level[]) {
  const place = team ? 0 : levelOf(earned ?? 0, levels)
  return place ? levels[place]!.name : null
}

type Locale = 'it' | 'en'
type Levelled = { level: Record<Locale, string> | null }

/** Somebody with the name of their level in one language. */
export const spokenIn = <P extends Levelled>(locale: Locale, person: P | null) =>
  person && { ...person, level: person.level?.[locale] ?? null }

/** The next level, its place, and how many points are missing; `undefined` on the highest. */
export function nextLevel(earned: number, levels: Level[]) {
  const place = levelOf(earned, levels) + 1
  const level = levels[place]
  return level && { ...level, place, missing: level.from - earned }
}

/** How far somebody is from their level's beginning to the next one's, from 0 to 1. */
export function wayToNext(earned: number, levels: Level[]) {
  const next = nextLevel(earned, levels)
  if (!next) return 1
  const { from } = levelAt(levels, next.place - 1)
  return Math.max(0, (earned - from) / (next.from - from))
}

/** The rights that are counted. */
export type Count = 'links' | 'images' | 'mentions' | 'votes'

/** True when `n` are no more than `limit`; null is for as many as one likes. */
export const isWithin = (n: number, limit: number | null) => limit === null || n <= limit

/** The first level from which on more than `limit` are allowed. */
export function levelWithMore(right: Count, levels: Level[], place: number) {
  const limit = levelAt(levels, place).rights[right] ?? null
  const more = levels.findIndex(
    ({ rights }, i) => i > place && limit !== null && !isWithin(rights[right] ?? Infinity, limit),
  )
  return more < 0 ? undefined : more
}
