import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { labelOf } from '#app/domain/ideas/idea-feed.rules.ts'
import { categoryList } from '#app/domain/ideas/categories.server.ts'
import { permissionsFor, roles } from '#app/domain/identity/permission.rules.ts'
import { frameForm } from '#app/domain/points/settings.form.ts'
import { changePointSettings, pointSettings } from '#app/domain/points/settings.server.ts'
import type { PointSettings } from '#app/domain/site/point-settings.rules.ts'
import { pageTitle } from '#app/ui/page-title.ts'
import { back } from '#app/web/answer.server.ts'
import { invalid, read } from '#app/web/form.server.ts'
import { requirePermission } from '#app/web/guard.server.ts'
import { db, transaction } from '#db/database.server.ts'
import { GeneralPage } from '../settings-points/general-page.tsx'

export { links } from './settings.tsx'
export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, { key: 'points:settings.pages.general.title' })

/** Who may give points at all; the others' limit would say nothing. */
const givers = roles.filter((role) => permissionsFor([role]).has('points.grant'))

export async function loader(knock: LoaderFunctionArgs) {
  await requirePermission(knock, 'site.settings')
  const { now, seen } = await pointSettings(db, 'frame')
  const categories = await categoryList(db)
  return {
    seen,
    ...{ seasonMonths: now.seasonMonths, hasLeaderboard: now.hasLeaderboard },
    ...{ pointValue: now.pointValue, addressDays: now.addressDays },
    expiryMonths: now.pointExpiryMonths ?? 0,
    limits: givers.map((role) => ({ role, limit: now.grantLimits[role] ?? 0 })),
    factors: categories.map((category) => ({
      label: labelOf(category, knock.context.visit.locale),
      factor: now.categoryFactors[category.id] ?? 100,
    })),
  }
}

export async function action(knock: ActionFunctionArgs) {
  const admin = await requirePermission(knock, 'site.settings')
  const categories = await categoryList(db)
  const form = await read(knock.request, frameForm(givers, categories.length))
  if (form.reply) return invalid(form.reply)
  const { seen, expiryMonths, seasonMonths, hasLeaderboard, ...said } = form.values
  const { pointValue, addressDays, ...own } = said
  const numbers = own as Record<string, number>
  const factors = categories.map(({ id }, i) => [id, numbers[`factor-${i}`]!] as const)
  const wish = {
    ...{ pointExpiryMonths: expiryMonths, pointValue, addressDays },
    seasonMonths: Number(seasonMonths) as PointSettings['seasonMonths'],
    hasLeaderboard: hasLeaderboard === 'on',
    grantLimits: Object.fromEntries(givers.map((role) => [role, numbers[`limit-${role}`]!])),
    categoryFactors: Object.fromEntries(factors.filter(([, factor]) => factor !== 100)),
  }
  const outcome = await transaction((tx) => changePointSettings(tx, admin, 'frame', { wish, seen }))
  if (outcome === 'stale') return form.refuse({ seen: 'points:settings.stale' })
  return back('/staff/settings/points/general', 'points-settings')
}

export default GeneralPage
