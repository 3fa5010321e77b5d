import { useTranslation } from 'react-i18next'
import { type Way, ways } from '#app/domain/points/statement.rules.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { useFormat } from '#app/ui/format.ts'
import { Icon } from '#app/ui/icon.tsx'
import { Points, usePoints } from '#app/ui/points.tsx'
import { SortTabs } from '#app/ui/sort-tabs.tsx'
import { Table } from '#app/ui/table.tsx'
import { Time } from '#app/ui/time.tsx'
import { aboutOf, type Told, whyOf } from './why.ts'

type Line = Told & {
  seq: number
  at: Date | string
  actedAt: Date | string | null
  undoneAt: Date | string | null
  amount: number
  change: number
  balance: number
}
type Props = {
  way: Way
  lines: Line[]
  locale: 'it' | 'en'
  nextHref?: string
  firstHref?: string
}

/** The movements of a member's points as a bank tells them: when, why, how much, and what was left. */
export function Movements({ way, lines, locale, nextHref, firstHref }: Props) {
  const { t } = useTranslation('points')
  const points = usePoints()
  const columns = [
    { key: 'date', label: t('statement.date') },
    { key: 'why', label: t('statement.why') },
    { key: 'change', label: t('statement.change'), numeric: true },
    { key: 'after', label: t('statement.after'), numeric: true },
  ]
  const rows = lines.map((line) => ({
    key: String(line.seq),
    cells: {
      date: <Time at={line.at} as="date" />,
      why: <Why line={line} locale={locale} />,
      change: <Change line={line} />,
      after: points.number(line.balance),
    },
  }))
  return (
    <section className="movements" aria-labelledby="movements">
      <div className="row apart">
        <h2 id="movements">{t('statement.list')}</h2>
        <a className="act" href="/me/points.csv">
          <Icon name="download" /> {t('statement.csv')}
        </a>
      </div>
      <SortTabs
        label={t('statement.filter')}
        tabs={ways.map((each) => ({
          href: each === 'all' ? '/me/points' : `/me/points?way=${each}`,
          label: t(`statement.${each}`),
          current: each === way,
        }))}
      />
      {lines.length ? (
        <Table caption={t('statement.caption')} columns={columns} rows={rows} />
      ) : (
        <NoMovements way={way} />
      )}
      <Pages nextHref={nextHref} firstHref={firstHref} />
    </section>
  )
}

function Why({ line, locale }: { line: Line; locale: 'it' | 'en' }) {
  const { t } = useTranslation('points')
  const about = aboutOf(line.subject, locale)
  return (
    <span className="why">
      <span>{whyOf(t, line)}</span>
      {about && (about.href ? <a href={about.href}>{about.text}</a> : <span>{about.text}</span>)}
      <State line={line} />
    </span>
  )
}

/** When what earned points was done, and what became of them. */
function State({ line: { tell, actedAt, undoneAt } }: { line: Line }) {
  const { t } = useTranslation('points')
  const { date } = useFormat()
  const said = [
    actedAt && t('statement.doneOn', { date: date(actedAt) }),
    tell === 'confirm' && !undoneAt && t('statement.confirmed'),
    undoneAt && t('statement.undoneOn', { date: date(undoneAt) }),
  ].filter(Boolean)
  return said.length > 0 && <span className="quiet">{said.join(', ')}</span>
}

function Change({ line: { change, amount, tell } }: { line: Line }) {
  const points = usePoints()
  if (change) return <Points n={change} signed bare />
  return tell === 'undone' ? <s>{points.signed(amount)}</s> : <>0</>
}

function NoMovements({ way }: { way: Way }) {
  const { t } = useTranslation('points')
  const { icon } = usePoints()
  if (way === 'all')
    return (
      <Empty
        icon={icon}
        title={t('statement.empty')}
        text={t('statement.emptyText')}
        action={<ButtonLink href="/ideas">{t('statement.toBoard')}</ButtonLink>}
      />
    )
  return (
    <Empty
      icon={icon}
      title={t('statement.emptyWay')}
      text={t('statement.emptyWayText')}
      action={<ButtonLink href="/me/points">{t('statement.allWays')}</ButtonLink>}
    />
  )
}

function Pages({ nextHref, firstHref }: Pick<Props, 'nextHref' | 'firstHref'>) {
  const { t } = useTranslation('points')
  if (!nextHref && !firstHref) return null
  return (
    <nav className="pager" aria-label={t('statement.pages')}>
      {firstHref && (
        <a className="btn ghost" href={firstHref}>
          <Icon name="arrow-left" />
          {t('statement.newest')}
        </a>
      )}
      {nextHref && (
        <a className="btn plain" href={nextHref} rel="next">
          {t('statement.older')}
          <Icon name="arrow-right" />
        </a>
      )}
    </nav>
  )
}
