import { useTranslation } from 'react-i18next'
import { ButtonLink } from '#app/ui/button.tsx'
import { useFormat } from '#app/ui/format.ts'
import { Points, usePoints } from '#app/ui/points.tsx'
import type { PointsPage } from './page.server.ts'

type Props = { account: PointsPage['account']; rest: ShownRest | null }
type ShownRest = {
  held: { points: number }
  nextAt?: string | Date
  endings: { expiresOn: string; amount: number }[]
}

const yearMs = 365 * 86_400_000

/** What a member has: to use, on the way, held, and what ends when. */
export function Balance({ account: { available, pending, owed, earned }, rest }: Props) {
  const { t } = useTranslation('points')
  const points = usePoints()
  return (
    <section className="balance" aria-labelledby="balance">
      <h2 id="balance">{t('statement.balance')}</h2>
      <p className="sum">
        <Points n={available} />
      </p>
      {pending > 0 && <OnTheWay pending={pending} rest={rest} />}
      {owed > 0 && (
        <p>
          {t('statement.owed')}: <strong>{points.text(owed)}</strong>. {t('statement.owedText')}
        </p>
      )}
      {rest && <Endings endings={rest.endings} />}
      {earned > 0 && (
        <p className="quiet">
          {t('statement.earned')}: {points.text(earned)}
        </p>
      )}
      <ButtonLink href="/rewards" icon="gift">
        {t('statement.toRewards')}
      </ButtonLink>
      <p className="row">
        <a href="/me/points/friends">{t('friends.title')}</a>
        <a href="#earn">{t('earn.title')}</a>
      </p>
    </section>
  )
}

function OnTheWay({ pending, rest }: { pending: number; rest: ShownRest | null }) {
  const { t } = useTranslation('points')
  const points = usePoints()
  const { date } = useFormat()
  return (
    <>
      <p>
        {t('statement.pending')}: <strong>{points.text(pending)}</strong>.{' '}
        {rest?.nextAt && t('statement.nextConfirm', { date: date(rest.nextAt) })}
      </p>
      {!!rest?.held.points && (
        <p>{t('statement.held', { points: points.text(rest.held.points) })}</p>
      )}
    </>
  )
}

function Endings({ endings }: Pick<ShownRest, 'endings'>) {
  const { t } = useTranslation('points')
  const points = usePoints()
  const { date } = useFormat()
  const soon = endings.filter(
    ({ expiresOn }) => Date.parse(`${expiresOn}T00:00:00Z`) - Date.now() < yearMs,
  )
  if (!soon.length) return null
  return (
    <div>
      <h3>{t('statement.ends')}</h3>
      <ul className="endings">
        {soon.map(({ expiresOn, amount }) => (
          <li key={expiresOn}>
            {t('statement.endsOn', {
              points: points.text(amount),
              date: date(`${expiresOn}T12:00:00Z`),
            })}
          </li>
        ))}
      </ul>
    </div>
  )
}
