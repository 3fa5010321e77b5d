import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Avatar, type Face } from './avatar.tsx'
import { Icon } from './icon.tsx'

type Props = { author: Face | null; others?: ReactNode; children: ReactNode }

/** Face and name of who wrote it, with whom, and what is to say about it. */
export function Byline({ author, others, children }: Props) {
  return (
    <div className="byline">
      <Avatar person={author} />
      <div>
        <p className="who">
          <AuthorName author={author} />
          <LevelMark of={author} /> {others}
        </p>
        <p className="quiet">{children}</p>
      </div>
    </div>
  )
}

type Author = { author: Face | null; team?: string | null }

/** The face of a person, or the brand's mark for a team. */
export function Picture({ author, team }: Author) {
  if (!team) return <Avatar person={author} />
  return (
    <span className="mark">
      <Icon name="loaf" />
    </span>
  )
}

/** The name of a person, leading to their page, or that of a team. */
export function AuthorName({ author, team }: Author) {
  const { t } = useTranslation('ui')
  if (team) return <b>{team}</b>
  if (!author) return <span>{t('person.former')}</span>
  if (author.stranger) return <span>{author.displayName ?? author.handle}</span>
  return <a href={`/members/${author.handle}`}>{author.displayName ?? author.handle}</a>
}

/** The level that somebody reached, beside their name; its picture is drawn by the style sheet. */
export function LevelMark({ of }: { of: Face | null }) {
  const { t } = useTranslation('points')
  if (!of?.level) return null
  return (
    <span className="of-level" title={t('level.reached', { level: of.level })}>
      {of.level}
    </span>
  )
}
