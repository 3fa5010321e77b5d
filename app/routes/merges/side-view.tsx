import type { SerializeFrom } from '@remix-run/node'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { AuthorName } from '#app/ui/byline.tsx'
import { useFormat } from '#app/ui/format.ts'
import { StatusChip } from '#app/ui/status-chip.tsx'
import { Time } from '#app/ui/time.tsx'
import type { Side } from './side.ts'

type Props = { idea: SerializeFrom<Side>; part?: string; level?: 2 | 3; children?: ReactNode }

/** One of two ideas that may be the same: its title and all that helps to tell them apart. */
export function SideView({ idea, part, level = 3, children }: Props) {
  const { t } = useTranslation('merges')
  const { number } = useFormat()
  const Title = `h${level}` as const
  const { votesCount: votes, commentsCount: comments } = idea
  return (
    <article className="side">
      {part && <p className="part">{part}</p>}
      <Title lang={idea.lang}>
        <a href={idea.path}>{idea.title}</a>
      </Title>
      <ul className="meta">
        <li>
          <StatusChip status={idea.status} />
        </li>
        <li>
          <b>{t('count.votes', { count: votes, n: number(votes) })}</b>
        </li>
        <li>{t('count.comments', { count: comments, n: number(comments) })}</li>
        <li>
          <AuthorName author={idea.author} />
        </li>
        <li>
          <Time at={idea.publishedAt} as="date" />
        </li>
      </ul>
      {children}
    </article>
  )
}

/** How much two ideas are alike, as a number and as a bar. */
export function Likeness({ of: percent }: { of: number }) {
  const { t } = useTranslation('merges')
  return (
    <p className="likeness">
      <b>{percent} %</b> <span>{t('likeness')}</span>
      <meter min={0} max={100} value={percent} aria-hidden="true" />
    </p>
  )
}
