import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Avatar, type Face } from './avatar.tsx'
import { AuthorName } from './byline.tsx'
import { useFormat } from './format.ts'
import { Icon } from './icon.tsx'

export type RealisedData = {
  id: string
  number: number
  slug: string
  title: string
  lang?: string
  author: Face | null
  votesCount: number
  photo: { id: string; alt: string } | null
  story: { team: string; publishedAt: Date | string } | null
}

/** An idea that exists today: what it is, who had it, and the brand's own words on how it went. */
export function RealisedStory({
  idea,
  level = 2,
  children,
}: {
  idea: RealisedData
  level?: 2 | 3
  children?: ReactNode
}) {
  const { t } = useTranslation('ideas')
  const { number, date } = useFormat()
  const Title = `h${level}` as const
  const { photo, author, story, votesCount: count } = idea
  const href = `/ideas/${idea.number}/${idea.slug}`
  return (
    <li className="realised-story">
      {photo ? (
        <img
          src={`/images/${photo.id}/large`}
          alt={photo.alt}
          width="640"
          height="480"
          loading="lazy"
        />
      ) : (
        <span className="no-photo">
          <Icon name="wheat" />
        </span>
      )}
      <Title>
        <a href={href} lang={idea.lang}>
          {idea.title}
        </a>
      </Title>
      <p className="by">
        <Avatar person={author} size={28} />
        {author ? (
          <span>
            {t('realised.from')} <AuthorName author={author} />
          </span>
        ) : (
          t('realised.former')
        )}
      </p>
      <p className="by tnum">
        <Icon name="wheat" />
        {t('realised.votes', { count, n: number(count) })}
      </p>
      {children}
      <p className="told quiet">
        {story && t('realised.said', { team: story.team, date: date(story.publishedAt) })}
        <a href={href} aria-label={t('realised.readName', { title: idea.title })}>
          {t('realised.read')}
        </a>
      </p>
    </li>
  )
}
