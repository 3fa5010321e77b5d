import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { accountOf } from './domain/points/account.server.ts'
import { levelAt } from './domain/points/level.rules.ts'
import { numberText, pointIconOf, pointsText } from './domain/points/noun.rules.ts'
import { standingsAmong } from './domain/rewards/catalogue.server.ts'
import type { Standing } from './domain/rewards/reward.rules.ts'
import { siteSettings } from './domain/site/site.server.ts'
import type { Filler } from './web/holes.server.ts'
import { Purse } from './ui/purse.tsx'
import type { Locale } from './web/visit.server.ts'
import { db } from '#db/database.server.ts'

const gone = new Set<Standing['is']>(['soon', 'over', 'sold-out'])

/** How somebody stands before the rewards of a page: by the names of the cases in `reward-card.tsx`. */
export const standingHoles: Filler = async ({ viewer, locale }, ids) => {
  if (!viewer) return () => ({ is: 'guest' })
  const { pointNoun, pointLevels } = await siteSettings(db)
  const { available } = await accountOf(db, viewer.id)
  const standings = await standingsAmong(db, viewer.id, ids)
  const say = (n: number) => pointsText(n, pointNoun, locale)
  return (id) => {
    const standing = standings.get(id)
    if (!standing) return undefined
    const { offer, missing } = standing
    const tokens = {
      points: say(missing),
      have: say(available),
      left: say(Math.max(0, available - offer.price)),
      level: levelAt(pointLevels, offer.level).name[locale],
    }
    return { is: caseOf(standing), tokens }
  }
}

function caseOf({ is, missing, taken }: Standing & { taken: number }) {
  if (gone.has(is)) return 'gone'
  if (is === 'can') return taken ? 'again' : 'can'
  return is === 'points' && missing === 1 ? 'point' : is
}

/** What somebody has to spend. */
export const balanceHole: Filler = async ({ viewer, locale }) => {
  if (!viewer) return () => ({ is: 'guest' })
  const { pointNoun } = await siteSettings(db)
  const { available } = await accountOf(db, viewer.id)
  const tokens = { points: pointsText(available, pointNoun, locale) }
  return () => ({ is: 'member', tokens })
}

/** The way to one's points, with how many there are, as the header has it. */
export async function purseOf(available: number, locale: Locale) {
  const { pointNoun } = await siteSettings(db)
  const [short, long] = [numberText(available, locale), pointsText(available, pointNoun, locale)]
  return renderToStaticMarkup(
    createElement(Purse, { icon: pointIconOf(pointNoun.icon), short, long }),
  )
}
