import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { HidingForm, hidingReasons } from '#app/domain/comments/comment.form.ts'
import { findComment } from '#app/domain/comments/comment.server.ts'
import { renderMarkdown } from '#app/domain/ideas/markdown.rules.ts'
import type { Handle } from '#app/root.tsx'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Choices } from '#app/ui/choices.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Field } from '#app/ui/field.tsx'
import { Pagehead } from '#app/ui/pagehead.tsx'
import { Prose } from '#app/ui/prose.tsx'
import { pageTitle } from '#app/ui/page-title.ts'
import { useTyped } from '#app/ui/use-typed.ts'
import { back, found } from '#app/web/answer.server.ts'
import { invalid, read } from '#app/web/form.server.ts'
import { requirePermission } from '#app/web/guard.server.ts'
import { db, transaction } from '#db/database.server.ts'
import { pathTo } from './comment-door.server.ts'
import { bringBack, hideWithWords } from './hide-comment.server.ts'

export const handle: Handle = { section: 'ideas' }
export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, { key: 'ideas:comments.hiding.title' })

/** Any comment but one that its author took back: that is nobody's to read. */
async function hideable(knock: LoaderFunctionArgs) {
  const moderator = await requirePermission(knock, 'comments.hide')
  const comment = found(await findComment(db, knock.params.id!, moderator))
  return { moderator, comment: found(comment.deletedAt ? undefined : comment) }
}

export async function loader(knock: LoaderFunctionArgs) {
  const { comment } = await hideable(knock)
  const { id, body, hiddenAt } = comment
  return { id, html: renderMarkdown(body), hidden: !!hiddenAt, path: await pathTo(comment) }
}

export async function action(knock: ActionFunctionArgs) {
  const { moderator, comment } = await hideable(knock)
  const form = await read(knock.request, HidingForm)
  if (form.reply) return invalid(form.reply)

  const { values } = form
  const outcome =
    values.intent === 'hide'
      ? await hideWithWords(moderator, comment, values)
      : await transaction((tx) => bringBack(tx, moderator, comment.id))
  if (outcome === 'own' || outcome === 'staff')
    return form.refuse({ reason: `moderation:desk.refusal.${outcome}` })
  if (outcome === 'decided-already')
    return form.refuse({ reason: 'moderation:desk.refusal.decided' })
  return back(await pathTo(comment), `comment-${found(outcome)}`)
}

export default function Hiding() {
  const { t } = useTranslation('ideas')
  const { t: moderation } = useTranslation('moderation')
  const { id, html, hidden, path } = useLoaderData<typeof loader>()
  const typed = useTyped()
  return (
    <>
      <Pagehead
        title={t(hidden ? 'comments.hiding.restoreTitle' : 'comments.hiding.title')}
        lead={t(hidden ? 'comments.hiding.restoreLead' : 'comments.hiding.lead')}
      />
      <form method="post" className="measure stack">
        <ErrorSummary errors={typed.errors} />
        <div className="reported">
          <Prose html={html} />
        </div>
        {!hidden && <Why />}
        <div className="row">
          <Button name="intent" value={hidden ? 'restore' : 'hide'}>
            {t(hidden ? 'comments.hiding.restore' : 'comments.hiding.hide')}
          </Button>
          <ButtonLink kind="ghost" href={path}>
            {t('comments.edit.cancel')}
          </ButtonLink>
        </div>
        {!hidden && (
          <p>
            <a
              href={`/staff/moderation/decide?subject=comment&id=${id}&redirectTo=${encodeURIComponent(path)}`}
            >
              {moderation('desk.direct.link')}
            </a>
          </p>
        )}
      </form>
    </>
  )
}

function Why() {
  const { t } = useTranslation('ideas')
  const typed = useTyped()
  const chosen = typed.text('reason')
  return (
    <>
      <Choices
        legend={t('comments.hiding.reason')}
        name="reason"
        chosen={chosen ? [chosen] : []}
        error={typed.field('reason').error}
        required
        choices={hidingReasons.map((value) => ({
          value,
          label: t(`comments.hiding.reasons.${value}`),
        }))}
      />
      <Field
        {...typed.field('note')}
        kind="textarea"
        label={t('comments.hiding.note')}
        hint={t('comments.hiding.noteHint')}
        rows={3}
        maxLength={1000}
        optional
      />
    </>
  )
}
