import { useLoaderData } from '@remix-run/react'
import type { SerializeFrom } from '@remix-run/node'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ButtonLink } from '#app/ui/button.tsx'
import { useFormat } from '#app/ui/format.ts'
import { Icon, type IconName } from '#app/ui/icon.tsx'
import { Pagehead } from '#app/ui/pagehead.tsx'
import { PromisedDay } from '#app/ui/promised-day.tsx'
import { Table } from '#app/ui/table.tsx'
import type { PromisesData } from '../staff/promises.tsx'

type Data = SerializeFrom<PromisesData>
type Row = Data['next'][number]

/** What the team owes: late first, then what is due, then what waits for its authors. */
export function PromisesPage() {
  const { t } = useTranslation('promises')
  const { late, next, paused, counts, maySet } = useLoaderData<PromisesData>()
  const calendar = (
    <ButtonLink kind="plain" icon="settings" href="/staff/settings/calendar">
      {t('desk.calendar')}
    </ButtonLink>
  )
  return (
    <>
      <Pagehead title={t('desk.title')} lead={t('desk.lead')} action={maySet && calendar} />
      <div className="sections apart">
        <List name="late" icon="triangle-alert" rows={late} all={counts.late} />
        <List name="next" icon="clock" rows={next} all={counts.running} />
        <Paused rows={paused} all={counts.paused} />
      </div>
    </>
  )
}

type Section = { name: 'late' | 'next' | 'paused'; icon: IconName; all: number; shown: number }

function Section({ name, icon, all, shown, children }: Section & { children: ReactNode }) {
  const { t } = useTranslation('promises')
  const { number } = useFormat()
  return (
    <section className="owed" data-list={name} aria-labelledby={`owed-${name}`}>
      <h2 id={`owed-${name}`}>
        <Icon name={icon} />
        {t(`desk.${name}`)} <span className="quiet tnum">{number(all)}</span>
      </h2>
      {shown ? children : <p className="quiet">{t(`desk.${name}Empty`)}</p>}
      {all > shown && shown > 0 && (
        <p className="quiet">{t('desk.shown', { n: number(shown), all: number(all) })}</p>
      )}
    </section>
  )
}

function List({
  rows,
  ...section
}: Omit<Section, 'shown'> & { name: 'late' | 'next'; rows: Row[] }) {
  const { t } = useTranslation('promises')
  const { timeZone } = useLoaderData<PromisesData>()
  const { number } = useFormat()
  return (
    <Section {...section} shown={rows.length}>
      <Table
        caption={t(`desk.${section.name}`)}
        columns={[
          { key: 'idea', label: t('desk.idea') },
          { key: 'status', label: t('desk.status') },
          { key: 'due', label: t('desk.due') },
          { key: 'left', label: t('desk.left') },
          { key: 'votes', label: t('desk.votes'), numeric: true },
        ]}
        rows={rows.map((row) => ({
          key: row.id,
          cells: {
            idea: <IdeaLink {...row} />,
            status: row.status,
            due: <PromisedDay at={row.dueAt} timeZone={timeZone} short bare />,
            left: <Left {...row} over={section.name === 'late'} />,
            votes: number(row.votesCount),
          },
        }))}
      />
    </Section>
  )
}

function Left({ days, near, over }: { days: number; near: boolean; over: boolean }) {
  const { t } = useTranslation('promises')
  const { number } = useFormat()
  const values = { count: days, n: number(days) }
  return (
    <span className="left" data-near={near || undefined}>
      {over ? t('desk.overBy', values) : t('desk.leftDays', values)}
      {near && !over && <b>{t('desk.near')}</b>}
    </span>
  )
}

const IdeaLink = ({ number, title, lang }: Pick<Row, 'number' | 'title' | 'lang'>) => (
  <a href={`/staff/ideas?idea=${number}`} lang={lang}>
    {title}
  </a>
)

function Paused({ rows, all }: { rows: Data['paused']; all: number }) {
  const { t } = useTranslation('promises')
  const { timeZone } = useLoaderData<PromisesData>()
  return (
    <Section name="paused" icon="message-circle" all={all} shown={rows.length}>
      <Table
        caption={t('desk.paused')}
        columns={[
          { key: 'idea', label: t('desk.idea') },
          { key: 'status', label: t('desk.status') },
          { key: 'since', label: t('desk.since') },
          { key: 'asked', label: t('desk.asked') },
        ]}
        rows={rows.map((row) => ({
          key: row.id,
          cells: {
            idea: <IdeaLink {...row} />,
            status: row.status,
            since: <PromisedDay at={row.pausedAt!} timeZone={timeZone} short bare />,
            asked: <a href={`/staff/ideas/${row.number}/question`}>{row.question}</a>,
          },
        }))}
      />
    </Section>
  )
}
