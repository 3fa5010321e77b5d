import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { deskSearch, orders } from '#app/domain/workflow/desk.form.ts'
import { Button } from '#app/ui/button.tsx'
import { Icon } from '#app/ui/icon.tsx'
import type { DeskPage } from './desk-loader.server.ts'

/** What narrows the list and orders it: a plain form that asks; and how it is laid out. */
export function DeskBar() {
  const { t } = useTranslation('staff')
  const { query, categories } = useLoaderData<DeskPage>()
  const { set, status, view } = query
  return (
    <search className="desk-bar">
      <form className="desk-filter" action="/staff/ideas">
        {Object.entries({ set, status, view }).map(
          ([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />,
        )}
        <input
          type="search"
          name="q"
          id="desk-search"
          defaultValue={query.q}
          aria-label={t('desk.search')}
          placeholder={t('desk.search')}
        />
        <select name="category" defaultValue={query.category ?? ''} aria-label={t('desk.category')}>
          <option value="">{t('desk.everyCategory')}</option>
          {categories.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
        <select name="order" defaultValue={query.order} aria-label={t('desk.order')}>
          {orders.map((order) => (
            <option key={order} value={order}>
              {t(`desk.orders.${order}`)}
            </option>
          ))}
        </select>
        <label className="row">
          <input
            type="checkbox"
            name="unanswered"
            value="1"
            defaultChecked={query.unanswered === '1'}
          />
          {t('desk.unanswered')}
        </label>
        <Button kind="plain">{t('desk.filter')}</Button>
      </form>
      <Layouts />
    </search>
  )
}

function Layouts() {
  const { t } = useTranslation('staff')
  const { query } = useLoaderData<DeskPage>()
  const layouts = [
    { key: 'list', icon: 'list', view: undefined },
    { key: 'kanban', icon: 'chart-column', view: 'kanban' },
  ] as const
  const rest = { ...query, after: undefined }
  return (
    <ul className="desk-layouts" aria-label={t('desk.layout')}>
      {layouts.map(({ key, icon, view }) => (
        <li key={key}>
          <a
            href={`/staff/ideas${deskSearch({ ...rest, view, to: undefined })}`}
            aria-current={query.view === view ? 'true' : undefined}
          >
            <Icon name={icon} /> {t(`desk.layouts.${key}`)}
          </a>
        </li>
      ))}
      <li>
        <a href={`/staff/ideas${deskSearch(query) || '?'}&help=1#keys`} data-opens="keys">
          <Icon name="circle-question-mark" /> {t('keys.link')}
        </a>
      </li>
    </ul>
  )
}
