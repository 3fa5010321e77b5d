import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Face } from './avatar.tsx'
import { Byline } from './byline.tsx'
import { CommentActs } from './comment-acts.tsx'
import { Prose } from './prose.tsx'
import { Time } from './time.tsx'

export type CommentData = {
  id: string
  number: number
  author: Face | null
  team?: string | null
  isAuthorOfIdea: boolean
  official: boolean
  html: string
  lang?: string
  createdAt: Date | string
  editedAt: Date | string | null
  deleted: boolean
  hidden: boolean
  usefulCount: number
  depth: number
  /** Whom an answer below the first level replies to. */
  answers?: { id: string; author: Face | null; team?: string | null }
}

type Props = {
  comment: CommentData
  redirectTo: string
  open?: boolean
  replies?: ReactNode
}

/** One voice of a thread with its answers; `open` is false where comments are closed. */
export function Comment({ comment, redirectTo, open = true, replies }: Props) {
  const { t } = useTranslation('ui')
  const gone = comment.deleted ? 'comment.deleted' : comment.hidden ? 'comment.hidden' : null
  return (
    <li className={comment.official ? 'comment official' : 'comment'} id={`c-${comment.id}`}>
      {gone ? <p className="gone">{t(gone)}</p> : <Said {...{ comment, redirectTo, open }} />}
      {replies && <ol className="replies">{replies}</ol>}
    </li>
  )
}

function Said({ comment, redirectTo, open }: Omit<Required<Props>, 'replies'>) {
  const { t } = useTranslation('ui')
  const badge = comment.official
    ? t('comment.official')
    : comment.isAuthorOfIdea && t('comment.author')
  return (
    <article aria-label={t('comment.by', { who: nameOf(comment) ?? t('person.former') })}>
      <Byline
        author={comment.author}
        team={comment.team}
        badge={badge && <span className="badge">{badge}</span>}
      >
        <a href={`#c-${comment.id}`}>
          <Time at={comment.createdAt} />
        </a>
        {comment.editedAt && ` · ${t('comment.edited')}`}
        <InReplyTo answers={comment.answers} />
      </Byline>
      <Prose html={comment.html} lang={comment.lang} />
      <CommentActs comment={comment} redirectTo={redirectTo} open={open} />
    </article>
  )
}

function InReplyTo({ answers }: Pick<CommentData, 'answers'>) {
  const { t } = useTranslation('ui')
  if (!answers) return null
  const who = answers.team ?? nameOf({ author: answers.author }) ?? t('person.former')
  return (
    <>
      {' · '}
      <a href={`#c-${answers.id}`}>{t('comment.inReplyTo', { who })}</a>
    </>
  )
}

function nameOf({ team, author }: Pick<CommentData, 'team' | 'author'>) {
  return team ?? author?.displayName ?? author?.handle
}
