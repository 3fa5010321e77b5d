import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#app/ui/format.ts'
import { Icon } from '#app/ui/icon.tsx'
import type { ideaPage } from './show-loader.server.ts'

/** Which review round an idea is in, until when, or which place it has in line. */
export function RoundOfIdea() {
  const { round: shown } = useLoaderData<typeof ideaPage>()
  const { t } = useTranslation('rounds')
  const says = useSentence()
  if (!shown) return null
  const { round, pickReason } = shown
  return (
    <section className="round-of-idea" aria-labelledby="round-of-idea">
      <h2 className="vh" id="round-of-idea">
        {t('idea.title')}
      </h2>
      <p>
        <Icon name="scale" /> {says}{' '}
        <a href={round ? `/rounds/${round.number}` : '/rounds'}>
          {t(round ? 'idea.see' : 'idea.how')}
        </a>
      </p>
      {pickReason && <p className="quiet">{t('idea.pick', { reason: pickReason })}</p>}
    </section>
  )
}

function useSentence() {
  const { round: shown } = useLoaderData<typeof ideaPage>()
  const { t } = useTranslation('rounds')
  const { date, number } = useFormat()
  if (!shown) return null
  const { round, place } = shown
  const n = number(place ?? 0)
  if (!round) return t('idea.lineNone', { n })
  const said = {
    round: round.title,
    opens: date(round.opensAt),
    closes: date(round.closesAt),
    n,
  }
  if (place !== null) return t('idea.line', said)
  if (round.state === 'planned') return t('idea.planned', said)
  return t(round.isLate ? 'idea.late' : 'idea.open', said)
}
