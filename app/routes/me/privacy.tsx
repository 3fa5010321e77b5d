import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { PrivacyForm } from '#app/domain/privacy/erasure.form.ts'
import { goesAtLatest } from '#app/domain/privacy/erasure.rules.ts'
import { cancelErasure, erasureOf, hindrancesOf } from '#app/domain/privacy/erasure.server.ts'
import { askExport, exportOf } from '#app/domain/privacy/export.server.ts'
import { siteSettings } from '#app/domain/site/site.server.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { useFormat } from '#app/ui/format.ts'
import { Pagehead } from '#app/ui/pagehead.tsx'
import { pageTitle } from '#app/ui/page-title.ts'
import { Table } from '#app/ui/table.tsx'
import { Time } from '#app/ui/time.tsx'
import { back } from '#app/web/answer.server.ts'
import { invalid, read } from '#app/web/form.server.ts'
import { requireConcerned, requireOwnProof } from '#app/web/guard.server.ts'
import { db, transaction } from '#db/database.server.ts'
import { Waiting } from '../privacy/waiting.tsx'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, { key: 'privacy:title' })

export async function loader(knock: LoaderFunctionArgs) {
  const member = await requireConcerned(knock)
  const [copy, { addressDays, caseMonths, ipDays }, wish, open] = await Promise.all([
    exportOf(db, member.id),
    siteSettings(db),
    erasureOf(db, member.id),
    hindrancesOf(db, member.id),
  ])
  const { id, state, bytes, endsAt } = copy ?? {}
  return {
    copy: copy ? { id, state, bytes, endsAt } : null,
    waits: wish ? { dueAt: wish.dueAt, latest: goesAtLatest(wish.askedAt), open } : null,
    ...{ addressDays, caseMonths, ipDays },
    isOut: !!knock.context.visit.shutOut,
  }
}

/** Keeps an account that was to be closed, or asks for a copy: that, only with a password typed just now. */
export async function action(knock: ActionFunctionArgs) {
  const member = await requireConcerned(knock)
  const form = await read(knock.request, PrivacyForm)
  if (form.reply) return invalid(form.reply)
  if (form.values.intent === 'stay') return stay(member)
  await requireOwnProof(knock)
  const outcome = await transaction((tx) => askExport(tx, member))
  return back('/me/privacy#copy', outcome === 'asked' ? 'export-asked' : 'export-asked-already')
}

async function stay({ id }: { id: string }) {
  const wish = await erasureOf(db, id)
  const outcome = wish && (await transaction((tx) => cancelErasure(tx, wish.id)))
  return back('/me/privacy#erase', outcome && 'erasure-cancelled')
}

export default function MyPrivacy() {
  const { t } = useTranslation('privacy')
  const { waits, isOut } = useLoaderData<typeof loader>()
  return (
    <>
      <Pagehead
        title={t('title')}
        lead={t('lead')}
        action={isOut && <a href="/me/decisions">{t('toDecisions')}</a>}
      />
      <div className="sections measure">
        {waits && <Waiting waits={waits} />}
        <Held />
        <Copy />
        {!isOut && <Change />}
        <section className="stack" id="erase">
          <h2>{t('erase.title')}</h2>
          <p>{t(waits ? 'erase.waits' : 'erase.text')}</p>
          {!waits && (
            <div className="row acts">
              <ButtonLink href="/me/privacy/erase" kind="plain">
                {t('erase.ask')}
              </ButtonLink>
            </div>
          )}
        </section>
      </div>
    </>
  )
}

/** Where what is held is changed. */
function Change() {
  const { t } = useTranslation('privacy')
  return (
    <section className="stack">
      <h2>{t('change.title')}</h2>
      <p>{t('change.text')}</p>
      <div className="row acts">
        <ButtonLink href="/me/profile" kind="plain">
          {t('change.profile')}
        </ButtonLink>
        <ButtonLink href="/me/settings" kind="plain">
          {t('change.consents')}
        </ButtonLink>
      </div>
    </section>
  )
}

const kinds = ['profile', 'devices', 'posts', 'votes', 'points', 'address', 'cases', 'decisions']

/** What is held, why, and for how long. */
function Held() {
  const { t } = useTranslation('privacy')
  const { addressDays, caseMonths, ipDays } = useLoaderData<typeof loader>()
  const said = t as (key: string, figures: object) => string
  return (
    <section className="stack">
      <h2>{t('held.title')}</h2>
      <Table
        caption={t('held.title')}
        columns={(['what', 'why', 'until'] as const).map((key) => ({
          key,
          label: t(`held.${key}`),
        }))}
        rows={kinds.map((kind) => ({
          key: kind,
          cells: Object.fromEntries(
            ['what', 'why', 'until'].map((cell) => [
              cell,
              said(`held.kinds.${kind}.${cell}`, { addressDays, caseMonths, ipDays }),
            ]),
          ),
        }))}
      />
    </section>
  )
}

function Copy() {
  const { t } = useTranslation('privacy')
  const { copy } = useLoaderData<typeof loader>()
  const state = copy?.state
  const isAskable = !copy || state === 'failed'
  return (
    <section className="stack" id="copy">
      <h2>{t('copy.title')}</h2>
      <p>{t('copy.text')}</p>
      {state === 'waiting' && <p role="status">{t('copy.waiting')}</p>}
      {state === 'failed' && <p role="alert">{t('copy.failed')}</p>}
      {state === 'ready' && <Ready />}
      {isAskable && (
        <form method="post">
          <Button>{t('copy.ask')}</Button>
          <p className="quiet">{t('copy.proof')}</p>
        </form>
      )}
    </section>
  )
}

function Ready() {
  const { t } = useTranslation('privacy')
  const { number } = useFormat()
  const { id, bytes, endsAt } = useLoaderData<typeof loader>().copy!
  return (
    <>
      <p>
        {t('copy.until')} <Time at={endsAt!} />
      </p>
      <ButtonLink href={`/me/privacy/copies/${id}`} icon="download">
        {t('copy.fetch', { size: number(Math.max(1, Math.round(bytes! / 1024))) })}
      </ButtonLink>
    </>
  )
}
