import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { forecast } from '#app/domain/rounds/line.server.ts'
import { entriesOf, findRound, type Round } from '#app/domain/rounds/round.server.ts'
import type { Handle } from '#app/root.tsx'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { useFormat } from '#app/ui/format.ts'
import { Notice } from '#app/ui/notice.tsx'
import { ogMeta } from '#app/ui/page-title.ts'
import { Pagehead } from '#app/ui/pagehead.tsx'
import { found, numberIn } from '#app/web/answer.server.ts'
import type { Locale } from '#app/web/visit.server.ts'
import { db } from '#db/database.server.ts'
import { RoundIdeas, RoundLine } from './ideas.tsx'
import { RoundChip, RoundDates, RoundRules } from './parts.tsx'
import { chipsOf, entryTold, isPublic, lineTold, roundTold } from './told.server.ts'

export const handle: Handle = { section: 'roadmap' }

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  ogMeta(matches, { title: data?.round.title ?? '', path: `/rounds/${data?.round.number ?? ''}` })

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { locale } = context.visit
  const round = found(await findRound(db, numberIn(params)))
  const [rows, chips] = await Promise.all([entriesOf(db, round.id), chipsOf(db, locale)])
  const shown = rows.filter(isPublic)
  return {
    round: roundTold(round, locale),
    ideas: shown.map((row) => entryTold(round, row, locale, chips)),
    ...(await lineOf(round, locale)),
  }
}

async function lineOf(round: Round, locale: Locale) {
  if (round.state === 'published' || round.state === 'cancelled') return { enter: null, wait: null }
  const planned = round.state === 'planned'
  const line = await forecast(
    db,
    planned ? round : { capacity: 0, perCategory: null },
    planned ? round : undefined,
  )
  return {
    enter: planned ? lineTold(line, 'enter', locale) : null,
    wait: lineTold(line, 'wait', locale),
  }
}

export default function ShowRound() {
  const { t } = useTranslation('rounds')
  const { round } = useLoaderData<typeof loader>()
  return (
    <>
      <Breadcrumb
        steps={[
          { label: t('title'), href: '/rounds' },
          { label: t('overline', { number: round.number }) },
        ]}
      />
      <Pagehead
        title={round.title}
        lead={<RoundDates round={round} />}
        above={<RoundChip state={round.state} />}
      />
      <div className="sections">
        <Said />
        <Inside />
        <Line />
        <section className="measure" aria-labelledby="rules">
          <h2 id="rules">{t('rules.title')}</h2>
          <RoundRules round={round} />
        </section>
      </div>
    </>
  )
}

function Said() {
  const { t } = useTranslation('rounds')
  const { date } = useFormat()
  const { round } = useLoaderData<typeof loader>()
  if (round.isLate)
    return (
      <Notice tone="warning" title={t('late')}>
        <p>{t('lateText', { closes: date(round.closesAt) })}</p>
      </Notice>
    )
  if (round.state !== 'cancelled') return null
  return (
    <Notice title={t('cancelled')}>
      <p>{round.cancelNote}</p>
    </Notice>
  )
}

function Inside() {
  const { t } = useTranslation('rounds')
  const { round, ideas } = useLoaderData<typeof loader>()
  const isPlanned = round.state === 'planned'
  if (isPlanned && !ideas.length) return null
  return (
    <section className="measure" aria-labelledby="inside">
      <h2 id="inside">{t(isPlanned ? 'given' : 'inside')}</h2>
      {ideas.length ? (
        <RoundIdeas ideas={ideas} entered={!isPlanned} />
      ) : (
        <p className="quiet">{t('insideEmpty')}</p>
      )}
    </section>
  )
}

function Line() {
  const { t } = useTranslation('rounds')
  const { enter, wait } = useLoaderData<typeof loader>()
  return (
    <>
      {enter && (
        <section className="measure" aria-labelledby="enter">
          <h2 id="enter">{t('enter')}</h2>
          <p className="quiet">{t(enter.total ? 'enterText' : 'enterEmpty')}</p>
          <RoundLine line={enter} />
        </section>
      )}
      {wait && wait.total > 0 && (
        <section className="measure" aria-labelledby="wait">
          <h2 id="wait">{t(enter ? 'form.previewWait' : 'wait')}</h2>
          <p className="quiet">{t('waitText')}</p>
          <RoundLine line={wait} />
        </section>
      )}
    </>
  )
}
