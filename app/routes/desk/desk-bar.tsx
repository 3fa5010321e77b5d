import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { orders } from '#app/domain/workflow/desk.form.ts'
import { Button } from '#app/ui/button.tsx'
import type { DeskPage } from './desk-loader.server.ts'

/** What narrows the list and orders it: a plain form that asks. */
export function DeskBar() {
  const { t } = useTranslation('staff')
  const { query, categories } = useLoaderData<DeskPage>()
  return (
    <search>
      <form className="desk-bar desk-filter" action="/staff/ideas">
        {query.status && <input type="hidden" name="status" value={query.status} />}
        <input
          type="search"
          name="q"
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
    </search>
  )
}
