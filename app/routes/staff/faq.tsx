import type { LoaderFunctionArgs, MetaFunction, SerializeFrom } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { everyArticle } from '#app/domain/faq/edit.server.ts'
import { faqCategoryList } from '#app/domain/faq/faq.server.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { useFormat } from '#app/ui/format.ts'
import { pageTitle } from '#app/ui/page-title.ts'
import { Pagehead } from '#app/ui/pagehead.tsx'
import { Table } from '#app/ui/table.tsx'
import { Time } from '#app/ui/time.tsx'
import { requirePermission } from '#app/web/guard.server.ts'
import { db } from '#db/database.server.ts'
import { labelIn } from '../faq/show-lines.ts'

export { faqDeskLinks as links } from '../faq-desk/links.ts'
export const meta: MetaFunction = ({ matches }) => pageTitle(matches, { key: 'faq:edit.title' })

export async function loader(knock: LoaderFunctionArgs) {
  await requirePermission(knock, 'faq.edit')
  const { locale } = knock.context.visit
  const [all, categories] = await Promise.all([everyArticle(db), faqCategoryList(db)])
  const rows = all.map(({ id, state, updatedAt, titleIt, titleEn, categoryId, ...counts }) => ({
    ...{ id, state, updatedAt, categoryId },
    title: locale === 'it' ? titleIt : titleEn,
    useful: counts.usefulCount,
    all: counts.usefulCount + counts.uselessCount,
  }))
  return { rows, categories: categories.map(labelIn(locale)) }
}
type Row = SerializeFrom<typeof loader>['rows'][number]

/** Every question with its answer, drafts and retired ones too, and whether readers were helped. */
export default function FaqDesk() {
  const { t } = useTranslation('faq')
  const { rows, categories } = useLoaderData<typeof loader>()
  const add = (
    <ButtonLink icon="plus" href="/staff/faq/new">
      {t('edit.add')}
    </ButtonLink>
  )
  return (
    <>
      <Pagehead
        title={t('edit.title')}
        lead={t('edit.lead')}
        above={<a href="/staff/faq/categories">{t('parts.manage')}</a>}
        action={rows.length ? add : undefined}
      />
      {rows.length ? (
        <div className="sections faq-parts">
          {categories.map(({ id, label }) => (
            <Part key={id} label={label} rows={rows.filter((row) => row.categoryId === id)} />
          ))}
        </div>
      ) : (
        <Empty
          icon="circle-question-mark"
          title={t('edit.empty')}
          text={t('edit.emptyText')}
          action={add}
        />
      )}
    </>
  )
}

function Part({ label, rows }: { label: string; rows: Row[] }) {
  const { t } = useTranslation('faq')
  if (!rows.length) return null
  return (
    <Table
      caption={label}
      showCaption
      columns={[
        { key: 'title', label: t('edit.question') },
        { key: 'state', label: t('edit.state') },
        { key: 'useful', label: t('edit.usefulShare'), numeric: true },
        { key: 'updated', label: t('edit.updated') },
      ]}
      rows={rows.map((row) => ({
        key: row.id,
        cells: {
          title: <a href={`/staff/faq/${row.id}`}>{row.title}</a>,
          state: t(`states.${row.state}`),
          useful: <Share row={row} />,
          updated: <Time at={row.updatedAt} as="date" />,
        },
      }))}
    />
  )
}

function Share({ row: { useful, all } }: { row: Row }) {
  const { t } = useTranslation('faq')
  const { number } = useFormat()
  if (!all) return t('edit.unread')
  const share = number(Math.round((100 * useful) / all))
  return t('edit.shareOf', { count: all, n: number(all), share })
}
