import { db } from '#db/database.server.ts'
import { standingOn } from './domain/points/board.server.ts'
import { numberText, pointsText } from './domain/points/noun.rules.ts'
import { isStaff } from './domain/identity/viewer.rules.ts'
import { siteSettings } from './domain/site/site.server.ts'
import type { Filler } from './web/holes.server.ts'

/** Where whoever looks stands on the leaderboard of a page: its id is the period and the category. */
export const placeHoles: Filler = async ({ viewer, locale }, ids) => {
  if (!viewer) return () => ({ is: 'guest' })
  if (isStaff(viewer)) return () => ({ is: 'staff' })
  const { pointNoun } = await siteSettings(db)
  const found = await Promise.all(
    ids.map(async (id) => {
      const [period = '', categoryId = ''] = id.split(' ')
      return [id, await standingOn(db, { period, categoryId }, viewer.id)] as const
    }),
  )
  const standings = new Map(found)
  return (id) => {
    const mine = standings.get(id)
    if (!mine) return { is: 'none' }
    if (mine === 'hidden') return { is: 'hidden' }
    const { rank, members, amount } = mine
    const tokens = {
      rank: numberText(rank, locale),
      members: numberText(members, locale),
      points: pointsText(amount, pointNoun, locale),
    }
    return { is: 'some', tokens }
  }
}
