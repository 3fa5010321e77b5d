import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { EditForm } from '#app/domain/comments/comment.form.ts'
import { deleteComment, findComment, isGone } from '#app/domain/comments/comment.server.ts'
import { isEditable } from '#app/domain/comments/thread.rules.ts'
import { renderMarkdown } from '#app/domain/ideas/markdown.rules.ts'
import { changeComment } from '#app/domain/moderation/screen.server.ts'
import type { Handle } from '#app/root.tsx'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Field } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Pagehead } from '#app/ui/pagehead.tsx'
import { Prose } from '#app/ui/prose.tsx'
import { pageTitle } from '#app/ui/page-title.ts'
import { useTyped } from '#app/ui/use-typed.ts'
import { back, found } from '#app/web/answer.server.ts'
import { invalid, read } from '#app/web/form.server.ts'
import { requireMember } from '#app/web/guard.server.ts'
import { db, transaction } from '#db/database.server.ts'
import { now } from '#db/time.ts'
import { levelRefusal } from '../level-refusal.server.ts'
import { pathTo } from './comment-door.server.ts'

export const handle: Handle = { section: 'ideas' }
export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, { key: 'ideas:comments.edit.title' })

async function mine(knock: LoaderFunctionArgs) {
  const author = await requireMember(knock)
  const comment = found(await findComment(db, knock.params.id!, author))
  const isMine = comment.authorId === author.id && !isGone(comment)
  return { author, comment: found(isMine ? comment : undefined) }
}

export async function loader(knock: LoaderFunctionArgs) {
  const { comment } = await mine(knock)
  const { body } = comment
  const open = isEditable(comment, now())
  return { body, html: renderMarkdown(body), open, path: await pathTo(comment) }
}

export async function action(knock: ActionFunctionArgs) {
  const { author, comment } = await mine(knock)
  const form = await read(knock.request, EditForm)
  if (form.reply) return invalid(form.reply)

  const { values } = form
  const outcome = await transaction((tx) =>
    values.intent === 'save'
      ? changeComment(tx, author, comment.id, values.body)
      : deleteComment(tx, author, comment.id),
  )
  if (outcome === 'too-late') return form.refuse({ body: 'ideas:comments.edit.tooLate' })
  if (outcome === 'silenced') return form.refuse({ body: 'moderation:waits.silenced' })
  if (outcome === 'waits') return back(`/ideas/${comment.idea.number}`, 'comment-waiting')
  if (outcome === 'too-many-links' || outcome === 'too-many-calls') {
    const right = outcome === 'too-many-links' ? 'links' : 'mentions'
    const { key, words } = await levelRefusal(author, right, knock.context.visit.locale)
    return form.refuse({ body: key }, words)
  }
  return back(await pathTo(comment), `comment-${found(outcome)}`)
}

export default function Edit() {
  const { t } = useTranslation('ideas')
  const { body, html, open, path } = useLoaderData<typeof loader>()
  const typed = useTyped({ body })
  return (
    <div className="measure stack">
      <Pagehead title={t('comments.edit.title')} lead={open && t('comments.edit.lead')} />
      <ErrorSummary errors={typed.errors} />
      {open || typed.errors.length > 0 ? (
        <form method="post" className="stack">
          <Field
            {...typed.field('body')}
            kind="textarea"
            label={t('comments.edit.body')}
            rows={8}
            required
            minLength={2}
            maxLength={4000}
          />
          <div className="row">
            <Button name="intent" value="save">
              {t('comments.edit.save')}
            </Button>
            <ButtonLink kind="ghost" href={path}>
              {t('comments.edit.cancel')}
            </ButtonLink>
          </div>
        </form>
      ) : (
        <>
          <Notice>{t('comments.edit.closed')}</Notice>
          <Prose html={html} />
        </>
      )}
      <form method="post" id="delete" className="stack apart">
        <h2>{t('comments.edit.deleteTitle')}</h2>
        <p>{t('comments.edit.deleteText')}</p>
        <p>
          <Button kind="danger" icon="trash-2" name="intent" value="delete">
            {t('comments.edit.delete')}
          </Button>
        </p>
      </form>
    </div>
  )
}
