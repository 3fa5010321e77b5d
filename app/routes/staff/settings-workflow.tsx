import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { shiftStatus } from '#app/domain/workflow/edit-status.server.ts'
import { reinstateStatus } from '#app/domain/workflow/retire.server.ts'
import { OrderForm, ReinstateForm } from '#app/domain/workflow/status.form.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { useFormat } from '#app/ui/format.ts'
import { Icon } from '#app/ui/icon.tsx'
import { pageTitle } from '#app/ui/page-title.ts'
import { Pagehead } from '#app/ui/pagehead.tsx'
import { StatusChip } from '#app/ui/status-chip.tsx'
import { useTyped } from '#app/ui/use-typed.ts'
import { back, found } from '#app/web/answer.server.ts'
import { fieldsOf, invalid, read } from '#app/web/form.server.ts'
import { requirePermission } from '#app/web/guard.server.ts'
import { transaction } from '#db/database.server.ts'
import { StatusFacts } from '../settings/facts.tsx'
import { Matrix } from '../settings/matrix.tsx'
import { workflowMap } from '../settings/workflow-map.server.ts'

export { links } from './settings.tsx'
export const meta: MetaFunction = ({ matches }) => pageTitle(matches, { key: 'workflow:title' })

const page = '/staff/settings/workflow'

export async function loader(knock: LoaderFunctionArgs) {
  await requirePermission(knock, 'site.settings')
  return workflowMap(knock.context.visit.locale)
}

export async function action(knock: ActionFunctionArgs) {
  const admin = await requirePermission(knock, 'site.settings')
  const fields = await fieldsOf(knock.request.clone())
  if (fields.some(([name]) => name === 'reinstate')) {
    const form = await read(knock.request, ReinstateForm)
    if (form.reply) return invalid(form.reply)
    const id = form.values.reinstate
    const outcome = found(await transaction((tx) => reinstateStatus(tx, admin, id)))
    if (outcome === 'label-taken') return form.refuse({ reinstate: 'workflow:error.labelTaken' })
    return back(`${page}/${id}/moves`, 'status-reinstated')
  }
  const form = await read(knock.request, OrderForm)
  if (form.reply) return invalid(form.reply)
  const wish = form.values
  const outcome = found(await transaction((tx) => shiftStatus(tx, admin, wish)))
  if (outcome === 'stale') return form.refuse({ id: 'workflow:error.staleOrder' })
  return back(`${page}#status-${wish.id}`, outcome === 'moved' ? 'status-moved' : undefined)
}

export default function Workflow() {
  const { t } = useTranslation('workflow')
  const { errors } = useTyped()
  return (
    <>
      <Breadcrumb
        steps={[{ label: t('settings.title'), href: '/staff/settings' }, { label: t('title') }]}
      />
      <Pagehead
        title={t('title')}
        lead={t('lead')}
        action={
          <ButtonLink href={`${page}/new`} icon="plus">
            {t('add.link')}
          </ButtonLink>
        }
      />
      <div className="sections">
        <ErrorSummary errors={errors} />
        <Path />
        <Matrix />
        <p>
          <a href={`${page}/thresholds`}>{t('thresholds.title')}</a>:{' '}
          <span className="quiet">{t('thresholds.card')}</span>
        </p>
        <Retired />
      </div>
    </>
  )
}

function Path() {
  const { t } = useTranslation('workflow')
  const { number } = useFormat()
  const { statuses, seen } = useLoaderData<typeof loader>()
  return (
    <section aria-labelledby="path">
      <h2 id="path">{t('path.title')}</h2>
      <p className="quiet">{t('path.lead')}</p>
      <ol className="path">
        {statuses.map((status, i) => (
          <li key={status.id} id={`status-${status.id}`}>
            <form method="post" data-enhance className="shift">
              <input type="hidden" name="id" value={status.id} />
              <input type="hidden" name="seen" value={seen} />
              {(['up', 'down'] as const).map((way) => (
                <button
                  key={way}
                  name="way"
                  value={way}
                  disabled={way === 'up' ? !i : i === statuses.length - 1}
                  aria-label={t(`path.${way}`, { status: status.chip.label })}
                >
                  <Icon name={way === 'up' ? 'chevron-up' : 'chevron-down'} />
                </button>
              ))}
            </form>
            <div className="what">
              <h3>
                <a href={`${page}/${status.id}`}>
                  <StatusChip status={status.chip} />
                </a>
              </h3>
              <StatusFacts status={status} />
              {status.isStranded && <p className="warn">{t('path.stranded')}</p>}
            </div>
            <span className="tnum count">
              {t('path.ideas', { count: status.ideasCount, n: number(status.ideasCount) })}
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}

function Retired() {
  const { t } = useTranslation('workflow')
  const { number } = useFormat()
  const { retired } = useLoaderData<typeof loader>()
  if (!retired.length) return null
  return (
    <section aria-labelledby="retired">
      <h2 id="retired">{t('retired.title')}</h2>
      <ul className="path">
        {retired.map((status) => (
          <li key={status.id}>
            <div className="what">
              <StatusChip status={status.chip} />
              <span className="quiet">
                {t('retired.into', { status: status.into?.label ?? '' })}
                {status.ideasCount > 0 &&
                  ` · ${t('retired.left', { count: status.ideasCount, n: number(status.ideasCount) })}`}
              </span>
            </div>
            <form method="post">
              <Button name="reinstate" value={status.id} kind="ghost">
                {t('retired.reinstate')}
                <span className="vh"> {status.chip.label}</span>
              </Button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  )
}
