import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { catalogue, kindsOnOffer } from '#app/domain/rewards/catalogue.server.ts'
import { kinds } from '#app/domain/rewards/redemption.rules.ts'
import { siteSettings } from '#app/domain/site/site.server.ts'
import type { Handle } from '#app/root.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { Hole } from '#app/ui/hole.tsx'
import { ogMeta } from '#app/ui/page-title.ts'
import { Pagehead } from '#app/ui/pagehead.tsx'
import { RewardCard, type RewardCardOf } from '#app/ui/reward-card.tsx'
import { RewardLine } from '#app/ui/reward-line.tsx'
import { SortTabs } from '#app/ui/sort-tabs.tsx'
import { db } from '#db/database.server.ts'
import { rewardCard } from './card.ts'

export const handle: Handle = { section: 'rewards' }
export const meta: MetaFunction = ({ matches }) =>
  ogMeta(matches, { title: { key: 'rewards:list.title' }, path: '/rewards' })

export async function loader({ request, context }: LoaderFunctionArgs) {
  const said = new URL(request.url).searchParams.get('kind')
  const kind = kinds.find((one) => one === said)
  const { pointLevels, hasLeaderboard } = await siteSettings(db)
  const [offers, offered] = await Promise.all([catalogue(db, kind), kindsOnOffer(db)])
  return {
    ...{ kind, hasLeaderboard },
    kinds: kinds.filter((one) => offered.includes(one)),
    cards: offers.map((reward) => rewardCard(reward, context.visit.locale, pointLevels)),
  }
}

export default function Rewards() {
  const { t } = useTranslation('rewards')
  const { kind, kinds, cards, hasLeaderboard } = useLoaderData<typeof loader>()
  const now = cards.filter(({ availability }) => availability === 'open')
  const later = cards.filter(({ availability }) => availability !== 'open')
  return (
    <>
      <Pagehead title={t('list.title')} lead={t('list.lead')}>
        <p className="my-balance">
          <Hole of="balance:own" cases={{ guest: <Guest />, member: <Balance /> }} />
          {hasLeaderboard && (
            <>
              {' '}
              <a href="/leaderboard">{t('list.board')}</a>
            </>
          )}
        </p>
      </Pagehead>
      {kinds.length > 1 && (
        <SortTabs
          label={t('list.kinds')}
          tabs={[
            { href: '/rewards', label: t('list.all'), current: !kind },
            ...kinds.map((one) => ({
              href: `/rewards?kind=${one}`,
              label: t(`list.kind.${one}`),
              current: kind === one,
            })),
          ]}
        />
      )}
      {now.length > 0 && (
        <ul className="rewards">
          {now.map((reward, i) => (
            <RewardCard key={reward.id} reward={reward} isFirst={i < 3} />
          ))}
        </ul>
      )}
      {later.length > 0 && <Later rewards={later} />}
      {!cards.length && <None of={kind} />}
    </>
  )
}

/** What nobody can take today, in a few words each. */
function Later({ rewards }: { rewards: RewardCardOf[] }) {
  const { t } = useTranslation('rewards')
  return (
    <section className="later" aria-labelledby="later">
      <h2 id="later">{t('list.later')}</h2>
      <ul>
        {rewards.map((reward) => (
          <RewardLine key={reward.id} reward={reward} />
        ))}
      </ul>
    </section>
  )
}

function None({ of }: { of?: string }) {
  const { t } = useTranslation('rewards')
  return (
    <Empty
      icon="gift"
      title={t(of ? 'list.emptyKind' : 'list.empty')}
      text={t(of ? 'list.emptyKindText' : 'list.emptyText')}
      action={
        <ButtonLink href={of ? '/rewards' : '/ideas'}>
          {t(of ? 'list.toAll' : 'list.toIdeas')}
        </ButtonLink>
      }
    />
  )
}

function Guest() {
  const { t } = useTranslation('rewards')
  return (
    <span>
      {t('list.guest')} <a href="/login?redirectTo=%2Frewards">{t('list.guestLink')}</a>.
    </span>
  )
}

function Balance() {
  const { t } = useTranslation('rewards')
  return (
    <>
      <strong>{t('list.balance')}</strong> <a href="/me/rewards#reach">{t('list.reach')}</a>
    </>
  )
}
