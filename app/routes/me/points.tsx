import type {
  ActionFunctionArgs,
  LinksFunction,
  LoaderFunctionArgs,
  MetaFunction,
} from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { showOnBoard } from '#app/domain/points/board.server.ts'
import { endCelebration } from '#app/domain/points/celebrate.server.ts'
import { MyPointsForm } from '#app/domain/points/member.form.ts'
import { siteSettings } from '#app/domain/site/site.server.ts'
import { BadgeList } from '#app/ui/badge-list.tsx'
import badgeStyles from '#app/ui/badge-list.css?url'
import styles from '#app/ui/my-points.css?url'
import { Pagehead } from '#app/ui/pagehead.tsx'
import { pageTitle } from '#app/ui/page-title.ts'
import { usePoints } from '#app/ui/points.tsx'
import { back } from '#app/web/answer.server.ts'
import { invalid, read } from '#app/web/form.server.ts'
import { requireMember } from '#app/web/guard.server.ts'
import { db, transaction } from '#db/database.server.ts'
import { Balance } from '../points/balance.tsx'
import { BoardChoice } from '../points/board-choice.tsx'
import { Celebration } from '../points/celebration.tsx'
import { HowToEarn } from '../points/earning.tsx'
import { LevelCard } from '../points/level.tsx'
import { Movements } from '../points/movements.tsx'
import { pointsPage } from '../points/page.server.ts'
import { Waiting } from '../points/waiting.tsx'

export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: styles },
  { rel: 'stylesheet', href: badgeStyles },
]
export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(matches, data?.title)

export async function loader(knock: LoaderFunctionArgs) {
  const member = await requireMember(knock)
  const { locale } = knock.context.visit
  const { pointNoun } = await siteSettings(db)
  const page = await pointsPage(member, new URL(knock.request.url).searchParams, locale)
  const title = { key: 'points:statement.title', values: { noun: pointNoun.many[locale] } }
  return { ...page, title }
}

export async function action(knock: ActionFunctionArgs) {
  const member = await requireMember(knock)
  const form = await read(knock.request, MyPointsForm)
  if (form.reply) return invalid(form.reply)
  const { values } = form
  if (values.intent === 'thanks') {
    await transaction((tx) => endCelebration(tx, member.id, new Date(values.until)))
    return back('/me/points')
  }
  const isShown = values.intent === 'show'
  await transaction((tx) => showOnBoard(tx, member.id, isShown))
  return back(values.redirectTo ?? '/me/points#board', isShown ? 'on-board' : 'off-board')
}

/** What a member has, how it came and went, and what comes next. */
export default function MyPoints() {
  const { t } = useTranslation('points')
  const points = usePoints()
  const { rest, account, level, hasLeaderboard, ...list } = useLoaderData<typeof loader>()
  return (
    <div className="my-points">
      <Pagehead title={t('statement.title', { noun: points.many })} />
      {rest?.celebration && <Celebration celebration={rest.celebration} />}
      <div className="beside">
        <Balance account={account} rest={rest} />
        <LevelCard level={level} />
      </div>
      {rest && <Waiting waiting={rest.waiting} locale={list.locale} />}
      <Movements {...list} />
      {rest && (
        <>
          <section aria-labelledby="badges">
            <h2 id="badges">{t('badges.title')}</h2>
            {rest.badges.length ? <BadgeList badges={rest.badges} /> : <p>{t('badges.empty')}</p>}
          </section>
          <HowToEarn ways={rest.ways} />
          {hasLeaderboard && <BoardChoice isOff={account.isOffBoard} />}
        </>
      )}
    </div>
  )
}
