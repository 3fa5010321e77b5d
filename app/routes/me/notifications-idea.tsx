import type { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { topicOf } from '#app/domain/notifications/notification.rules.ts'
import { Icon, type IconName } from '#app/ui/icon.tsx'
import { usePoints } from '#app/ui/points.tsx'
import { Time } from '#app/ui/time.tsx'
import type { NotificationsData } from './notifications.tsx'

type Data = ReturnType<typeof useLoaderData<NotificationsData>>
type Item = Data['days'][number]['ideas'][number]['items'][number]

/** What happened to one idea on one day, with the ways to have read it and to hear no more of it. */
export function IdeaNews({ items, back }: { items: Item[]; back: string }) {
  const { t } = useTranslation('notifications')
  const first = items[0]!
  const unread = items.filter(({ isRead }) => !isRead)
  const heading = useHeading(first)
  const { title } = heading
  return (
    <article>
      <header>
        <h3>{heading.href ? <a href={heading.href}>{title}</a> : title}</h3>
        <div className="acts">
          {unread.length > 0 && (
            <form method="post" data-enhance="">
              <input type="hidden" name="ids" value={unread.map(({ id }) => id).join()} />
              <input type="hidden" name="redirectTo" value={back} />
              <button className="act" aria-label={t('readOneName', { what: title })}>
                <Icon name="check" />
                <span>{t('readOne')}</span>
              </button>
            </form>
          )}
          {first.number && (
            <Mute number={first.number} isMuted={first.isMuted} {...{ title, back }} />
          )}
        </div>
      </header>
      <ul>
        {items.map((item) => (
          <li key={item.id} className="news" data-unread={item.isRead ? undefined : ''}>
            <News item={item} />
          </li>
        ))}
      </ul>
    </article>
  )
}

/** The idea; else the reward, the points, or the topic, by the names they have. */
function useHeading({ title, number, facts, event, path }: Item) {
  const { t } = useTranslation('notifications')
  if (!facts) return { title: title ?? t('gone'), href: number && `/ideas/${number}` }
  const topic = topicOf(event)
  if (topic !== 'points') return { title: t(`topics.${topic}`) }
  return { title: event === 'own-redemption' ? facts.reward : facts.noun, href: path }
}

type Muting = { number: number; isMuted: boolean; title: string; back: string }

function Mute({ number, isMuted, title, back }: Muting) {
  const { t } = useTranslation('notifications')
  const act = isMuted ? 'unmute' : 'mute'
  return (
    <form method="post" action={`/ideas/${number}/follow`} data-enhance="">
      <input type="hidden" name="intent" value={isMuted ? 'follow' : 'mute'} />
      <input type="hidden" name="redirectTo" value={back} />
      <button className="act" aria-label={t(isMuted ? 'unmuteName' : 'muteName', { title })}>
        <Icon name={isMuted ? 'bell' : 'bell-off'} />
        <span>{t(act)}</span>
      </button>
    </form>
  )
}

const icons: Record<string, IconName> = {
  moved: 'route',
  answered: 'megaphone',
  asked: 'circle-question-mark',
  evaluated: 'chart-column',
  appeal: 'scale',
  appealed: 'scale',
  'merge-asked': 'git-merge',
  merged: 'git-merge',
  realised: 'loaf',
  assigned: 'clipboard-check',
  'promise-near': 'clock',
  'promise-overdue': 'triangle-alert',
  thanked: 'hand-heart',
  level: 'trending-up',
  badge: 'medal',
  expiring: 'hourglass',
  redemption: 'gift',
  grant: 'users',
  suspect: 'flag',
  held: 'hourglass',
  decision: 'scale',
  objection: 'scale',
  flag: 'flag',
  burst: 'triangle-alert',
  'case-solved': 'circle-check',
  invited: 'lightbulb',
  remedy: 'gift',
  export: 'download',
  'case-assigned': 'clipboard-check',
  'case-breaching': 'clock',
}
const iconOf = (event: string) =>
  icons[event.replace(/^(own|followed|staff)-/, '')] ?? 'message-circle'

/** Which of several sentences an event has. */
function contextOf({ verb, facts }: Item) {
  if (facts) return facts.step
  if (verb === 'comment.thanked') return 'comment'
  return verb.includes('resub') ? 'resubmission' : undefined
}

function News({ item }: { item: Item }) {
  const { t } = useTranslation('notifications')
  const say = t as (key: string, values: object) => string
  const { icon } = usePoints()
  const who = item.who ?? t('somebody')
  const badge = item.facts?.badge && say(`points:badges.${item.facts.badge}.name`, {})
  const told = { ...item.facts, badge, who, status: item.status, context: contextOf(item) }
  const words = say(`news.${item.event}`, told)
  return (
    <>
      <Icon name={item.event === 'own-points' ? icon : iconOf(item.event)} />
      <div>
        <Way item={item}>{words}</Way>{' '}
        <span className="quiet">
          {!item.isRead && <span className="vh">{t('isUnread')} </span>}
          <Time at={item.createdAt} as="time" />
        </span>
      </div>
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
