import { useTranslation } from 'react-i18next'
import { useFormat } from './format.ts'
import { Hole } from './hole.tsx'
import { Icon } from './icon.tsx'

type Votable = {
  id: string
  number: number
  title: string
  votesCount: number
  votesOpen: boolean
}
type Layout = 'tile' | 'wide'
type Props = { idea: Votable; redirectTo: string; layout?: Layout }

export function VoteButton({ idea, redirectTo, layout = 'tile' }: Props) {
  if (!idea.votesOpen) return <VotesClosed idea={idea} layout={layout} />
  return (
    <form
      method="post"
      action={`/ideas/${idea.number}/vote`}
      className={`vote-form ${layout}`}
      data-enhance=""
    >
      <input type="hidden" name="redirectTo" value={redirectTo} />
      <Hole
        of={`vote:${idea.id}`}
        cases={{
          off: <Press idea={idea} layout={layout} on={false} />,
          on: <Press idea={idea} layout={layout} on />,
        }}
      />
    </form>
  )
}

function Press({ idea, layout, on }: { idea: Votable; layout: Layout; on: boolean }) {
  const { t } = useTranslation('ui')
  const { number } = useFormat()
  const { title, votesCount: count } = idea
  const n = number(count)
  const votes = layout === 'wide' ? t('vote.cast') : t('vote.unit', { count })
  return (
    <button
      className="vote"
      name="intent"
      value={on ? 'withdraw' : 'cast'}
      aria-pressed={on}
      aria-label={t(on ? 'vote.nameOn' : 'vote.name', { title, count, n })}
    >
      <Icon name={on && layout === 'wide' ? 'check' : 'wheat'} />
      {layout === 'tile' && <b>{n}</b>}
      <small>{on ? t('vote.done') : votes}</small>
    </button>
  )
}

function VotesClosed({ idea, layout }: { idea: Votable; layout: Layout }) {
  const { t } = useTranslation('ui')
  const { number } = useFormat()
  const count = idea.votesCount
  return (
    <p className={`vote-form ${layout}`}>
      <span className="vote closed">
        <Icon name={layout === 'wide' ? 'lock' : 'wheat'} />
        {layout === 'tile' && <b>{number(count)}</b>}
        {layout === 'tile' && <span className="vh">{t('vote.unit', { count })}, </span>}
        <small>{t('vote.closed')}</small>
      </span>
    </p>
  )
}
