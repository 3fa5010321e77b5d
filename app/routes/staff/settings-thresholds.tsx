import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { labelOf } from '#app/domain/ideas/idea-feed.rules.ts'
import { thresholdsForm } from '#app/domain/workflow/status.form.ts'
import { changeThresholds, thresholdsNow } from '#app/domain/workflow/thresholds.server.ts'
import { Field } from '#app/ui/field.tsx'
import { pageTitle } from '#app/ui/page-title.ts'
import { useTyped } from '#app/ui/use-typed.ts'
import { back } from '#app/web/answer.server.ts'
import { invalid, read } from '#app/web/form.server.ts'
import { requirePermission } from '#app/web/guard.server.ts'
import { db, transaction } from '#db/database.server.ts'
import { SettingsForm, SettingsPage } from '../settings/settings-page.tsx'
import { BothVersions } from '../settings/stale.tsx'
import { isStale } from '../settings/status-answer.ts'

export { links } from './settings.tsx'
export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, { key: 'workflow:thresholds.title' })

const page = '/staff/settings/workflow'

export async function loader(knock: LoaderFunctionArgs) {
  await requirePermission(knock, 'site.settings')
  const { thresholds, categories, seen } = await thresholdsNow(db)
  const { threshold, thresholdDays, categoryThresholds } = thresholds
  const rows = categories.map((category, i) => ({
    i,
    label: labelOf(category, knock.context.visit.locale),
    votes: categoryThresholds[category.id]?.votes ?? null,
    days: categoryThresholds[category.id]?.days ?? null,
  }))
  return { rows, seen, votes: threshold, days: thresholdDays }
}

export async function action(knock: ActionFunctionArgs) {
  const admin = await requirePermission(knock, 'site.settings')
  const { categories } = await thresholdsNow(db)
  const form = await read(knock.request, thresholdsForm(categories.length))
  if (form.reply) return invalid(form.reply)
  const { seen, votes, days, ...own } = form.values
  const said = own as Record<string, number | undefined>
  const figures = categories.map(({ id }, i) => {
    const [mine, within] = [said[`votes-${i}`] ?? null, said[`days-${i}`] || null]
    return [id, { votes: mine, days: within }] as const
  })
  const wish = {
    threshold: votes ?? 0,
    thresholdDays: days || null,
    categoryThresholds: Object.fromEntries(
      figures.filter(([, of]) => of.votes !== null || of.days !== null),
    ),
  }
  const outcome = await transaction((tx) => changeThresholds(tx, admin, seen, wish))
  if (outcome === 'stale') return form.refuse({ seen: 'workflow:error.stale' })
  return back(
    `${page}/thresholds`,
    outcome === 'changed' ? 'thresholds-changed' : 'status-unchanged',
  )
}

/** The figures of a page as its form names them. */
type Figures = { votes: number | null; days: number | null }
const storedIn = ({ rows, ...house }: Figures & { rows: (Figures & { i: number })[] }) =>
  Object.fromEntries([
    ['votes', house.votes],
    ['days', house.days],
    ...rows.flatMap(({ i, votes, days }) => [
      [`votes-${i}`, votes],
      [`days-${i}`, days],
    ]),
  ]) as Record<string, number | null>

export default function Thresholds() {
  const { t } = useTranslation('workflow')
  const { rows, seen, ...house } = useLoaderData<typeof loader>()
  const typed = useTyped(storedIn({ rows, ...house }))
  return (
    <SettingsPage
      title={t('thresholds.title')}
      lead={t('thresholds.lead')}
      steps={[{ label: t('title'), href: page }, { label: t('thresholds.title') }]}
    >
      {isStale(typed.errors) && <Both />}
      <SettingsForm
        seen={seen}
        save={t('thresholds.save')}
        cancel={{ label: t('form.cancel'), href: page }}
        look="wide"
      >
        <div className="threshold" role="group" aria-labelledby="of-house">
          <h2 id="of-house">{t('thresholds.house')}</h2>
          <Figure name="votes" hint={t('thresholds.votesHint')} />
          <Figure name="days" hint={t('thresholds.daysHint')} />
        </div>
        <h2>{t('thresholds.categories')}</h2>
        <p className="quiet">{t('thresholds.categoriesHint')}</p>
        {rows.map(({ i, label }) => (
          <div key={i} className="threshold" role="group" aria-labelledby={`of-${i}`}>
            <h3 id={`of-${i}`}>{label}</h3>
            <Figure name={`votes-${i}`} />
            <Figure name={`days-${i}`} />
          </div>
        ))}
        <p className="quiet">{t('thresholds.after')}</p>
      </SettingsForm>
    </SettingsPage>
  )
}

function Figure({ name, hint }: { name: string; hint?: string }) {
  const { t } = useTranslation('workflow')
  const { rows, seen: _, ...house } = useLoaderData<typeof loader>()
  const typed = useTyped(storedIn({ rows, ...house }))
  return (
    <Field
      {...typed.field(name)}
      label={t(name.startsWith('votes') ? 'thresholds.votes' : 'thresholds.days')}
      hint={hint}
      type="number"
      inputMode="numeric"
      min={0}
    />
  )
}

function Both() {
  const { t } = useTranslation('workflow')
  const { rows, seen: _, ...house } = useLoaderData<typeof loader>()
  const typed = useTyped()
  const lines = Object.entries(storedIn({ rows, ...house })).map(([key, value]) => {
    const [kind, i] = key.split('-')
    const of = i ? rows[Number(i)]!.label : t('thresholds.house')
    const what = t(kind === 'votes' ? 'thresholds.votes' : 'thresholds.days')
    return { key, label: `${of}: ${what}`, now: String(value ?? ''), mine: typed.text(key) ?? '' }
  })
  return (
    <BothVersions
      lines={lines
        .filter(({ now, mine }) => now !== mine)
        .map((line) => ({ ...line, now: line.now || '–', mine: line.mine || '–' }))}
    />
  )
}
