import { useTranslation } from 'react-i18next'
import { Hole } from './hole.tsx'
import { Icon } from './icon.tsx'

type Followed = { id: string; number: number; title: string }
type Props = { idea: Followed; redirectTo: string }

export function FollowButton({ idea, redirectTo }: Props) {
  return (
    <form
      method="post"
      action={`/ideas/${idea.number}/follow`}
      className="follow-form"
      data-enhance=""
    >
      <input type="hidden" name="redirectTo" value={redirectTo} />
      <Hole
        of={`follow:${idea.id}`}
        cases={{ off: <Press idea={idea} on={false} />, on: <Press idea={idea} on /> }}
      />
    </form>
  )
}

function Press({ idea, on }: { idea: Followed; on: boolean }) {
  const { t } = useTranslation('ui')
  return (
    <button
      className="btn plain follow"
      name="intent"
      value={on ? 'mute' : 'follow'}
      aria-pressed={on}
      aria-label={t(on ? 'follow.nameOn' : 'follow.name', { title: idea.title })}
    >
      <Icon name={on ? 'bell-ring' : 'bell'} />
      {t(on ? 'follow.on' : 'follow.off')}
    </button>
  )
}
