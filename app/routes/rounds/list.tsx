import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { entryCounts, outcomesOf, roundList } from '#app/domain/rounds/round.server.ts'
import type { Handle } from '#app/root.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { useFormat } from '#app/ui/format.ts'
import { ogMeta } from '#app/ui/page-title.ts'
import { Pagehead } from '#app/ui/pagehead.tsx'
import { StatusChip } from '#app/ui/status-chip.tsx'
import { db } from '#db/database.server.ts'
import { RoundChip, RoundDates, RoundRules, type Told } from './parts.tsx'
import { chipsOf, roundTold } from './told.server.ts'

export const handle: Handle = { section: 'roadmap' }

export const meta: MetaFunction = ({ matches }) =>
  ogMeta(matches, { title: { key: 'rounds:title' }, path: '/rounds' })

export async function loader({ context }: LoaderFunctionArgs) {
  const { locale } = context.visit
  const all = await roundList(db)
  const published = all.filter(({ state }) => state === 'published').map(({ id }) => id)
  const [chips, counts, outcomes] = await Promise.all([
    chipsOf(db, locale),
    entryCounts(
      db,
      all.map(({ id }) => id),
    ),
    outcomesOf(db, published),
  ])
  return {
    rounds: all.map((round) => ({
      ...roundTold(round, locale),
      taken: round.filledAt ? (counts.get(round.id)?.taken ?? 0) : null,
      outcomes: outcomes
        .filter(({ roundId }) => roundId === round.id)
        .flatMap(({ status, n }) => {
          const chip = chips.get(status ?? '')
          return chip ? [{ chip, n }] : []
        }),
    })),
  }
}

const sections = [
  { name: 'now', states: ['open', 'publishing'] },
  { name: 'next', states: ['planned'] },
  { name: 'past', states: ['published', 'cancelled'] },
] as const

export default function Rounds() {
  const { t } = useTranslation('rounds')
  const { rounds } = useLoaderData<typeof loader>()
  const shown = sections
    .map(({ name, states }) => ({
      name,
      rounds: rounds.filter(({ state }) => (states as readonly string[]).includes(state)),
    }))
    .filter(({ rounds }) => rounds.length)
  return (
    <>
      <Pagehead title={t('title')} lead={t('lead')} />
      {!shown.length && (
        <Empty
          icon="scale"
          title={t('empty')}
          text={t('emptyText')}
          action={<ButtonLink href="/ideas">{t('toBoard')}</ButtonLink>}
        />
      )}
      <div className="sections">
        {shown.map(({ name, rounds }) => (
          <section key={name} className="rounds" aria-labelledby={`rounds-${name}`}>
            <h2 id={`rounds-${name}`}>{t(`sections.${name}`)}</h2>
            {(name === 'next' ? [...rounds].reverse() : rounds).map((round) => (
              <RoundCard key={round.number} round={round} />
            ))}
          </section>
        ))}
      </div>
    </>
  )
}

type Listed = Told & {
  taken: number | null
  outcomes: { chip: Parameters<typeof StatusChip>[0]['status']; n: number }[]
}

function RoundCard({ round }: { round: Listed }) {
  const { t } = useTranslation('rounds')
  const { number, date } = useFormat()
  const { taken, outcomes } = round
  return (
    <article className="round" data-state={round.state}>
      <h3>
        <a href={`/rounds/${round.number}`}>{round.title}</a>
      </h3>
      <p className="meta">
        <RoundChip state={round.state} />
        <span>
          <RoundDates round={round} />
        </span>
        {taken !== null && <span>{t('count', { count: taken, n: number(taken) })}</span>}
      </p>
      {round.isLate && (
        <p className="late" data-tone="error">
          <strong>{t('late')}.</strong> {t('lateText', { closes: date(round.closesAt) })}
        </p>
      )}
      {round.state === 'cancelled' && <p>{round.cancelNote}</p>}
      {round.state === 'planned' && <RoundRules round={round} />}
      {outcomes.length > 0 && (
        <ul className="round-tally">
          {outcomes.map(({ chip, n }) => (
            <li key={chip.key}>
              <StatusChip
                status={{ ...chip, label: t('tally', { status: chip.label, n: number(n) }) }}
              />
            </li>
          ))}
        </ul>
      )}
    </article>
  )
}
