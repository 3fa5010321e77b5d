import { useActionData, useLoaderData } from '@remix-run/react'
import type { SerializeFrom } from '@remix-run/node'
import { useTranslation } from 'react-i18next'
import { commentSorts, threadQuery } from '#app/domain/comments/thread.rules.ts'
import { CommentForms } from '#app/ui/comment-acts.tsx'
import { Comment } from '#app/ui/comment.tsx'
import { useFormat } from '#app/ui/format.ts'
import { Icon } from '#app/ui/icon.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { SortTabs } from '#app/ui/sort-tabs.tsx'
import { Composer } from './show-composer.tsx'
import type { ideaPage } from './show-loader.server.ts'

type Thread = SerializeFrom<typeof ideaPage>['talk']['threads'][number]

/** What people say under an idea, and the place to say it. */
export function Comments() {
  const { idea, talk } = useLoaderData<typeof ideaPage>()
  const { t } = useTranslation('ideas')
  const { number } = useFormat()
  const count = idea.commentsCount
  const refused = useActionData() !== undefined
  return (
    <section className="talk" id="comments" aria-labelledby="comments-title">
      <h2 id="comments-title">
        {count ? t('comments.title', { count, n: number(count) }) : t('comments.none')}
      </h2>
      {!idea.commentsOpen && (
        <Notice>{t(idea.isPrivate ? 'comments.later' : 'comments.closed')}</Notice>
      )}
      {(idea.commentsOpen || refused) && <Composer />}
      <Orders />
      {talk.threads.length > 0 ? (
        <>
          <div className="thread">
            {talk.threads.map((thread) => (
              <Said key={thread.id} thread={thread} />
            ))}
          </div>
          <CommentForms number={idea.number} redirectTo={talk.here} open={idea.commentsOpen} />
        </>
      ) : (
        idea.commentsOpen && <p className="quiet">{t('comments.empty')}</p>
      )}
      <More />
    </section>
  )
}

function Orders() {
  const { path, talk } = useLoaderData<typeof ideaPage>()
  const { t } = useTranslation('ideas')
  if (talk.alone || talk.threads.length < 2) return null
  return (
    <SortTabs
      label={t('comments.sort.label')}
      tabs={commentSorts.map((sort) => ({
        href: `${path}${threadQuery({ sort })}#comments`,
        label: t(`comments.sort.${sort}`),
        current: talk.sort === sort,
      }))}
    />
  )
}

function Said({ thread }: { thread: Thread }) {
  const { idea, path, talk } = useLoaderData<typeof ideaPage>()
  const { t } = useTranslation('ideas')
  const { number } = useFormat()
  const { replies, repliesCount: count, ...opener } = thread
  const open = idea.commentsOpen
  const all = `${path}${threadQuery({ sort: talk.sort, thread: thread.id })}#c-${thread.id}`
  return (
    <>
      <Comment comment={opener} open={open} />
      {replies.map((reply) => (
        <Comment key={reply.id} comment={reply} open={open} />
      ))}
      {count > replies.length && (
        <p className="reply">
          <a className="act" href={all} rel="nofollow">
            <Icon name="message-circle" />
            {t('comments.allReplies', { count, n: number(count) })}
          </a>
        </p>
      )}
    </>
  )
}

function More() {
  const { path, talk } = useLoaderData<typeof ideaPage>()
  const { t } = useTranslation('ideas')
  const first = `${path}${threadQuery({ sort: talk.sort })}#comments`
  const elsewhere = talk.alone || !talk.isFirst
  if (!elsewhere && !talk.nextHref) return null
  return (
    <nav className="pager" aria-label={t('comments.pages')}>
      {elsewhere && (
        <a className="btn ghost" href={first}>
          <Icon name="arrow-left" />
          {t(talk.alone ? 'comments.all' : 'comments.first')}
        </a>
      )}
      {talk.nextHref && (
        <a className="btn plain" href={talk.nextHref} rel="next">
          {t('comments.more')}
          <Icon name="arrow-right" />
        </a>
      )}
    </nav>
  )
}
