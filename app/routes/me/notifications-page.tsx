import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { kinds } from '#app/domain/notifications/notification.rules.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { Pagehead } from '#app/ui/pagehead.tsx'
import { usePoints } from '#app/ui/points.tsx'
import { SortTabs } from '#app/ui/sort-tabs.tsx'
import { Time } from '#app/ui/time.tsx'
import { IdeaNews } from './notifications-idea.tsx'
import type { NotificationsData } from './notifications.tsx'

const here = '/me/notifications'
type Asked = { unread?: boolean; kind?: string; next?: string }

function address({ unread, kind, next }: Asked) {
  const query = new URLSearchParams({
    ...(unread && { show: 'unread' }),
    ...(kind && { kind }),
    ...(next && { after: next }),
  })
  return query.size ? `${here}?${query}` : here
}

/** What happened to what a member cares for, day by day and idea by idea. */
export function Notifications() {
  const { t } = useTranslation('notifications')
  const { days, unread, kind, hasUnread, isFirst } = useLoaderData<NotificationsData>()
  const settings = (
    <ButtonLink href={`${here}/settings`} kind="plain" icon="settings">
      {t('choose')}
    </ButtonLink>
  )
  return (
    <>
      <Pagehead title={t('title')} action={settings} />
      <div className="measure notifications">
        <Filters />
        {hasUnread && (
          <form method="post" data-enhance="" className="all">
            <input type="hidden" name="redirectTo" value={address({ unread, kind })} />
            <Button kind="ghost" icon="check">
              {t('readAll')}
            </Button>
          </form>
        )}
        {!days.length && <Nothing isPlain={isFirst && !unread && !kind} />}
        {days.map(({ day, at, ideas }) => (
          <section key={day} className="day" aria-labelledby={`day-${day}`}>
            <h2 id={`day-${day}`}>
              <Time at={at} as="date" />
            </h2>
            <ul>
              {ideas.map(({ key, items }) => (
                <li key={key} data-unread={items.some(({ isRead }) => !isRead) ? '' : undefined}>
                  <IdeaNews items={items} back={address({ unread, kind })} />
                </li>
              ))}
            </ul>
          </section>
        ))}
        <Pages />
        <p>
          <a href="/me/decisions">{t('decisions')}</a>
        </p>
      </div>
    </>
  )
}

function Filters() {
  const { t } = useTranslation('notifications')
  const { unread, kind, isTeam } = useLoaderData<NotificationsData>()
  const { title } = usePoints()
  const shown = kinds.filter((one) => one !== 'team' || isTeam)
  return (
    <div className="filters">
      <SortTabs
        label={t('filter.show')}
        tabs={[
          { label: t('filter.all'), href: address({ kind }), current: !unread },
          { label: t('unread'), href: address({ kind, unread: true }), current: unread },
        ]}
      />
      <ul className="kinds" aria-label={t('filter.kind')}>
        {[undefined, ...shown].map((one) => (
          <li key={one ?? 'all'}>
            <a
              href={address({ unread, kind: one })}
              aria-current={kind === one ? 'true' : undefined}
            >
              {t(`filter.kinds.${one ?? 'all'}`, { title })}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Where there is nothing: for whoever begins an invitation, for whoever chose too narrowly a way back. */
function Nothing({ isPlain }: { isPlain: boolean }) {
  const { t } = useTranslation('notifications')
  if (isPlain)
    return (
      <Empty
        icon="bell"
        title={t('empty')}
        text={t('emptyText')}
        action={<ButtonLink href="/ideas">{t('toBoard')}</ButtonLink>}
      />
    )
  return (
    <Empty
      icon="circle-check"
      title={t('filter.nothing')}
      text={t('filter.nothingText')}
      action={
        <ButtonLink href={here} kind="plain">
          {t('filter.showAll')}
        </ButtonLink>
      }
    />
  )
}

function Pages() {
  const { t } = useTranslation('notifications')
  const { unread, kind, next, isFirst } = useLoaderData<NotificationsData>()
  if (!next && isFirst) return null
  return (
    <nav className="pager" aria-label={t('pages')}>
      {!isFirst && (
        <a className="btn ghost" href={address({ unread, kind })}>
          {t('newest')}
        </a>
      )}
      {next && (
        <a className="btn plain" rel="next" href={address({ unread, kind, next })}>
          {t('older')}
        </a>
      )}
    </nav>
  )
}
