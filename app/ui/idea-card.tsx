import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Avatar, type Face } from './avatar.tsx'
import { AuthorName, LevelMark } from './byline.tsx'
import { useFormat } from './format.ts'
import { Icon } from './icon.tsx'
import { StatusChip, type Status } from './status-chip.tsx'
import { Time } from './time.tsx'
import { VoteButton } from './vote-button.tsx'

export type Excerpt = string | { text: string; hit: boolean }[]

export type CardIdea = {
  id: string
  number: number
  slug: string
  title: string
  lang?: string
  excerpt: Excerpt
  status: Status
  votesOpen: boolean
  category: { key: string; label: string } | null
  tags: string[]
  author: Face | null
  publishedAt: Date | string
  votesCount: number
  commentsCount: number
  photo?: { id: string; alt: string } | null
  answered: boolean
}

type Props = {
  idea: CardIdea
  redirectTo: string
  highlight?: boolean
  level?: 2 | 3
  /** What only this list says of it, such as the way to its receipt. */
  own?: ReactNode
}

export function IdeaCard({ idea, redirectTo, highlight, level = 2, own }: Props) {
  const Title = `h${level}` as const
  const { photo } = idea
  return (
    <li
      id={`idea-${idea.number}`}
      className={['idea', photo && 'with-photo', highlight && 'highlight']
        .filter(Boolean)
        .join(' ')}
    >
      <VoteButton idea={idea} redirectTo={`${redirectTo}#idea-${idea.number}`} />
      <div className="text" lang={idea.lang}>
        <Title>
          <a href={`/ideas/${idea.number}/${idea.slug}`}>{idea.title}</a>
        </Title>
        <p>
          <Excerpt of={idea.excerpt} />
        </p>
      </div>
      {photo && (
        <img
          className="photo"
          src={`/images/${photo.id}/thumb`}
          alt={photo.alt}
          width="128"
          height="96"
          loading="lazy"
        />
      )}
      <Meta idea={idea} own={own} />
    </li>
  )
}

function Excerpt({ of }: { of: Excerpt }) {
  if (typeof of === 'string') return of
  return of.map(({ text, hit }, at) => (hit ? <mark key={at}>{text}</mark> : text))
}

function Meta({ idea, own }: Pick<Props, 'idea' | 'own'>) {
  const { t } = useTranslation('ui')
  const { number } = useFormat()
  const { category, author, commentsCount: count } = idea
  return (
    <ul className="meta">
      <li>
        <StatusChip status={idea.status} />
      </li>
      {own && <li>{own}</li>}
      {idea.answered && (
        <li className="answered">
          <Icon name="megaphone" />
          {t('idea.answered')}
        </li>
      )}
      <li>
        <Icon name="message-circle" />
        {number(count)} <span className="vh">{t('idea.comments', { count })}</span>
      </li>
      {category && (
        <li className="place">
          <a href={`/ideas?category=${encodeURIComponent(category.key)}`}>{category.label}</a>
        </li>
      )}
      {idea.tags.map((tag) => (
        <li key={tag} className="tag">
          #{tag}
        </li>
      ))}
      <li>
        <Avatar person={author} size={22} />
        <AuthorName author={author} />
        <LevelMark of={author} />
        <span aria-hidden="true">·</span>
        <Time at={idea.publishedAt} />
      </li>
    </ul>
  )
}
