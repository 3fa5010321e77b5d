import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { chipOf } from '#app/domain/ideas/idea-feed.rules.ts'
import { isLive } from '#app/domain/ideas/status.rules.ts'
import {
  editStatus,
  findStatus,
  heldBy,
  versionOfStatus,
} from '#app/domain/workflow/edit-status.server.ts'
import { StatusForm } from '#app/domain/workflow/status.form.ts'
import { isMovable, isStructural } from '#app/domain/workflow/status.rules.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { useFormat } from '#app/ui/format.ts'
import { Notice } from '#app/ui/notice.tsx'
import { pageTitle } from '#app/ui/page-title.ts'
import { StatusChip } from '#app/ui/status-chip.tsx'
import { useTyped } from '#app/ui/use-typed.ts'
import { back, found } from '#app/web/answer.server.ts'
import { invalid, read } from '#app/web/form.server.ts'
import { requirePermission } from '#app/web/guard.server.ts'
import { db, transaction } from '#db/database.server.ts'
import { SettingsForm, SettingsPage } from '../settings/settings-page.tsx'
import { BothVersions } from '../settings/stale.tsx'
import { isStale, lookFaults } from '../settings/status-answer.ts'
import { StatusFields, storedOf } from '../settings/status-fields.tsx'

export { links } from './settings.tsx'
export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(matches, data?.chip.label)

const page = '/staff/settings/workflow'

export async function loader(knock: LoaderFunctionArgs) {
  await requirePermission(knock, 'site.settings')
  const status = found(await findStatus(db, knock.params.status!))
  if (!isLive(status)) throw new Response(null, { status: 404 })
  return {
    status,
    chip: chipOf(status, knock.context.visit.locale),
    seen: versionOfStatus(status),
    ideasCount: (await heldBy(db)).get(status.id) ?? 0,
    isMovable: isMovable(status.id),
    isStructural: isStructural(status.id),
  }
}

export async function action(knock: ActionFunctionArgs) {
  const admin = await requirePermission(knock, 'site.settings')
  const id = knock.params.status!
  const form = await read(knock.request, StatusForm)
  if (form.reply) return invalid(form.reply)
  const { seen, ...wish } = form.values
  const outcome = found(await transaction((tx) => editStatus(tx, admin, { id, seen }, wish)))
  if (outcome === 'stale') return form.refuse({ seen: 'workflow:error.stale' })
  if (outcome in lookFaults) return form.refuse(lookFaults[outcome as keyof typeof lookFaults])
  return back(`${page}#status-${id}`, `status-${outcome}`)
}

export default function EditStatus() {
  const { t } = useTranslation('workflow')
  const { number } = useFormat()
  const { status, chip, seen, ideasCount, ...is } = useLoaderData<typeof loader>()
  const typed = useTyped(storedOf(status as never))
  return (
    <SettingsPage
      title={chip.label}
      steps={[{ label: t('title'), href: page }, { label: chip.label }]}
      above={<StatusChip status={chip} />}
      lead={t('path.ideas', { count: ideasCount, n: number(ideasCount) })}
      action={
        is.isMovable && (
          <ButtonLink kind="plain" href={`${page}/${status.id}/moves`} icon="route">
            {t('moves.link')}
          </ButtonLink>
        )
      }
    >
      {isStale(typed.errors) && <Both />}
      <SettingsForm
        seen={seen}
        save={t('form.save')}
        cancel={{ label: t('form.cancel'), href: page }}
      >
        <StatusFields typed={typed} id={status.id} />
        {ideasCount > 0 && (
          <Notice>{t('form.atOnce', { count: ideasCount, n: number(ideasCount) })}</Notice>
        )}
      </SettingsForm>
      <Retiring />
    </SettingsPage>
  )
}

/** What is stored now, where it is not what was typed. */
function Both() {
  const { t } = useTranslation('workflow')
  const { status } = useLoaderData<typeof loader>()
  const typed = useTyped()
  const say = t as (key: string) => string
  const shown = (value: unknown) =>
    value === 'on' ? t('stale.on') : String(value || t('stale.off'))
  const lines = Object.entries(storedOf(status as never))
    .map(([key, now]) => ({ key, now: now ?? '', mine: typed.text(key) ?? '' }))
    .filter(({ key, now, mine }) => String(now) !== mine && !(key === 'place' && !mine))
    .map(({ key, now, mine }) => ({
      key,
      label: say(`form.${key}`),
      now: shown(now),
      mine: shown(mine),
    }))
  return <BothVersions lines={lines} />
}

function Retiring() {
  const { t } = useTranslation('workflow')
  const say = t as (key: string) => string
  const { status, isStructural } = useLoaderData<typeof loader>()
  return (
    <section aria-labelledby="retire">
      <h2 id="retire">{t('retire.title')}</h2>
      {isStructural ? (
        <p className="quiet">{say(`structural.${status.id}`)}</p>
      ) : (
        <>
          <p className="quiet">{t('retire.about')}</p>
          <ButtonLink kind="plain" icon="archive" href={`${page}/${status.id}/retirement`}>
            {t('retire.link')}
          </ButtonLink>
        </>
      )}
    </section>
  )
}
