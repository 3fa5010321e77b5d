import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { openCaseFrom } from '#app/domain/care/born.server.ts'
import { OpenCaseForm as OpenCase } from '#app/domain/care/bridge.form.ts'
import { renderMarkdown } from '#app/domain/ideas/markdown.rules.ts'
import { nameOf } from '#app/domain/identity/person-name.server.ts'
import type { Handle } from '#app/root.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Pagehead } from '#app/ui/pagehead.tsx'
import { pageTitle } from '#app/ui/page-title.ts'
import { Prose } from '#app/ui/prose.tsx'
import { useTyped } from '#app/ui/use-typed.ts'
import { back } from '#app/web/answer.server.ts'
import { invalid, read } from '#app/web/form.server.ts'
import { requirePermission } from '#app/web/guard.server.ts'
import { db, transaction } from '#db/database.server.ts'
import { openRefusals, topicOptions } from '../care-desk/open-case.server.ts'
import { OpenCaseForm } from '../care-desk/open-case.tsx'
import { pathTo, readable } from './comment-door.server.ts'

export const handle: Handle = { section: 'ideas' }
export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, { key: 'care:links.fromComment' })

export async function loader(knock: LoaderFunctionArgs) {
  const agent = await requirePermission(knock, 'care.answer')
  const comment = await readable(knock)
  const { body, authorId } = comment
  const [topics, author, path] = await Promise.all([
    topicOptions(knock.context.visit.locale),
    authorId ? nameOf(db, authorId) : undefined,
    pathTo(comment),
  ])
  const isOwn = authorId === agent.id
  return { html: renderMarkdown(body), topics, author: author ?? null, isOwn, path }
}

/** Opens a case with whoever wrote the comment: one, however often this is sent. */
export async function action(knock: ActionFunctionArgs) {
  const agent = await requirePermission(knock, 'care.answer')
  const { id: commentId, idea, authorId } = await readable(knock)
  const form = await read(knock.request, OpenCase)
  if (form.reply) return invalid(form.reply)
  const { topic: topicId, subject, body } = form.values
  const opened = await transaction((tx) =>
    openCaseFrom(tx, agent, { idea, commentId, authorId }, { topicId, subject, body }),
  )
  if (typeof opened === 'string') return form.refuse(openRefusals[opened])
  return back(`/staff/care/${opened.id}`, opened.isNew ? 'case-born' : 'case-born-before')
}

export default function CaseFromComment() {
  const { t } = useTranslation('care')
  const { html, topics, author, isOwn, path } = useLoaderData<typeof loader>()
  const { errors } = useTyped()
  const why = isOwn ? 'ownWords' : author ? undefined : 'noAuthor'
  return (
    <>
      <Pagehead title={t('links.fromComment')} lead={t('links.casesLead')} />
      <div className="stack measure">
        <ErrorSummary errors={errors} />
        <div className="reported">
          <Prose html={html} />
        </div>
        {why ? (
          <p className="quiet">{t(`links.cannot.${why}`)}</p>
        ) : (
          <OpenCaseForm topics={topics} author={author ?? ''} />
        )}
        <p className="quiet">
          {t('links.public')} <a href={path}>{t('links.toTalk')}</a>
        </p>
      </div>
    </>
  )
}
