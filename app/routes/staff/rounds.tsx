import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { entryCounts, roundList } from '#app/domain/rounds/round.server.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { useFormat } from '#app/ui/format.ts'
import { pageTitle } from '#app/ui/page-title.ts'
import { Pagehead } from '#app/ui/pagehead.tsx'
import staffStyles from '#app/ui/staff.css?url'
import { Table } from '#app/ui/table.tsx'
import { requirePermission } from '#app/web/guard.server.ts'
import { db } from '#db/database.server.ts'
import { RoundChip, RoundDates } from '../rounds/parts.tsx'
import { roundTold } from '../rounds/told.server.ts'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: staffStyles }]
export const meta: MetaFunction = ({ matches }) => pageTitle(matches, { key: 'rounds:staff.title' })

export async function loader(knock: LoaderFunctionArgs) {
  await requirePermission(knock, 'rounds.run')
  const all = await roundList(db)
  const counts = await entryCounts(
    db,
    all.map(({ id }) => id),
  )
  return {
    rounds: all.map((round) => ({
      ...roundTold(round, knock.context.visit.locale),
      ...(counts.get(round.id) ?? { taken: 0, decided: 0 }),
    })),
  }
}

export default function Rounds() {
  const { t } = useTranslation('rounds')
  const { number } = useFormat()
  const { rounds } = useLoaderData<typeof loader>()
  const plan = (
    <ButtonLink href="/staff/rounds/new" icon="plus">
      {t('staff.plan')}
    </ButtonLink>
  )
  if (!rounds.length)
    return (
      <>
        <Pagehead title={t('staff.title')} lead={t('staff.lead')} />
        <Empty icon="scale" title={t('staff.empty')} text={t('staff.emptyText')} action={plan} />
      </>
    )
  return (
    <>
      <Pagehead title={t('staff.title')} lead={t('staff.lead')} action={plan} />
      <Table
        caption={t('staff.title')}
        columns={[
          { key: 'round', label: t('staff.round') },
          { key: 'state', label: t('staff.state') },
          { key: 'dates', label: t('staff.dates') },
          { key: 'ideas', label: t('staff.ideas'), numeric: true },
          { key: 'decided', label: t('staff.decided'), numeric: true },
        ]}
        rows={rounds.map((round) => ({
          key: String(round.number),
          cells: {
            round: <a href={`/staff/rounds/${round.number}`}>{round.title}</a>,
            state: <RoundChip state={round.state} />,
            dates: (
              <>
                <RoundDates round={round} />
                {round.isLate && <strong className="round-late"> {t('late')}</strong>}
              </>
            ),
            ideas: number(round.taken),
            decided:
              round.state === 'open'
                ? t('staff.decidedOf', {
                    decided: number(round.decided),
                    taken: number(round.taken),
                  })
                : '–',
          },
        }))}
      />
    </>
  )
}
