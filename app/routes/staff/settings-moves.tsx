import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { type MoveWish, setMoves } from '#app/domain/workflow/edit-moves.server.ts'
import { movesForm } from '#app/domain/workflow/status.form.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { pageTitle } from '#app/ui/page-title.ts'
import { StatusChip } from '#app/ui/status-chip.tsx'
import { useTyped } from '#app/ui/use-typed.ts'
import { back, found } from '#app/web/answer.server.ts'
import { invalid, read } from '#app/web/form.server.ts'
import { requirePermission } from '#app/web/guard.server.ts'
import { transaction } from '#db/database.server.ts'
import { chosen, MoveOut, MovesIn } from '../settings/moves-fields.tsx'
import { movesPage } from '../settings/moves-page.server.ts'
import { SettingsPage } from '../settings/settings-page.tsx'
import { BothVersions } from '../settings/stale.tsx'
import { isStale } from '../settings/status-answer.ts'

export { links } from './settings.tsx'
export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(matches, { key: 'workflow:moves.of', values: { status: data?.chip.label ?? '' } })

const page = '/staff/settings/workflow'

export async function loader(knock: LoaderFunctionArgs) {
  await requirePermission(knock, 'site.settings')
  return movesPage(knock.params.status!, knock.context.visit.locale)
}

export async function action(knock: ActionFunctionArgs) {
  const admin = await requirePermission(knock, 'site.settings')
  const id = knock.params.status!
  const { targets } = await movesPage(id, knock.context.visit.locale)
  const form = await read(knock.request, movesForm(targets.map((target) => target.id)))
  if (form.reply) return invalid(form.reply)
  const { to, from, note, reason, seen, confirm, ...asked } = form.values
  const out = to.map((target): MoveWish => ({
    to: target,
    permission: asked[`permission-${target}`] as MoveWish['permission'],
    needsNote: note.includes(target),
    needsReason: reason.includes(target),
    minVotes: Number(asked[`votes-${target}`] ?? 0) || null,
    minDays: Number(asked[`days-${target}`] ?? 0) || null,
  }))
  const wish = { out, from, seen, confirmed: !!confirm }
  const outcome = found(await transaction((tx) => setMoves(tx, admin, id, wish)))
  if (outcome === 'stale') return form.refuse({ seen: 'workflow:error.stale' })
  if (outcome === 'no-way-out') return form.refuse({ confirm: 'workflow:error.noWayOut' })
  return back(`${page}#moves`, outcome === 'changed' ? 'moves-changed' : 'status-unchanged')
}

export default function Moves() {
  const { t } = useTranslation('workflow')
  const { id, chip, seen, targets } = useLoaderData<typeof loader>()
  const typed = useTyped()
  const mustConfirm = typed.errors.some(({ name }) => name === 'confirm')
  return (
    <SettingsPage
      title={t('moves.of', { status: chip.label })}
      steps={[
        { label: t('title'), href: page },
        { label: chip.label, href: `${page}/${id}` },
        { label: t('moves.link') },
      ]}
      above={<StatusChip status={chip} />}
      lead={t('moves.ofLead')}
      action={
        <ButtonLink kind="plain" icon="pencil" href={`${page}/${id}`}>
          {t('moves.edit')}
        </ButtonLink>
      }
    >
      {isStale(typed.errors) && <Both />}
      <form method="post" className="form wide moves" noValidate>
        <input type="hidden" name="seen" value={seen} />
        <h2>{t('moves.out')}</h2>
        {targets.map((target, index) => (
          <MoveOut key={target.id} index={index} typed={typed} />
        ))}
        <MovesIn typed={typed} />
        {mustConfirm && (
          <Notice tone="warning" title={t('moves.noWayOut')}>
            <Field {...typed.tick('confirm')} defaultChecked={false} label={t('moves.confirm')} />
          </Notice>
        )}
        <div className="row acts">
          <Button>{t('moves.save')}</Button>
          <a href={page}>{t('form.cancel')}</a>
        </div>
      </form>
    </SettingsPage>
  )
}

/** The moves that somebody else has allowed or taken away meanwhile, beside those just ticked. */
function Both() {
  const { t } = useTranslation('workflow')
  const { targets } = useLoaderData<typeof loader>()
  const typed = useTyped()
  const said = (is: boolean) => (is ? t('stale.on') : t('stale.off'))
  const lines = targets.flatMap(({ id, chip, rule, leadsHere }) =>
    (
      [
        ['to', !!rule, t('stale.to', { status: chip.label })],
        ['from', leadsHere, t('stale.from', { status: chip.label })],
      ] as const
    ).map(([name, stored, label]) => ({
      key: `${name}-${id}`,
      label,
      now: stored,
      mine: chosen(typed, name, id, false),
    })),
  )
  return (
    <BothVersions
      lines={lines
        .filter(({ now, mine }) => now !== mine)
        .map((line) => ({ ...line, now: said(line.now), mine: said(line.mine) }))}
    />
  )
}
