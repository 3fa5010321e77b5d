import { useTranslation } from 'react-i18next'
import { useFormat } from '#app/ui/format.ts'
import { Icon } from '#app/ui/icon.tsx'
import { type Status, StatusChip } from '#app/ui/status-chip.tsx'

type Titled = { number: number; slug: string; title: string; lang?: string; votes: number }
type Entered = Titled & {
  pickReason: string | null
  chip: Status | null
  outcome: 'carried' | 'sent-back' | 'apart' | null
}

const Linked = ({ idea }: { idea: Titled }) => (
  <h3>
    <a href={`/ideas/${idea.number}/${idea.slug}`} lang={idea.lang}>
      {idea.title}
    </a>
  </h3>
)

/** The ideas of a round, each with how it came in and, once published, what became of it. */
export function RoundIdeas({ ideas, entered }: { ideas: Entered[]; entered: boolean }) {
  const { t } = useTranslation('rounds')
  const { number } = useFormat()
  return (
    <ul className="round-ideas">
      {ideas.map((idea) => (
        <li key={idea.number}>
          <Linked idea={idea} />
          <p className="meta">
            {idea.chip && <StatusChip status={idea.chip} />}
            {idea.outcome && <span className="quiet">{t(`outcome.${idea.outcome}`)}</span>}
            <span className="quiet tnum">
              <Icon name="wheat" />{' '}
              {t(entered ? 'votesAtEntry' : 'votes', {
                count: idea.votes,
                n: number(idea.votes),
              })}
            </span>
          </p>
          {idea.pickReason !== null && (
            <p className="picked">
              <Icon name="pin" /> <strong>{t('picked')}:</strong> {idea.pickReason}
            </p>
          )}
        </li>
      ))}
    </ul>
  )
}

type Line = { total: number; ideas: (Titled & { place: number })[] }

/** A part of the line, each with its place by votes. */
export function RoundLine({ line }: { line: Line }) {
  const { t } = useTranslation('rounds')
  const { number } = useFormat()
  const rest = line.total - line.ideas.length
  return (
    <>
      <ul className="round-ideas line">
        {line.ideas.map((idea) => (
          <li key={idea.number}>
            <span className="place tnum">
              <span aria-hidden="true">{number(idea.place)}</span>
              <span className="vh">{t('place', { n: number(idea.place) })}</span>
            </span>
            <Linked idea={idea} />
            <p className="meta">
              <span className="quiet tnum">
                <Icon name="wheat" /> {t('votes', { count: idea.votes, n: number(idea.votes) })}
              </span>
            </p>
          </li>
        ))}
      </ul>
      {rest > 0 && <p className="quiet">{t('more', { count: rest, n: number(rest) })}</p>}
    </>
  )
}
