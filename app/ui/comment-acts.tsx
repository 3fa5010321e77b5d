import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ToCase } from './case-link.tsx'
import type { CommentData } from './comment.tsx'
import { useFormat } from './format.ts'
import { Hole } from './hole.tsx'
import { Icon } from './icon.tsx'
import { ThankLink } from './thanked.tsx'

const marking = 'mark-useful'

type FormsProps = { number: number; redirectTo: string; open: boolean }

/** What a thread has once for all its comments: the form of the "useful" buttons, the field for answers. */
export function CommentForms({ number, redirectTo, open }: FormsProps) {
  return (
    <>
      <form id={marking} method="post" data-enhance="" hidden>
        <input type="hidden" name="redirectTo" value={redirectTo} />
      </form>
      {open && (
        <template id="reply-here">
          <ReplyForm number={number} />
        </template>
      )}
    </>
  )
}

type ReplyProps = { number: number; to?: string; children?: ReactNode }

/** The field for an answer: on its own page, where it knows to whom, or wherever it is opened. */
export function ReplyForm({ number, to, children }: ReplyProps) {
  const { t } = useTranslation('ui')
  return (
    <form
      className="reply-form"
      method="post"
      action={`/ideas/${number}/comments`}
      data-enhance={to ? undefined : ''}
    >
      <textarea
        name="body"
        aria-label={t('comment.yourReply')}
        rows={to ? 6 : 4}
        required
        minLength={2}
        maxLength={4000}
      />
      <div className="row">
        <button className="btn primary" name="parentId" value={to}>
          {t('comment.send')}
        </button>
        {children}
      </div>
    </form>
  )
}

/** What may be done with a comment: mark it useful, answer, report, and edit one's own. */
export function CommentActs({ comment, open }: { comment: CommentData; open: boolean }) {
  const { t } = useTranslation('ui')
  const { id } = comment
  return (
    <>
      <Hole
        of={`useful:${id}`}
        cases={{
          off: <Useful comment={comment} on={false} />,
          on: <Useful comment={comment} on />,
          own: <UsefulToOthers comment={comment} />,
        }}
      />
      {open && (
        <a className="act" data-i="reply" href={`/comments/${id}/reply`} rel="nofollow">
          {t('comment.reply')}
        </a>
      )}
      <a className="act" data-i="flag" href={`/comments/${id}/flags`} rel="nofollow">
        {t('comment.report')}
      </a>
      <Hole
        of={`editable:${id}`}
        cases={{ off: null, own: <Delete id={id} />, on: <Edit id={id} /> }}
      />
      {!comment.official && comment.author && (
        <ThankLink href={`/comments/${id}/thanks`} done={!!comment.thankedBy} />
      )}
      <Hole of="can:comments.hide" cases={{ off: null, on: <Hide id={id} /> }} />
      {!comment.official && comment.author && (
        <Hole of="can:care.answer" cases={{ off: null, on: <ToCase id={id} /> }} />
      )}
    </>
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
      form={marking}
      formAction={`/comments/${comment.id}/useful`}
      name="intent"
      value={on ? 'unmark' : 'mark'}
      aria-pressed={on}
    >
      {t('comment.useful')} {count > 0 && number(count)}
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
      {t('comment.useful')} {number(count)}
    </span>
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
    <a className="act" data-i="eye-off" href={`/comments/${id}/hiding`}>
      {t('comment.hide')}
    </a>
  )
}
