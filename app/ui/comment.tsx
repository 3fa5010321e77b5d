import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { Face } from './avatar.tsx'
import { AuthorName, LevelMark, Picture } from './byline.tsx'
import { CommentActs } from './comment-acts.tsx'
import { useFormat } from './format.ts'
import { Prose } from './prose.tsx'
import { Thanked } from './thanked.tsx'

export type CommentData = {
  id: string
  author: Face | null
  team?: string | null
  isAuthorOfIdea: boolean
  official: boolean
  html: string
  createdAt: Date | string
  editedAt: Date | string | null
  deleted: boolean
  hidden: boolean
  usefulCount: number
  /** The team that said thanks for it. */
  thankedBy?: string | null
  depth: number
  /** Whom an answer below the first level replies to. */
  answers?: { id: string; author: Face | null; team?: string | null }
}

type Props = { comment: CommentData; open?: boolean }

/**
 * One voice of a thread, its answers after it; `open` is false where comments are closed. A page
 * holds eighty of these, so there is no element here that nobody would miss.
 */
export function Comment({ comment, open = true }: Props) {
  const { t } = useTranslation('ui')
  const { id, deleted, hidden } = comment
  const isReply = comment.depth > 0
  const looks = ['comment', isReply && 'reply', comment.official && 'official']
  const shell = { className: looks.filter(Boolean).join(' '), id: `c-${id}` }
  if (deleted || hidden)
    return (
      <p {...shell}>
        <i>{t(deleted ? 'comment.deleted' : 'comment.hidden')}</i>
      </p>
    )
  return (
    <article
      {...shell}
      aria-label={t(isReply ? 'comment.replyBy' : 'comment.by', { who: nameOf(comment, t) })}
    >
      <Picture author={comment.author} team={comment.team} />
      <Head comment={comment} />
      <Prose html={comment.html} />
      <Thanked team={comment.thankedBy} />
      <CommentActs comment={comment} open={open} />
    </article>
  )
}

/** Who says it, with what they are here. */
function Who({ comment }: { comment: CommentData }) {
  const { t } = useTranslation('ui')
  const { author, team, official, isAuthorOfIdea } = comment
  const badge = official ? t('comment.official') : isAuthorOfIdea && t('comment.author')
  const name = <AuthorName author={author} team={team} />
  const levelled = team ? null : author
  if (!badge && !levelled?.level) return name
  return (
    <span>
      {name} {badge && <span className="badge">{badge}</span>} <LevelMark of={levelled} />
    </span>
  )
}

function Head({ comment }: { comment: CommentData }) {
  const { t } = useTranslation('ui')
  const { ago, dateTime } = useFormat()
  const { id, createdAt, editedAt, answers } = comment
  return (
    <p className="who">
      <Who comment={comment} />
      <a href={`#c-${id}`} title={dateTime(createdAt)}>
        {ago(createdAt)}
      </a>
      {editedAt && ` · ${t('comment.edited')}`}
      {answers && ' · '}
      {answers && (
        <a href={`#c-${answers.id}`}>{t('comment.inReplyTo', { who: nameOf(answers, t) })}</a>
      )}
    </p>
  )
}

function nameOf({ team, author }: Pick<CommentData, 'team' | 'author'>, t: TFunction<'ui'>) {
  return team ?? author?.displayName ?? author?.handle ?? t('person.former')
}
