import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { goesAtLatest, receiptOf, reasonOf } from '#app/domain/privacy/erasure.rules.ts'
import { erasureRegister } from '#app/domain/privacy/erasure.server.ts'
import { RetentionForm } from '#app/domain/privacy/retention.form.ts'
import { daySettings } from '#app/domain/privacy/retention.rules.ts'
import { lastRuns, retentionAhead } from '#app/domain/privacy/retention.server.ts'
import { changeRetention, retentionDays } from '#app/domain/privacy/settings.server.ts'
import { siteSettings } from '#app/domain/site/site.server.ts'
import { Field } from '#app/ui/field.tsx'
import { pageTitle } from '#app/ui/page-title.ts'
import { useTyped } from '#app/ui/use-typed.ts'
import { back } from '#app/web/answer.server.ts'
import { invalid, read } from '#app/web/form.server.ts'
import { requirePermission } from '#app/web/guard.server.ts'
import { db, transaction } from '#db/database.server.ts'
import { Ahead } from '../privacy/ahead.tsx'
import { Register } from '../privacy/register.tsx'
import { SettingsForm, SettingsPage } from '../settings/settings-page.tsx'
import { BothVersions } from '../settings/stale.tsx'
import { isStale } from '../settings/status-answer.ts'

export { links } from './settings.tsx'
export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, { key: 'privacy:retention.title' })

const page = '/staff/settings/privacy'

export async function loader(knock: LoaderFunctionArgs) {
  await requirePermission(knock, 'privacy.oversee')
  const [days, ahead, runs, register, { caseMonths, addressDays }] = await Promise.all([
    retentionDays(db),
    retentionAhead(db),
    lastRuns(db),
    erasureRegister(db),
    siteSettings(db),
  ])
  return {
    ...{ ...days, caseMonths, addressDays },
    ahead: ahead.map((kind) => ({ ...kind, last: runs.get(kind.kind) ?? null })),
    register: register.map(({ wish, handle }) => ({
      // Its id is a key: whoever knows it may take the wish back.
      ...{ receipt: receiptOf(wish.id), handle, askedAt: wish.askedAt },
      ...{ dueAt: wish.dueAt, latest: goesAtLatest(wish.askedAt), state: stateOf(wish) },
    })),
  }
}

type Wish = Awaited<ReturnType<typeof erasureRegister>>[number]['wish']

function stateOf({ doneAt, cancelledAt, deferredFor }: Wish) {
  if (doneAt) return 'done'
  return cancelledAt ? 'cancelled' : reasonOf(deferredFor) || 'waiting'
}

export async function action(knock: ActionFunctionArgs) {
  const overseer = await requirePermission(knock, 'privacy.oversee')
  const form = await read(knock.request, RetentionForm)
  if (form.reply) return invalid(form.reply)
  const { seen, ...wish } = form.values
  const outcome = await transaction((tx) => changeRetention(tx, overseer, seen, wish))
  if (outcome === 'not-allowed') throw new Response(null, { status: 403 })
  if (outcome === 'stale') return form.refuse({ seen: 'privacy:retention.error.stale' })
  return back(page, outcome === 'changed' ? 'retention-changed' : 'status-unchanged')
}

const fields = Object.entries(daySettings) as [keyof typeof daySettings, keyof Rules][]
type Rules = Awaited<ReturnType<typeof retentionDays>>['rules']

/** For how long personal data are kept, what that would delete now, and who is closing their account. */
export default function PrivacySettings() {
  const { t } = useTranslation('privacy')
  const { rules, seen, ahead, register, caseMonths, addressDays } = useLoaderData<typeof loader>()
  const typed = useTyped(rules)
  return (
    <SettingsPage title={t('retention.title')} lead={t('retention.lead')}>
      {isStale(typed.errors) && (
        <BothVersions
          lines={fields
            .map(([kind, name]) => ({
              ...{ key: name, label: t(`retention.kinds.${kind}.name`) },
              ...{ now: String(rules[name]), mine: typed.text(name) ?? '' },
            }))
            .filter(({ now, mine }) => now !== mine)}
        />
      )}
      <section className="stack">
        <h2>{t('retention.days')}</h2>
        <SettingsForm seen={seen} save={t('retention.save')} look="wide">
          {fields.map(([kind, name]) => (
            <Field
              key={name}
              {...typed.field(name)}
              label={t(`retention.kinds.${kind}.name`)}
              hint={t(`retention.kinds.${kind}.hint`)}
              inputMode="numeric"
              maxLength={4}
              required
            />
          ))}
        </SettingsForm>
        <p className="quiet">{t('retention.months', { n: caseMonths, days: addressDays })}</p>
      </section>
      <Ahead kinds={ahead} />
      <Register wishes={register} />
    </SettingsPage>
  )
}
