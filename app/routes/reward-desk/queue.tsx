import type { SerializeFrom } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { queueStates } from '#app/domain/rewards/queue.form.ts'
import { Button } from '#app/ui/button.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Field } from '#app/ui/field.tsx'
import { Pagehead } from '#app/ui/pagehead.tsx'
import { Pager } from '#app/ui/pager.tsx'
import { SortTabs } from '#app/ui/sort-tabs.tsx'
import { useTyped } from '#app/ui/use-typed.ts'
import { QueueActs } from './queue-acts.tsx'
import { Results } from './queue-results.tsx'
import { QueueRow } from './queue-row.tsx'
import type { MoveResult, QueuePage } from './queue.server.ts'

export type Page = SerializeFrom<QueuePage>

export const hrefOf = (page: Pick<Page, 'state' | 'reward'>, more: Record<string, string> = {}) =>
  `/staff/redemptions?${new URLSearchParams({ state: page.state, ...(page.reward && { reward: page.reward }), ...more })}`

/** What members asked for and wait for, who waits longest first. */
export function Queue() {
  const { t } = useTranslation('rewards')
  const page = useLoaderData<Page>()
  const came = (useActionData() ?? {}) as { results?: MoveResult[] }
  const { errors } = useTyped()
  return (
    <>
      <Pagehead title={t('queue.title')} lead={t('queue.lead')} />
      <div className="stack">
        <ErrorSummary errors={errors} />
        {came.results && <Results results={came.results} />}
        <States page={page} />
        <ByReward page={page} />
        {page.rows.length ? <List page={page} /> : <Nothing page={page} />}
        <Pager
          firstHref={page.isFirst ? null : hrefOf(page)}
          nextHref={page.next && hrefOf(page, { after: page.next })}
        />
      </div>
    </>
  )
}

function States({ page }: { page: Page }) {
  const { t } = useTranslation('rewards')
  const counts: Partial<Record<string, number>> = page.counts
  const counted = (state: string) => (counts[state] ? ` (${counts[state]})` : '')
  return (
    <SortTabs
      label={t('queue.states')}
      tabs={queueStates.map((state) => ({
        href: hrefOf({ ...page, state }),
        label: `${t(`queue.state.${state}`)}${counted(state)}`,
        current: page.state === state,
      }))}
    />
  )
}

/** Narrows the list to one reward, by a form that reads. */
function ByReward({ page: { rewards, reward, state } }: { page: Page }) {
  const { t } = useTranslation('rewards')
  if (rewards.length < 2) return null
  return (
    <form action="/staff/redemptions" className="row narrow-queue">
      <input type="hidden" name="state" value={state} />
      <Field
        name="reward"
        kind="select"
        label={t('queue.reward')}
        {...{ defaultValue: reward ?? '' }}
        options={[
          { value: '', label: t('queue.every') },
          ...rewards.map(({ id, title }) => ({ value: id, label: title })),
        ]}
      />
      <Button kind="plain" icon="filter">
        {t('queue.narrow')}
      </Button>
    </form>
  )
}

function List({ page }: { page: Page }) {
  const { t } = useTranslation('rewards')
  const ticked = new Set(useTyped().text('id')?.split(','))
  return (
    <form method="post" action={hrefOf(page)} className="stack" noValidate>
      <fieldset id="id">
        <legend className="vh">{t('queue.list')}</legend>
        <ul className="queue">
          {page.rows.map((row) => (
            <QueueRow key={row.id} row={row} ticked={ticked.has(row.id)} />
          ))}
        </ul>
      </fieldset>
      <QueueActs page={page} />
    </form>
  )
}

function Nothing({ page: { state, reward } }: { page: Page }) {
  const { t } = useTranslation('rewards')
  const isOpen = state === 'requested' || state === 'approved'
  return (
    <Empty
      icon="inbox"
      title={t(isOpen ? 'queue.emptyOpen' : 'queue.empty')}
      text={t(isOpen ? 'queue.emptyOpenText' : 'queue.emptyText')}
      action={
        reward ? <a href={`/staff/redemptions?state=${state}`}>{t('queue.all')}</a> : undefined
      }
    />
  )
}
