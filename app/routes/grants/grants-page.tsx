import type { SerializeFrom } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Pagehead } from '#app/ui/pagehead.tsx'
import { Pager } from '#app/ui/pager.tsx'
import { usePoints } from '#app/ui/points.tsx'
import { SortTabs } from '#app/ui/sort-tabs.tsx'
import { Time } from '#app/ui/time.tsx'
import { useTyped } from '#app/ui/use-typed.ts'
import type { GrantsData } from '../staff/grants.tsx'

type Data = SerializeFrom<GrantsData>
type Row = Data['rows'][number]

/** What was given and taken by hand, and what waits for a second person. */
export function GrantsPage() {
  const { t } = useTranslation('points')
  const points = usePoints()
  const { state, waiting, room, rows, isFirst, next } = useLoaderData<Data>()
  const { errors } = useTyped()
  const left = Math.max(0, room.limit - room.today)
  return (
    <>
      <Pagehead
        title={t('grants.title')}
        lead={t('grants.lead')}
        action={
          <ButtonLink icon="plus" href="/staff/grants/new">
            {t('grants.new')}
          </ButtonLink>
        }
      />
      <div className="stack" id="id">
        <ErrorSummary errors={errors} />
        <p className="quiet">
          {t('grants.room', { limit: points.text(room.limit), left: points.number(left) })}
        </p>
        <SortTabs
          label={t('grants.states')}
          tabs={(['asked', 'done', 'refused'] as const).map((each) => ({
            href: `/staff/grants?state=${each}`,
            label: `${t(`grants.state.${each}`)}${each === 'asked' && waiting ? ` (${waiting})` : ''}`,
            current: each === state,
          }))}
        />
        {rows.length ? (
          <ol className="queue">
            {rows.map((row) => (
              <GrantRow key={row.id} row={row} />
            ))}
          </ol>
        ) : (
          <Empty
            icon="hand-heart"
            title={t(`grants.empty.${state}`)}
            text={state === 'asked' ? t('grants.emptyText') : undefined}
          />
        )}
        <Pager
          firstHref={isFirst ? null : `/staff/grants?state=${state}`}
          nextHref={next && `/staff/grants?state=${state}&after=${next}`}
        />
      </div>
    </>
  )
}

function Name({ of }: { of: Row['person'] }) {
  const { t } = useTranslation('points')
  if (!of) return t('grants.former')
  return <a href={`/members/${of.handle}`}>{of.displayName}</a>
}

export function GrantRow({ row }: { row: Row }) {
  const { t } = useTranslation('points')
  const points = usePoints()
  const { amount, moved, reason, asker, decider } = row
  const short = moved !== null && moved !== amount
  return (
    <li className="grant">
      <div className="what">
        <h2>
          {points.signedText(moved ?? amount)} · <Name of={row.person} />
        </h2>
        <p className="said">{reason}</p>
        {short && <p>{t('grants.less', { asked: points.text(Math.abs(amount)) })}</p>}
        <p>
          {t('grants.by')} <Name of={asker} />, <Time at={row.askedAt} as="dateTime" />
          {decider && row.decidedAt && (
            <>
              {' '}
              · {t(row.state === 'done' ? 'grants.approvedBy' : 'grants.refusedBy')}{' '}
              <Name of={decider} />, <Time at={row.decidedAt} as="dateTime" />
            </>
          )}
        </p>
        {row.isOwn && <p>{t('grants.concernsYou')}</p>}
      </div>
      <Acts row={row} />
    </li>
  )
}

function Acts({ row: { id, mayDecide, mayWithdraw, person } }: { row: Row }) {
  const { t } = useTranslation('points')
  if (!mayDecide && !mayWithdraw) return null
  const whom = <span className="vh">: {person?.displayName}</span>
  return (
    <form method="post" className="more grant-act">
      <input type="hidden" name="id" value={id} />
      {mayDecide && (
        <>
          <Button name="verdict" value="approve">
            {t('grants.approve')}
            {whom}
          </Button>
          <Button name="verdict" value="refuse" kind="plain">
            {t('grants.refuse')}
            {whom}
          </Button>
        </>
      )}
      {mayWithdraw && (
        <Button name="verdict" value="withdraw" kind="plain">
          {t('grants.withdraw')}
          {whom}
        </Button>
      )}
    </form>
  )
}
