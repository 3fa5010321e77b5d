import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Avatar, type Face } from './avatar.tsx'
import { Icon } from './icon.tsx'

type Props = { author: Face | null; team?: string | null; badge?: ReactNode; children?: ReactNode }

/** Who wrote it: face and name of a person, or the brand's mark and the name of a team. */
export function Byline({ author, team, badge, children }: Props) {
  return (
    <div className="byline">
      {team ? (
        <span className="mark">
          <Icon name="loaf" />
        </span>
      ) : (
        <Avatar person={author} />
      )}
      <div>
        <p className="who">
          <AuthorName author={author} team={team} />
          {badge}
        </p>
        {children && <p className="quiet">{children}</p>}
      </div>
    </div>
  )
}

export function AuthorName({ author, team }: { author: Face | null; team?: string | null }) {
  const { t } = useTranslation('ui')
  if (team) return <b>{team}</b>
  if (!author) return <span>{t('person.former')}</span>
  if (author.stranger) return <span>{author.displayName ?? author.handle}</span>
  return <a href={`/members/${author.handle}`}>{author.displayName ?? author.handle}</a>
}
