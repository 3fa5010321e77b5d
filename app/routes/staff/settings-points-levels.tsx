import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { LevelsForm, mostLevels } from '#app/domain/points/settings.form.ts'
import { levelFaults, levelsOf } from '#app/domain/points/settings.rules.ts'
import { changePointSettings, pointSettings } from '#app/domain/points/settings.server.ts'
import { pageTitle } from '#app/ui/page-title.ts'
import { back } from '#app/web/answer.server.ts'
import { invalid, read } from '#app/web/form.server.ts'
import { requirePermission } from '#app/web/guard.server.ts'
import { db, transaction } from '#db/database.server.ts'
import { LevelsPage } from '../settings-points/levels-page.tsx'

export { links } from './settings.tsx'
export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, { key: 'points:settings.pages.levels.title' })

export async function loader(knock: LoaderFunctionArgs) {
  await requirePermission(knock, 'site.settings')
  const { now, seen } = await pointSettings(db, 'levels')
  return { levels: now.pointLevels, seen, most: mostLevels }
}

export async function action(knock: ActionFunctionArgs) {
  const admin = await requirePermission(knock, 'site.settings')
  const form = await read(knock.request, LevelsForm)
  if (form.reply) return invalid(form.reply)
  const { seen, ...said } = form.values as { seen: string } & Parameters<typeof levelsOf>[0]
  const levels = levelsOf(said, mostLevels)
  const faults = levelFaults(levels)
  if (Object.keys(faults).length) return form.refuse(faults)
  const wish = { pointLevels: levels.map(({ level }) => level) }
  const outcome = await transaction((tx) =>
    changePointSettings(tx, admin, 'levels', { wish, seen }),
  )
  if (outcome === 'stale') return form.refuse({ seen: 'points:settings.stale' })
  return back('/staff/settings/points/levels', 'points-levels')
}

export default LevelsPage
