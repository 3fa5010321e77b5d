import type {
  ActionFunctionArgs,
  LinksFunction,
  LoaderFunctionArgs,
  MetaFunction,
} from '@remix-run/node'
import { dossierForm } from '#app/domain/dossiers/dossier.form.ts'
import { dossierPage } from '#app/domain/dossiers/dossier-page.server.ts'
import { wrongWays } from '#app/domain/dossiers/publish.server.ts'
import { talliesOf, unsettled } from '#app/domain/dossiers/spread.rules.ts'
import dossierStyles from '#app/ui/dossier-desk.css?url'
import { pageTitle } from '#app/ui/page-title.ts'
import staffStyles from '#app/ui/staff.css?url'
import { back, found, numberIn } from '#app/web/answer.server.ts'
import { formOf, invalid, read } from '#app/web/form.server.ts'
import { requirePermission } from '#app/web/guard.server.ts'
import { db, transaction } from '#db/database.server.ts'
import { act, type Said } from '../dossier/dossier-act.server.ts'
import { dossierDesk } from '../dossier/dossier-loader.server.ts'
import { DossierPage } from '../dossier/dossier-page.tsx'

export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: staffStyles },
  { rel: 'stylesheet', href: dossierStyles },
]
export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, { key: 'dossiers:page.title' })

export async function loader(knock: LoaderFunctionArgs) {
  return dossierDesk(knock, await requirePermission(knock, 'dossiers.see'))
}

/** Outcomes that leave the page as the form wanted it, and where on it to go on. */
const done: Record<string, string> = {
  ...{ opened: 'team', 'already-open': 'team', assigned: 'team', 'already-assigned': 'team' },
  ...{ removed: 'team', planned: 'team', said: 'talk', saved: 'score', scored: 'scores' },
  ...{ 'scoring-closed': 'scores', 'scoring-reopened': 'scores', reconciled: 'conclude' },
  ...{ concluded: 'publish', published: 'publish', retracted: 'conclude', closed: 'state' },
}

export async function action(knock: ActionFunctionArgs) {
  const person = await requirePermission(knock, 'dossiers.see')
  const number = numberIn(knock.params)
  const dossierId = String((await formOf(knock.request.clone())).get('dossierId') ?? '')
  const page = found(await dossierPage(db, number, person, dossierId))
  const form = await read(knock.request, dossierForm(criterionIdsOf(page)))
  if (form.reply) return invalid(form.reply)

  const said: Said = form.values
  const misses = missing(said)
  if (Object.keys(misses).length) return form.refuse(misses)
  const outcome = found(await transaction((tx) => act(tx, { person, number }, said)))
  if (outcome === 'not-allowed') throw new Response(null, { status: 403 })
  if (isLate(outcome, said) || !(outcome in done)) return form.refuse(wrongs(outcome, said, page))
  const place = `${search(knock, said)}#${done[outcome]}`
  return back(`/staff/ideas/${number}/dossier${place}`, notice(outcome))
}

/** Somebody who comes too late with their scores is told, not thanked. */
const isLate = (outcome: string, { intent }: Said) =>
  outcome === 'scoring-closed' && intent !== 'close-scoring'

const notice = (outcome: string) => `dossier-${outcome}`

const search = ({ request }: ActionFunctionArgs, { intent }: Said) =>
  intent === 'open' ? '' : new URL(request.url).search

type Wrongs = Record<string, string>

/** A note without a score would be lost: it is asked for. */
function missing(said: Said): Wrongs {
  if (said.intent !== 'score') return {}
  const fields = said as unknown as Record<string, unknown>
  const noted = Object.keys(fields).filter((name) => name.startsWith('note-') && fields[name])
  const without = noted.map((name) => name.replace('note-', 'score-')).filter((n) => !fields[n])
  return Object.fromEntries(without.map((name) => [name, 'dossiers:wrong.noteAlone']))
}

const criterionIdsOf = ({ current }: Page) => current?.dossier.criterionIds ?? []

type Page = NonNullable<Awaited<ReturnType<typeof dossierPage>>>

/** What is wrong, beside the field that can mend it. */
function wrongs(outcome: string, said: Said, { current }: Page): Wrongs {
  const fields = said as unknown as Record<string, string>
  if (outcome === 'wrong-way' && said.intent === 'conclude')
    return Object.fromEntries(wrongWays(said).map((name) => [name, 'dossiers:wrong.wrongWay']))
  if (outcome === 'remark-needed' && current) {
    const ids = current.dossier.criterionIds
    const verdicts = ids.map((id) => ({ criterionId: id, remark: fields[`remark-${id}`] ?? '' }))
    const names = unsettled(talliesOf(ids, current.scores), verdicts)
    return Object.fromEntries(names.map((id) => [`remark-${id}`, 'dossiers:wrong.remarkNeeded']))
  }
  const field = said.intent === 'plan' && outcome === 'no-lead' ? 'leadId' : 'form'
  const key = outcome.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
  return { [said.intent === 'assign' ? 'evaluatorId' : field]: `dossiers:wrong.${key}` }
}

export default DossierPage
