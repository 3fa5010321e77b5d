import { useTranslation } from 'react-i18next'
import type { SimilarIdea } from '#app/domain/ideas/similar.server.ts'
import { useFormat } from './format.ts'
import { StatusChip } from './status-chip.tsx'

/** Where a script says, while the title is typed, which ideas are like it. */
export function EditorSimilar() {
  return (
    <div className="similar" data-similar="/ideas/similar" data-scripted="" hidden>
      <p role="status" className="quiet" data-said=""></p>
      <div data-list="" />
    </div>
  )
}

/** Ideas like the one being written, each with what it needs to be recognised; `said` sums them up. */
export function SimilarIdeas({ ideas }: { ideas: SimilarIdea[] }) {
  const { t } = useTranslation('ideas')
  return (
    <ul className="similar-ideas" data-said={said(t, ideas.length)}>
      {ideas.map((idea) => (
        <Like key={idea.number} idea={idea} />
      ))}
    </ul>
  )
}

const said = (t: ReturnType<typeof useTranslation<'ideas'>>['t'], count: number) =>
  count ? t('editor.similar.found', { count }) : t('editor.similar.none')

function Like({ idea }: { idea: SimilarIdea }) {
  const { t } = useTranslation(['ideas', 'ui'])
  const { i18n } = useTranslation()
  const { number } = useFormat()
  const { stage, title, votesCount: count, lastReason: reason } = idea
  const href = `/ideas/${idea.number}/${idea.slug}`
  const label = i18n.language === 'en' ? stage.labelEn : stage.labelIt
  const act = stage.votesOpen ? 'vote' : 'see'
  return (
    <li>
      <a className="name" href={href}>
        {title}
      </a>
      <p className="row quiet">
        <StatusChip status={{ key: stage.id, label, tone: stage.tone, icon: stage.icon }} />
        <span>{t('ui:vote.count', { count, n: number(count) })}</span>
      </p>
      {reason && <p className="reason">{t('editor.similar.why', { reason })}</p>}
      <a href={href} aria-label={t(`editor.similar.${act}Name`, { title })}>
        {t(`editor.similar.${act}`)}
      </a>
    </li>
  )
}
