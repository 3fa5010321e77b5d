import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { categoryList, statusList } from '#app/domain/ideas/categories.server.ts'
import { chipOf, labelOf } from '#app/domain/ideas/idea-feed.rules.ts'
import { liveOf } from '#app/domain/workflow/edit-moves.server.ts'
import {
  retirementPreview,
  retireStatus,
  successorsOf,
} from '#app/domain/workflow/retire.server.ts'
import { RetirementForm } from '#app/domain/workflow/status.form.ts'
import { isStructural } from '#app/domain/workflow/status.rules.ts'
import { Button } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'
import { pageTitle } from '#app/ui/page-title.ts'
import { back, found } from '#app/web/answer.server.ts'
import { invalid, read } from '#app/web/form.server.ts'
import { requirePermission } from '#app/web/guard.server.ts'
import { db, transaction } from '#db/database.server.ts'
import { Preview } from '../settings/retirement-preview.tsx'
import { SettingsPage } from '../settings/settings-page.tsx'

export { links } from './settings.tsx'
export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(matches, { key: 'workflow:retire.of', values: { status: data?.chip.label ?? '' } })

const page = '/staff/settings/workflow'

export async function loader(knock: LoaderFunctionArgs) {
  await requirePermission(knock, 'site.settings')
  const { locale } = knock.context.visit
  const id = knock.params.status!
  const [statuses, categories] = await Promise.all([statusList(db), categoryList(db)])
  const status = found(isStructural(id) ? undefined : liveOf(statuses, id))
  const into = new URL(knock.request.url).searchParams.get('into') ?? ''
  const preview = await retirementPreview(db, id, into)
  const labels = new Map(categories.map((category) => [category.id, labelOf(category, locale)]))
  return {
    chip: chipOf(status, locale),
    id,
    successors: successorsOf(statuses, id).map((one) => ({
      value: one.id,
      label: labelOf(one, locale),
    })),
    preview: preview
      ? {
          ...preview,
          target: { ...chipOf(preview.target, locale), promiseDays: preview.target.promiseDays },
          categories: preview.categories.map((one) => ({
            ...one,
            label: labels.get(one.categoryId) ?? one.categoryId,
          })),
          stranded: preview.stranded.map((one) => chipOf(one, locale)),
        }
      : null,
  }
}

export type RetirementPage = Awaited<ReturnType<typeof loader>>

const refusals = {
  stale: { seen: 'workflow:error.stalePreview' },
  'no-way-out': { confirm: 'workflow:error.noWayOut' },
  'bad-successor': { into: 'workflow:error.badSuccessor' },
  structural: { into: 'workflow:error.structural' },
  'not-allowed': { into: 'workflow:error.structural' },
} as const

export async function action(knock: ActionFunctionArgs) {
  const admin = await requirePermission(knock, 'site.settings')
  const id = knock.params.status!
  const form = await read(knock.request, RetirementForm)
  if (form.reply) return invalid(form.reply)
  const { tell, confirm, ...wish } = form.values
  const retirement = { ...wish, tell: !!tell, confirmed: !!confirm }
  const outcome = found(await transaction((tx) => retireStatus(tx, admin, id, retirement)))
  if (outcome !== 'retired') return form.refuse(refusals[outcome])
  return back(`${page}#retired`, 'status-retired')
}

export default function Retirement() {
  const { t } = useTranslation('workflow')
  const { id, chip, successors, preview } = useLoaderData<typeof loader>()
  return (
    <SettingsPage
      title={t('retire.of', { status: chip.label })}
      lead={t('retire.lead')}
      steps={[
        { label: t('title'), href: page },
        { label: chip.label, href: `${page}/${id}` },
        { label: t('retire.title') },
      ]}
    >
      <form className="form" action={`${page}/${id}/retirement`}>
        <Field
          name="into"
          label={t('retire.into')}
          hint={t('retire.intoHint')}
          kind="select"
          defaultValue={preview?.target.key ?? ''}
          options={[{ value: '', label: t('retire.choose') }, ...successors]}
          required
        />
        <div className="row acts">
          <Button kind={preview ? 'plain' : 'primary'} icon="eye">
            {t('retire.preview')}
          </Button>
        </div>
      </form>
      {preview && <Preview />}
    </SettingsPage>
  )
}
