import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { writtenBy } from '#app/domain/comments/written.server.ts'
import { excerptOf } from '#app/domain/ideas/excerpt.rules.ts'
import { readPlace, writtenPlace } from '#app/domain/ideas/idea-feed.form.ts'
import { Icon } from '#app/ui/icon.tsx'
import { MyList } from '#app/ui/my-list.tsx'
import { pageTitle } from '#app/ui/page-title.ts'
import { Time } from '#app/ui/time.tsx'
import { requireMember } from '#app/web/guard.server.ts'
import { db } from '#db/database.server.ts'

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, { key: 'ideas:mine.comments' })

export async function loader(knock: LoaderFunctionArgs) {
  const member = await requireMember(knock)
  const after = readPlace(new URL(knock.request.url).searchParams.get('after'))
  const { comments, next } = await writtenBy(db, member.id, after)
  return {
    comments: comments.map(({ body, ...comment }) => ({ ...comment, excerpt: excerptOf(body) })),
    nextHref: next && `/me/comments?after=${writtenPlace(next)}`,
    firstHref: after && '/me/comments',
  }
}

export default function MyComments() {
  const { t } = useTranslation('ideas')
  const { t: say } = useTranslation('moderation')
  const { comments, ...pages } = useLoaderData<typeof loader>()
  return (
    <MyList
      {...pages}
      title={t('mine.comments')}
      lead={t('mine.commentsLead')}
      isEmpty={!comments.length}
      empty={{
        icon: 'message-circle',
        title: t('mine.commentsEmpty'),
        text: t('mine.commentsEmptyText'),
        href: '/ideas',
        label: t('mine.toBoard'),
      }}
    >
      <ol className="my-comments">
        {comments.map(({ id, excerpt, createdAt, hiddenAt, heldAt, idea }) => (
          <li key={id}>
            <p>{excerpt}</p>
            <p className="quiet">
              {idea ? (
                <>
                  {t('mine.on')} <a href={`/comments/${id}`}>{idea.title}</a>
                </>
              ) : (
                `${t('mine.on')} ${t('mine.gone')}`
              )}
              {' · '}
              <Time at={createdAt} />
            </p>
            {hiddenAt && (
              <p className="quiet row">
                <Icon name={heldAt ? 'eye' : 'eye-off'} />
                {heldAt ? say('waits.comment') : t('mine.hidden')}
              </p>
            )}
          </li>
        ))}
      </ol>
    </MyList>
  )
}
