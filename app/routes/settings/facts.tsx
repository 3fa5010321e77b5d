import { useTranslation } from 'react-i18next'
import type { Status } from '#app/domain/ideas/idea.server.ts'

type Facts = Pick<
  Status,
  'place' | 'votesOpen' | 'commentsOpen' | 'editsOpen' | 'onRoadmap' | 'isStep' | 'promiseDays'
>

/** What a status is like, in one line of words. */
export function StatusFacts({ status }: { status: Facts }) {
  const { t } = useTranslation('workflow')
  const { place, promiseDays } = status
  const facts = [
    t(`place.${place}.short`),
    ...(['votesOpen', 'commentsOpen', 'editsOpen', 'isStep', 'onRoadmap'] as const)
      .filter((name) => status[name])
      .map((name) => t(`fact.${name}`)),
    promiseDays ? t('fact.promise', { count: promiseDays }) : '',
  ]
  return <span className="quiet">{facts.filter(Boolean).join(' · ')}</span>
}
