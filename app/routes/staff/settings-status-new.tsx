import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { statusList } from '#app/domain/ideas/categories.server.ts'
import { labelOf } from '#app/domain/ideas/idea-feed.rules.ts'
import { liveAmong } from '#app/domain/ideas/status.rules.ts'
import { addStatus } from '#app/domain/workflow/edit-status.server.ts'
import { NewStatusForm } from '#app/domain/workflow/status.form.ts'
import { Button } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'
import { pageTitle } from '#app/ui/page-title.ts'
import { useTyped } from '#app/ui/use-typed.ts'
import { back } from '#app/web/answer.server.ts'
import { invalid, read } from '#app/web/form.server.ts'
import { requirePermission } from '#app/web/guard.server.ts'
import { db, transaction } from '#db/database.server.ts'
import { lookFaults } from '../settings/status-answer.ts'
import { StatusFields } from '../settings/status-fields.tsx'
import { SettingsPage } from '../settings/settings-page.tsx'

export { links } from './settings.tsx'
export const meta: MetaFunction = ({ matches }) => pageTitle(matches, { key: 'workflow:add.title' })

const page = '/staff/settings/workflow'

export async function loader(knock: LoaderFunctionArgs) {
  await requirePermission(knock, 'site.settings')
  const live = liveAmong(await statusList(db))
  const { locale } = knock.context.visit
  return {
    statuses: live.map((status) => ({ value: status.id, label: labelOf(status, locale) })),
    last: live.findLast(({ isStep, id }) => isStep && id !== 'realised')?.id ?? live.at(-1)!.id,
  }
}

export async function action(knock: ActionFunctionArgs) {
  const admin = await requirePermission(knock, 'site.settings')
  const form = await read(knock.request, NewStatusForm)
  if (form.reply) return invalid(form.reply)
  const wish = form.values
  const outcome = await transaction((tx) => addStatus(tx, admin, wish))
  if (outcome === undefined) return form.refuse({ after: 'workflow:error.gone' })
  if (outcome === 'not-allowed') throw new Response(null, { status: 403 })
  if (typeof outcome === 'string') return form.refuse(lookFaults[outcome])
  return back(`${page}/${outcome.id}/moves`, 'status-added')
}

export default function NewStatus() {
  const { t } = useTranslation('workflow')
  const { statuses, last } = useLoaderData<typeof loader>()
  const typed = useTyped({ tone: 'neutral', icon: 'circle-dot', commentsOpen: 'on', after: last })
  return (
    <SettingsPage
      title={t('add.title')}
      lead={t('add.lead')}
      steps={[{ label: t('title'), href: page }, { label: t('add.title') }]}
    >
      <form method="post" className="form" noValidate>
        <Field
          {...typed.field('after')}
          kind="select"
          label={t('add.after')}
          options={statuses}
          required
        />
        <StatusFields typed={typed} />
        <div className="row acts">
          <Button>{t('add.do')}</Button>
          <a href={page}>{t('form.cancel')}</a>
        </div>
      </form>
    </SettingsPage>
  )
}
