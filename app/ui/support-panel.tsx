import { useTranslation } from 'react-i18next'
import type { Face } from './avatar.tsx'
import { FacePile } from './face-pile.tsx'
import { FollowButton } from './follow-button.tsx'
import { useFormat } from './format.ts'
import { type Goal, Progress } from './progress.tsx'
import { VoteButton } from './vote-button.tsx'

type Idea = { id: string; number: number; title: string; votesCount: number; votesOpen: boolean }
type Props = { idea: Idea; redirectTo: string; voters?: Face[]; goal?: Goal | null }

/** The one framed thing of an idea's page: how many want it, and the way to join them. */
export function SupportPanel({ idea, redirectTo, voters = [], goal }: Props) {
  const { t } = useTranslation('ui')
  const { number } = useFormat()
  const count = idea.votesCount
  return (
    <section className="support" aria-label={t('support.label')}>
      <p className="wanted">
        <b>{number(count)}</b> <span>{t('support.wanted', { count })}</span>
      </p>
      {goal && idea.votesOpen && <Progress votes={count} goal={goal} />}
      <VoteButton idea={idea} redirectTo={redirectTo} layout="wide" />
      <FollowButton idea={idea} redirectTo={redirectTo} />
      {voters.length > 0 && (
        <p className="voters">
          <FacePile people={voters} />
          <span className="quiet">{voices(voters, count, t, number)}</span>
        </p>
      )}
    </section>
  )
}

type Translate = ReturnType<typeof useTranslation<'ui'>>['t']

function voices(voters: Face[], count: number, t: Translate, number: (n: number) => string) {
  const names = voters.map((person) => person.displayName ?? person.handle).join(', ')
  const others = count - voters.length
  return others > 0 ? t('support.and', { names, count: others, n: number(others) }) : names
}
