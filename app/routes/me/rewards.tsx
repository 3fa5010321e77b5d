import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { readPlace, writtenPlace } from '#app/domain/ideas/idea-feed.form.ts'
import { accountOf } from '#app/domain/points/account.server.ts'
import { withinReach } from '#app/domain/rewards/catalogue.server.ts'
import { redemptionsOf } from '#app/domain/rewards/redemption-own.server.ts'
import { siteSettings } from '#app/domain/site/site.server.ts'
import { useFormat } from '#app/ui/format.ts'
import { Icon } from '#app/ui/icon.tsx'
import { MyList } from '#app/ui/my-list.tsx'
import { pageTitle } from '#app/ui/page-title.ts'
import { usePoints } from '#app/ui/points.tsx'
import { kindIcons, RewardCard } from '#app/ui/reward-card.tsx'
import rewardStyles from '#app/ui/reward.css?url'
import { requireMember } from '#app/web/guard.server.ts'
import { db } from '#db/database.server.ts'
import { rewardCard } from '../rewards/card.ts'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: rewardStyles }]
export const meta: MetaFunction = ({ matches }) => pageTitle(matches, { key: 'rewards:mine.title' })

export async function loader(knock: LoaderFunctionArgs) {
  const member = await requireMember(knock)
  const { locale } = knock.context.visit
  const { pointLevels } = await siteSettings(db)
  const after = readPlace(new URL(knock.request.url).searchParams.get('after'))
  const { page, next } = await redemptionsOf(db, member.id, after)
  const reach = after ? [] : await withinReach(db, member.id)
  return {
    available: (await accountOf(db, member.id)).available,
    mine: page.map(({ titleIt, titleEn, ...one }) => ({
      ...one,
      title: locale === 'it' ? titleIt : titleEn,
    })),
    reach: reach.map((reward) => rewardCard(reward, locale, pointLevels)),
    nextHref: next && `/me/rewards?after=${writtenPlace(next)}`,
    firstHref: after && '/me/rewards',
  }
}

export default function MyRewards() {
  const { t } = useTranslation('rewards')
  const points = usePoints()
  const { available, mine, reach, ...pages } = useLoaderData<typeof loader>()
  return (
    <>
      <MyList
        {...pages}
        title={t('mine.title')}
        lead={t('mine.lead', { points: points.text(available) })}
        isEmpty={!mine.length}
        empty={{
          icon: 'gift',
          title: t('mine.empty'),
          text: t('mine.emptyText'),
          href: '/rewards',
          label: t('mine.toAll'),
        }}
      >
        <ul className="redemptions">
          {mine.map((one) => (
            <Redemption key={one.id} redemption={one} />
          ))}
        </ul>
      </MyList>
      {!pages.firstHref && <Reach cards={reach} />}
    </>
  )
}

type Mine = ReturnType<typeof useLoaderData<typeof loader>>['mine'][number]

function Redemption({ redemption }: { redemption: Mine }) {
  const { t } = useTranslation('rewards')
  const { date } = useFormat()
  const points = usePoints()
  const { id, kind, title, state, price, createdAt } = redemption
  return (
    <li>
      <Icon name={kindIcons[kind]} size={28} />
      <div>
        <a href={`/me/rewards/${id}`}>{title}</a>
        <p className="quiet">
          {t('mine.on', { date: date(createdAt) })} {t('mine.for', { points: points.text(price) })}
        </p>
      </div>
      <span className="where" data-state={state}>
        {state === 'delivered' ? t(`state.ready.${kind}`) : t(`state.${state}`)}
      </span>
    </li>
  )
}

function Reach({ cards }: { cards: ReturnType<typeof useLoaderData<typeof loader>>['reach'] }) {
  const { t } = useTranslation('rewards')
  return (
    <section className="apart" aria-labelledby="reach">
      <h2 id="reach">{t('mine.reach')}</h2>
      {cards.length ? (
        <ul className="rewards">
          {cards.map((reward) => (
            <RewardCard key={reward.id} reward={reward} as="h3" />
          ))}
        </ul>
      ) : (
        <p>
          {t('mine.reachNone')} <a href="/rewards">{t('mine.toAll')}</a>
        </p>
      )}
    </section>
  )
}
