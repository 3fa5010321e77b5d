import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { langOf } from '#app/domain/ideas/idea-feed.rules.ts'
import { renderMarkdown } from '#app/domain/ideas/markdown.rules.ts'
import type { Handle } from '#app/root.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { ReplyForm } from '#app/ui/comment-acts.tsx'
import { Hole } from '#app/ui/hole.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Pagehead } from '#app/ui/pagehead.tsx'
import { pageTitle } from '#app/ui/page-title.ts'
import { Prose } from '#app/ui/prose.tsx'
import { pathTo, readable } from './comment-door.server.ts'

export const handle: Handle = { section: 'ideas' }
export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, { key: 'ideas:comments.replyTitle' })

export async function loader(knock: LoaderFunctionArgs) {
  const comment = await readable(knock)
  const { number, title, stage } = comment.idea
  return {
    id: comment.id,
    idea: { number, title, lang: langOf(comment.idea, knock.context.visit.locale) },
    html: renderMarkdown(comment.body),
    open: stage.commentsOpen,
    path: await pathTo(comment),
  }
}

/** Answering without JavaScript; with it, the same field opens under the comment. */
export default function Reply() {
  const { t } = useTranslation('ideas')
  const { id, idea, html, open, path } = useLoaderData<typeof loader>()
  const hint = { guest: t('comments.guest'), member: t('comments.public', { name: '%name%' }) }
  return (
    <>
      <Pagehead
        title={t('comments.replyTitle')}
        above={<span lang={idea.lang}>{idea.title}</span>}
      />
      <div className="measure stack">
        <div className="reported">
          <Prose html={html} />
        </div>
        {open ? (
          <>
            <p className="quiet">
              <Hole of="viewer" cases={hint} />
            </p>
            <ReplyForm number={idea.number} to={id}>
              <ButtonLink kind="ghost" href={path}>
                {t('comments.edit.cancel')}
              </ButtonLink>
            </ReplyForm>
          </>
        ) : (
          <Notice>{t('comments.closed')}</Notice>
        )}
      </div>
    </>
  )
}
