import { useTranslation } from 'react-i18next'
import { Avatar } from '#app/ui/avatar.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { useFormat } from '#app/ui/format.ts'
import { Points, usePoints } from '#app/ui/points.tsx'

type Row = {
  key: string
  rank: number
  amount: number
  level: string
  handle: string
  displayName: string
  avatarId: string | null
}

/** The rows of a leaderboard; whoever gathered as much as another shares their place. */
export function BoardTable({ rows }: { rows: Row[] }) {
  const { t } = useTranslation('points')
  const { number } = useFormat()
  const points = usePoints()
  if (!rows.length)
    return (
      <Empty
        icon="trophy"
        title={t('board.empty')}
        text={t('board.emptyText', { noun: points.many })}
        action={<ButtonLink href="/ideas">{t('board.toBoard')}</ButtonLink>}
      />
    )
  return (
    <table className="leaderboard" role="table">
      <caption className="vh">{t('board.caption')}</caption>
      <thead className="vh">
        <tr>
          <th scope="col">{t('board.rank')}</th>
          <th scope="col">{t('board.member')}</th>
          <th scope="col">{t('board.points')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key} data-top={row.rank <= 3 ? '' : undefined}>
            <td className="rank">{number(row.rank)}</td>
            <th scope="row">
              <Avatar person={row} size={40} />
              <span>
                <a href={`/members/${row.handle}`}>{row.displayName}</a>
                <span className="quiet">{row.level}</span>
              </span>
            </th>
            <td className="n">
              <Points n={row.amount} bare />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
