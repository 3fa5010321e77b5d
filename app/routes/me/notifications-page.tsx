import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { Icon, type IconName } from '#app/ui/icon.tsx'
import { Pagehead } from '#app/ui/pagehead.tsx'
import { Time } from '#app/ui/time.tsx'
import type { NotificationsData } from './notifications.tsx'

type Data = ReturnType<typeof useLoaderData<NotificationsData>>
type Days = Data['unread']
type Item = Days[number]['ideas'][number]['items'][number]

/** What happened to what a member cares for, day by day and idea by idea. */
export function Notifications() {
  const { t } = useTranslation('notifications')
  const { unread, unreadNext, read, readNext, isFirst } = useLoaderData<NotificationsData>()
  const isEmpty = isFirst && !unread.length && !read.length
  const settings = (
    <ButtonLink href="/me/notifications/settings" kind="plain" icon="settings">
      {t('choose')}
    </ButtonLink>
  )
  return (
    <>
      <Pagehead title={t('title')} action={settings} />
      <div className="sections measure notifications">
        {isEmpty && (
          <Empty
            icon="bell"
            title={t('empty')}
            text={t('emptyText')}
            action={<ButtonLink href="/ideas">{t('toBoard')}</ButtonLink>}
          />
        )}
        {unread.length > 0 && (
          <section aria-labelledby="unread">
            <div className="row between">
              <h2 id="unread">{t('unread')}</h2>
              <form method="post" data-enhance="">
                <Button kind="plain" icon="check">
                  {t('readAll')}
                </Button>
              </form>
            </div>
            <DayList days={unread} />
          </section>
        )}
        {read.length > 0 && (
          <section aria-labelledby="read">
            <h2 id="read">{t('read')}</h2>
            <DayList days={read} />
          </section>
        )}
        <Pages
          next={unreadNext ?? readNext}
          list={unreadNext ? undefined : 'read'}
          isFirst={isFirst}
        />
      </div>
    </>
  )
}

function DayList({ days }: { days: Days }) {
  return days.map(({ day, at, ideas }) => (
    <div key={day} className="day">
      <h3>
        <Time at={at} as="date" />
      </h3>
      <ul>
        {ideas.map(({ key, items }) => (
          <li key={key}>
            <IdeaNews items={items} />
          </li>
        ))}
      </ul>
    </div>
  ))
}

function IdeaNews({ items }: { items: Item[] }) {
  const { t } = useTranslation('notifications')
  const [first] = items
  return (
    <>
      <p className="of">{first?.title ?? t('gone')}</p>
      <ul>
        {items.map((item) => (
          <li key={item.id} className="news" data-unread={item.isRead ? undefined : ''}>
            <News item={item} />
          </li>
        ))}
      </ul>
    </>
  )
}

const icons: Record<string, IconName> = {
  'own-moved': 'route',
  'followed-moved': 'route',
  'own-answered': 'megaphone',
  'followed-answered': 'megaphone',
}

function News({ item }: { item: Item }) {
  const { t } = useTranslation('notifications')
  const say = t as (key: string, values: object) => string
  const words = say(`news.${item.event}`, { who: item.who ?? t('somebody'), status: item.status })
  return (
    <>
      <Icon name={icons[item.event] ?? 'message-circle'} />
      <span>
        <Way item={item}>{words}</Way>{' '}
        <span className="quiet">
          <Time at={item.createdAt} />
        </span>
      </span>
      {!item.isRead && (
        <form method="post" data-enhance="">
          <input type="hidden" name="id" value={item.id} />
          <button className="act" aria-label={t('readOneName', { what: words })}>
            <Icon name="check" />
            {t('readOne')}
          </button>
        </form>
      )}
    </>
  )
}

/** Opening what was not read yet marks it as read, so it is a form; what was read is a plain link. */
function Way({ item, children }: { item: Item; children: string }) {
  if (!item.path) return children
  if (item.isRead) return <a href={item.path}>{children}</a>
  return (
    <form method="post">
      <input type="hidden" name="id" value={item.id} />
      <input type="hidden" name="redirectTo" value={item.path} />
      <button className="link">{children}</button>
    </form>
  )
}

function Pages({ next, list, isFirst }: { next?: string; list?: string; isFirst: boolean }) {
  const { t } = useTranslation('notifications')
  if (!next && isFirst) return null
  const query = new URLSearchParams({ ...(list && { list }), ...(next && { after: next }) })
  return (
    <nav className="pager" aria-label={t('pages')}>
      {!isFirst && (
        <a className="btn ghost" href="/me/notifications">
          {t('newest')}
        </a>
      )}
      {next && (
        <a className="btn plain" rel="next" href={`/me/notifications?${query}`}>
          {t('older')}
        </a>
      )}
    </nav>
  )
}
