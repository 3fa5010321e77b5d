import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { FaqWish } from '#app/domain/faq/faq.form.ts'
import {
  faqCategoryList,
  popularArticles,
  publishedArticles,
  searchArticles,
} from '#app/domain/faq/faq.server.ts'
import type { Handle } from '#app/root.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { FaqList } from '#app/ui/faq-list.tsx'
import { FaqSearch, StillAsking } from '#app/ui/faq-search.tsx'
import faqStyles from '#app/ui/faq.css?url'
import { ogMeta } from '#app/ui/page-title.ts'
import { Pagehead } from '#app/ui/pagehead.tsx'
import { SortTabs } from '#app/ui/sort-tabs.tsx'
import { db } from '#db/database.server.ts'
import { labelIn, lineOf } from './show-lines.ts'

const popularShown = 5
const fewest = 8

export const handle: Handle = { section: 'help' }
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: faqStyles }]
export const meta: MetaFunction = ({ matches }) =>
  ogMeta(matches, { title: { key: 'faq:title' }, path: '/faq' })

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { locale } = context.visit
  const { q, category } = FaqWish.parse(Object.fromEntries(new URL(request.url).searchParams))
  const [every, all] = await Promise.all([faqCategoryList(db), publishedArticles(db)])
  const filled = every.filter(({ id }) => all.some(({ categoryId }) => categoryId === id))
  const chosen = filled.find(({ id }) => id === category)
  const isWhole = !q.trim() && !chosen
  const hits = q.trim() ? await searchArticles(db, q) : all
  const popular = isWhole && all.length >= fewest ? await popularArticles(db, popularShown) : []
  return {
    ...{ q: q.trim(), category: chosen?.id },
    categories: filled.map(labelIn(locale)),
    lines: hits.filter((one) => !chosen || one.categoryId === chosen.id).map(lineOf(locale)),
    popular: popular.filter(({ usefulCount }) => usefulCount > 0).map(lineOf(locale)),
    isEmpty: !all.length,
  }
}

export default function Faq() {
  const { t } = useTranslation('faq')
  const { q, category, isEmpty, lines } = useLoaderData<typeof loader>()
  if (isEmpty) return <Nothing />
  return (
    <>
      <Pagehead title={t('title')} lead={t('lead')}>
        <FaqSearch q={q} category={category} />
      </Pagehead>
      <div className="faq">
        <Categories />
        {q ? <Found /> : <Everything />}
        {(!q || lines.length > 0) && <StillAsking />}
      </div>
    </>
  )
}

function Categories() {
  const { t } = useTranslation('faq')
  const { q, category, categories } = useLoaderData<typeof loader>()
  if (categories.length < 2) return null
  const hrefOf = (id?: string) => {
    const asked = new URLSearchParams({ ...(q && { q }), ...(id && { category: id }) })
    return asked.size ? `/faq?${asked}` : '/faq'
  }
  return (
    <SortTabs
      label={t('categories')}
      tabs={[
        { href: hrefOf(), label: t('all'), current: !category },
        ...categories.map(({ id, label }) => ({
          href: hrefOf(id),
          label,
          current: category === id,
        })),
      ]}
    />
  )
}

function Found() {
  const { t } = useTranslation('faq')
  const { q, lines } = useLoaderData<typeof loader>()
  if (!lines.length)
    return (
      <Empty
        icon="search"
        title={t('none', { q })}
        text={t('noneText')}
        action={<ButtonLink href="/contact">{t('ask')}</ButtonLink>}
      />
    )
  return (
    <section aria-labelledby="found">
      <h2 id="found">{t('found', { count: lines.length, q })}</h2>
      <FaqList lines={lines} />
    </section>
  )
}

function Everything() {
  const { t } = useTranslation('faq')
  const { popular, categories, lines } = useLoaderData<typeof loader>()
  return (
    <>
      {popular.length > 0 && (
        <section aria-labelledby="popular">
          <h2 id="popular">{t('popular')}</h2>
          <FaqList lines={popular} />
        </section>
      )}
      {categories.map(({ id, label }) => {
        const here = lines.filter(({ category }) => category === id)
        if (!here.length) return null
        return (
          <section key={id} aria-labelledby={`in-${id}`}>
            <h2 id={`in-${id}`}>{label}</h2>
            <FaqList lines={here} />
          </section>
        )
      })}
    </>
  )
}

function Nothing() {
  const { t } = useTranslation('faq')
  return (
    <>
      <Pagehead title={t('title')} />
      <Empty
        icon="circle-question-mark"
        title={t('empty')}
        text={t('emptyText')}
        action={<ButtonLink href="/contact">{t('ask')}</ButtonLink>}
      />
    </>
  )
}
