import type { SerializeFrom } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { Button } from '#app/ui/button.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Pagehead } from '#app/ui/pagehead.tsx'
import { Pager } from '#app/ui/pager.tsx'
import { usePoints } from '#app/ui/points.tsx'
import { SortTabs } from '#app/ui/sort-tabs.tsx'
import { Time } from '#app/ui/time.tsx'
import { useTyped } from '#app/ui/use-typed.ts'
import type { RemediesData } from '../staff/care-remedies.tsx'

type Data = SerializeFrom<RemediesData>
type Row = Data['rows'][number]

const page = '/staff/care/remedies'

/** What care gave to make good, and what waits for a second person. */
export function RemediesPage() {
  const { t } = useTranslation('care')
  const points = usePoints()
  const { state, waiting, room, rows, isFirst, isLead, next } = useLoaderData<Data>()
  const { errors } = useTyped()
  return (
    <>
      <Breadcrumb
        steps={[
          { label: t('inbox.title'), href: '/staff/care' },
          { label: t('remedies.pageTitle') },
        ]}
      />
      <Pagehead
        title={t('remedies.pageTitle')}
        lead={t(isLead ? 'remedies.lead' : 'remedies.leadOwn')}
      />
      <div className="stack" id="id">
        <ErrorSummary errors={errors} />
        <p className="quiet">
          {t('remedies.limits', {
            points: points.text(room.remedyPoints),
            left: points.number(Math.max(0, room.remedyPoints - room.points)),
          })}{' '}
          {t('remedies.coupons', { count: Math.max(0, room.remedyCoupons - room.coupons) })}
        </p>
        <SortTabs
          label={t('remedies.states')}
          tabs={(['asked', 'done', 'refused'] as const).map((each) => ({
            href: `${page}?state=${each}`,
            label: `${t(`remedies.tab.${each}`)}${each === 'asked' && waiting ? ` (${waiting})` : ''}`,
            current: each === state,
          }))}
        />
        {rows.length ? (
          <ol className="queue">
            {rows.map((row) => (
              <RemedyRow key={row.id} row={row} />
            ))}
          </ol>
        ) : (
          <Empty
            icon="gift"
            title={t(`remedies.empty.${state}`)}
            text={state === 'asked' ? t('remedies.emptyText') : undefined}
          />
        )}
        <Pager
          firstHref={isFirst ? null : `${page}?state=${state}`}
          nextHref={next && `${page}?state=${state}&after=${next}`}
        />
      </div>
    </>
  )
}

function RemedyRow({ row }: { row: Row }) {
  const { t } = useTranslation('care')
  const points = usePoints()
  const { kind, amount, reward, person, reason, caseId, number } = row
  return (
    <li className="grant">
      <div className="what">
        <h2>
          {kind === 'points' ? points.signedText(amount) : reward} ·{' '}
          {person ? <a href={`/members/${person.handle}`}>{person.name}</a> : t('remedies.former')}
        </h2>
        <p className="said">{reason}</p>
        <p>
          <a href={`/staff/care/${caseId}`}>{t('talk.number', { number: String(number ?? '') })}</a>
          {' · '}
          {t('remedies.by', { name: row.asker ?? t('talk.formerAgent') })},{' '}
          <Time at={row.askedAt} as="dateTime" />
          <Decided row={row} />
        </p>
        {row.isOwn && <p>{t('remedies.concernsYou')}</p>}
      </div>
      <Acts row={row} />
    </li>
  )
}

function Decided({ row: { state, decider, decidedAt } }: { row: Row }) {
  const { t } = useTranslation('care')
  if (!decidedAt) return null
  const name = decider ?? t('talk.formerAgent')
  return (
    <>
      {' · '}
      {t(state === 'done' ? 'remedies.approvedBy' : 'remedies.refusedBy', { name })},{' '}
      <Time at={decidedAt} as="dateTime" />
    </>
  )
}

function Acts({ row: { id, mayDecide, mayWithdraw, person } }: { row: Row }) {
  const { t } = useTranslation('care')
  if (!mayDecide && !mayWithdraw) return null
  const whom = <span className="vh">: {person?.name}</span>
  return (
    <form method="post" className="more grant-act">
      <input type="hidden" name="id" value={id} />
      {mayDecide && (
        <>
          <Button name="verdict" value="approve">
            {t('remedies.approve')}
            {whom}
          </Button>
          <Button name="verdict" value="refuse" kind="plain">
            {t('remedies.refuse')}
            {whom}
          </Button>
        </>
      )}
      {mayWithdraw && (
        <Button name="verdict" value="withdraw" kind="plain">
          {t('remedies.withdraw')}
          {whom}
        </Button>
      )}
    </form>
  )
}
