import { useTranslation } from 'react-i18next'
import type { CommentData } from './comment.tsx'
import { useFormat } from './format.ts'
import { Hole } from './hole.tsx'
import { Icon } from './icon.tsx'

type Props = { comment: CommentData; redirectTo: string; open: boolean }

/** What may be done with a comment: mark it useful, answer, report, and edit one's own. */
export function CommentActs({ comment, redirectTo, open }: Props) {
  const { t } = useTranslation('ui')
  const { id } = comment
  return (
    <div className="acts">
      <form method="post" action={`/comments/${id}/useful`} data-enhance="">
        <input type="hidden" name="redirectTo" value={`${redirectTo}#c-${id}`} />
        <Hole
          of={`useful:${id}`}
          cases={{
            off: <Useful comment={comment} on={false} />,
            on: <Useful comment={comment} on />,
            own: <UsefulToOthers comment={comment} />,
          }}
        />
      </form>
      {open && <Reply comment={comment} />}
      <a className="act" data-i="flag" href={`/comments/${id}/flags`}>
        {t('comment.report')}
      </a>
      <Hole
        of={`editable:${id}`}
        cases={{ off: null, own: <Delete id={id} />, on: <Edit id={id} /> }}
      />
      <Hole of="can:comments.hide" cases={{ off: null, on: <Hide id={id} /> }} />
    </div>
  )
}

function Useful({ comment, on }: { comment: CommentData; on: boolean }) {
  const { t } = useTranslation('ui')
  const { number } = useFormat()
  const count = comment.usefulCount
  return (
    <button
      className="act"
      data-i="thumbs-up"
      name="intent"
      value={on ? 'unmark' : 'mark'}
      aria-pressed={on}
    >
      {t('comment.useful')} {count > 0 && <span className="tnum">{number(count)}</span>}
    </button>
  )
}

function UsefulToOthers({ comment }: { comment: CommentData }) {
  const { t } = useTranslation('ui')
  const { number } = useFormat()
  const count = comment.usefulCount
  if (!count) return null
  return (
    <span className="act said" data-i="thumbs-up">
      {t('comment.useful')} <span className="tnum">{number(count)}</span>
    </span>
  )
}

function Reply({ comment }: { comment: CommentData }) {
  const { t } = useTranslation('ui')
  return (
    <details className="reply">
      <summary className="act" data-i="reply">
        {t('comment.reply')}
      </summary>
      <form method="post" action={`/ideas/${comment.number}/comments`} data-enhance="">
        <textarea
          name="body"
          aria-label={t('comment.yourReply')}
          rows={4}
          required
          minLength={2}
          maxLength={4000}
        />
        <button className="btn" name="parentId" value={comment.id}>
          {t('comment.send')}
        </button>
      </form>
    </details>
  )
}

function Edit({ id }: { id: string }) {
  const { t } = useTranslation('ui')
  return (
    <>
      <a className="act" href={`/comments/${id}/edit`}>
        <Icon name="pencil" />
        {t('comment.edit')}
      </a>
      <Delete id={id} />
    </>
  )
}

function Delete({ id }: { id: string }) {
  const { t } = useTranslation('ui')
  return (
    <a className="act" href={`/comments/${id}/edit#delete`}>
      <Icon name="trash-2" />
      {t('comment.delete')}
    </a>
  )
}

function Hide({ id }: { id: string }) {
  const { t } = useTranslation('ui')
  return (
    <a className="act" href={`/comments/${id}/hiding`}>
      <Icon name="eye-off" />
      {t('comment.hide')}
    </a>
  )
}
