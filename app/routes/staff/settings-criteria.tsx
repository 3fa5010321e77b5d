import type {
  ActionFunctionArgs,
  LinksFunction,
  LoaderFunctionArgs,
  MetaFunction,
} from '@remix-run/node'
import type { z } from 'zod'
import { CriterionForm } from '#app/domain/dossiers/criterion.form.ts'
import {
  addCriterion,
  everyCriterion,
  moveCriterion,
  restoreCriterion,
  retireCriterion,
  saveCriterion,
  seenOf,
} from '#app/domain/dossiers/criteria.server.ts'
import type { Person } from '#app/domain/identity/viewer.rules.ts'
import dossierStyles from '#app/ui/dossier-desk.css?url'
import { pageTitle } from '#app/ui/page-title.ts'
import staffStyles from '#app/ui/staff.css?url'
import { back, found } from '#app/web/answer.server.ts'
import { invalid, read } from '#app/web/form.server.ts'
import { requirePermission } from '#app/web/guard.server.ts'
import { db, transaction, type Tx } from '#db/database.server.ts'
import { CriteriaPage } from '../dossier/criteria-page.tsx'

export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: staffStyles },
  { rel: 'stylesheet', href: dossierStyles },
]
export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, { key: 'dossiers:criteria.title' })

export async function loader(knock: LoaderFunctionArgs) {
  await requirePermission(knock, 'site.settings')
  const all = await everyCriterion(db)
  return {
    inUse: all.filter(({ retiredAt }) => !retiredAt).map((one) => ({ ...one, seen: seenOf(one) })),
    retired: all.filter(({ retiredAt }) => retiredAt),
  }
}
export type CriteriaData = typeof loader

export async function action(knock: ActionFunctionArgs) {
  const admin = await requirePermission(knock, 'site.settings')
  const form = await read(knock.request, CriterionForm)
  if (form.reply) return invalid(form.reply)
  const said = form.values
  const outcome = found(await transaction((tx) => act(tx, admin, said)))
  if (outcome === 'not-allowed') throw new Response(null, { status: 403 })
  if (outcome === 'stale') return form.refuse({ labelIt: 'dossiers:criteria.stale' })
  if (outcome === 'last-one') return form.refuse({ id: 'dossiers:criteria.lastOne' })
  const place = 'id' in said && said.intent !== 'retire' ? `#criterion-${said.id}` : '#criteria'
  return back(`/staff/settings/criteria${place}`, `criterion-${outcome}`)
}

function act(tx: Tx, admin: Person, said: z.infer<typeof CriterionForm>) {
  if (said.intent === 'add') {
    const { intent: _, ...words } = said
    return addCriterion(tx, admin, words)
  }
  if (said.intent === 'save') {
    const { intent: _, id, seen, ...words } = said
    return saveCriterion(tx, admin, { id, seen }, words)
  }
  if (said.intent === 'retire') return retireCriterion(tx, admin, said.id)
  if (said.intent === 'restore') return restoreCriterion(tx, admin, said.id)
  return moveCriterion(tx, admin, said.id, said.intent)
}

export default CriteriaPage
