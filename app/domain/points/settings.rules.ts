import type { Level } from '../site/point-settings.rules.ts'
import type { RuleWish } from './settings.form.ts'
import type { Terms } from './rule.rules.ts'

/** The terms that a form asks for; what was left empty has no limit. */
export const termsOf = (wish: RuleWish): Terms => ({
  isOn: wish.isOn === 'on',
  amount: wish.amount,
  daily: wish.daily ?? null,
  lifetime: wish.lifetime ?? null,
  delayHours: wish.delayHours,
  fullTimes: wish.fullTimes ?? null,
  minAgeDays: wish.minAgeDays,
})

type Said = Record<string, string | number | undefined>

/** The levels that a form asks for, in its order; those that were crossed out, or left empty, are none. */
export function levelsOf(said: Said, most: number) {
  return Array.from({ length: most }, (_, i) => i)
    .filter((i) => said[`gone-${i}`] !== 'on' && hasAny(said, i))
    .map((i) => ({ i, level: levelIn(said, i) }))
}

const hasAny = (said: Said, i: number) =>
  !!said[`nameIt-${i}`] || !!said[`nameEn-${i}`] || said[`from-${i}`] !== undefined

function levelIn(said: Said, i: number): Level {
  const text = (name: string) => String(said[`${name}-${i}`] ?? '')
  const count = (name: string) => (said[`${name}-${i}`] as number | undefined) ?? null
  return {
    name: { it: text('nameIt'), en: text('nameEn') },
    from: (said[`from-${i}`] as number | undefined) ?? -1,
    rights: {
      links: count('links'),
      images: count('images'),
      mentions: count('mentions'),
      votes: count('votes'),
      unreviewed: said[`unreviewed-${i}`] === 'on',
    },
  }
}

/** What is wrong with some levels, by the name of the field; nothing where they can be saved. */
export function levelFaults(levels: { i: number; level: Level }[]) {
  const faults: Record<string, string> = {}
  if (!levels.length) faults['nameIt-0'] = 'points:levels.none'
  levels.forEach(({ i, level: { name, from } }, place) => {
    if (!name.it) faults[`nameIt-${i}`] = 'errors:required'
    if (!name.en) faults[`nameEn-${i}`] = 'errors:required'
    if (from < 0) faults[`from-${i}`] = 'errors:required'
    else if (place === 0 && from !== 0) faults[`from-${i}`] = 'points:levels.firstFromZero'
    else if (place > 0 && from <= levels[place - 1]!.level.from)
      faults[`from-${i}`] = 'points:levels.ascending'
  })
  return faults
}
