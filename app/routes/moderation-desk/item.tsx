import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Pagehead } from '#app/ui/pagehead.tsx'
import { Conflict } from './conflict.tsx'
import { Content } from './content.tsx'
import { Deciding } from './deciding.tsx'
import { Frame } from './frame.tsx'
import type { ItemPage } from './item-page.server.ts'
import { Earlier } from './past.tsx'
import { Behind } from './person.tsx'
import { Reports } from './reports.tsx'
import { Signs } from './signs.tsx'
import { Matched } from './matched.tsx'

/** One thing that waits, with all that is needed to decide on it. */
export function Item() {
  const { t } = useTranslation('moderation')
  const page = useLoaderData<ItemPage>()
  const { item, view, past, canDecide } = page
  const search = view === 'all' ? '' : `?view=${view}`
  const here = `/staff/moderation/${item.id}${search}`
  const isOpen = item.state === 'open'
  return (
    <>
      <Breadcrumb
        steps={[
          { label: t('desk.title'), href: `/staff/moderation${search}` },
          { label: t(`desk.subject.${item.subject}`) },
        ]}
      />
      <Pagehead title={t(`desk.${isOpen ? 'itemOf' : 'decidedOf'}.${item.subject}`)}>
        <Signs row={item} isOpen={isOpen} />
      </Pagehead>
      <Frame fresh={page.fresh} hasKeys={page.hasKeys} help={page.help} here={here}>
        {!isOpen && <Conflict search={search} />}
        <Circumstances />
        <div className="review">
          <div className="stack">
            <Content />
            <Matched />
            <Reports />
            <Behind />
            <Earlier past={past} here={here} canRestore={canDecide} />
          </div>
          <div className="stack beside">
            {isOpen && canDecide && <Deciding />}
            {!isOpen && <Notice tone="success" title={t('desk.decided')} />}
          </div>
        </div>
      </Frame>
    </>
  )
}

/** Who else looks at it, and who it is that has to decide. */
function Circumstances() {
  const { t } = useTranslation('moderation')
  const { lookedAtBy, canDecide, isOwn } = useLoaderData<ItemPage>()
  const who = isOwn ? 'own' : 'staff'
  return (
    <>
      {lookedAtBy && (
        <Notice title={t('desk.lookedAt', { name: lookedAtBy })}>
          <p>{t('desk.lookedAtText')}</p>
        </Notice>
      )}
      {!canDecide && (
        <Notice title={t(`desk.${who}Title`)}>
          <p>{t(`desk.${who}Text`)}</p>
        </Notice>
      )}
    </>
  )
}
