import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import {
  type Article,
  faqCategoryList,
  findArticle,
  publishedArticles,
} from '#app/domain/faq/faq.server.ts'
import type { Handle } from '#app/root.tsx'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { Button } from '#app/ui/button.tsx'
import { FaqList } from '#app/ui/faq-list.tsx'
import { StillAsking } from '#app/ui/faq-search.tsx'
import { Hole } from '#app/ui/hole.tsx'
import faqStyles from '#app/ui/faq.css?url'
import { useFormat } from '#app/ui/format.ts'
import { ogMeta } from '#app/ui/page-title.ts'
import { Pagehead } from '#app/ui/pagehead.tsx'
import { Prose } from '#app/ui/prose.tsx'
import { Time } from '#app/ui/time.tsx'
import { found } from '#app/web/answer.server.ts'
import type { Locale } from '#app/web/visit.server.ts'
import { db } from '#db/database.server.ts'
import { answerHtml } from './body.server.ts'
import { labelIn, lineOf } from './show-lines.ts'

const nearShown = 4
const longestDescription = 160

export const handle: Handle = { section: 'help' }
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: faqStyles }]
export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  data
    ? ogMeta(matches, {
        title: data.title,
        path: `/faq/${data.slug}`,
        description: data.description,
        kind: 'article',
      })
    : ogMeta(matches, { title: { key: 'faq:title' }, path: '/faq' })

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { locale } = context.visit
  const article = found(await findArticle(db, params.slug!))
  const [all, categories] = await Promise.all([publishedArticles(db), faqCategoryList(db)])
  const category = categories.find(({ id }) => id === article.categoryId)
  const near = all.filter((one) => one.categoryId === article.categoryId && one.id !== article.id)
  const { title, body } = wordsIn(locale, article)
  return {
    ...{ title, id: article.id, slug: article.slug, updatedAt: article.updatedAt },
    html: answerHtml(body),
    description: body
      .replace(/[*_#>[\]]/g, '')
      .replace(/\s+/g, ' ')
      .slice(0, longestDescription),
    usefulCount: article.usefulCount,
    category: category && labelIn(locale)(category),
    near: near.slice(0, nearShown).map(lineOf(locale)),
  }
}

const wordsIn = (locale: Locale, { titleIt, titleEn, bodyIt, bodyEn }: Article) =>
  locale === 'it' ? { title: titleIt, body: bodyIt } : { title: titleEn, body: bodyEn }

export default function FaqArticle() {
  const { t } = useTranslation('faq')
  const { id, title, html, category, near, updatedAt } = useLoaderData<typeof loader>()
  const steps = [
    { label: t('title'), href: '/faq' },
    ...(category ? [{ label: category.label, href: `/faq?category=${category.id}` }] : []),
    { label: title },
  ]
  return (
    <>
      <Breadcrumb steps={steps} />
      <Pagehead title={title} />
      <article className="faq-answer">
        <Prose html={html} />
        <p className="quiet">
          <Time at={updatedAt} as="date" after={t('updated')} />{' '}
          <Hole
            of="can:faq.edit"
            cases={{ off: null, on: <a href={`/staff/faq/${id}`}>{t('change')}</a> }}
          />
        </p>
        <WasUseful />
        {near.length > 0 && (
          <section aria-labelledby="near">
            <h2 id="near">{t('near')}</h2>
            <FaqList lines={near} />
          </section>
        )}
        <StillAsking />
      </article>
    </>
  )
}

function WasUseful() {
  const { t } = useTranslation('faq')
  const { number } = useFormat()
  const { slug, usefulCount: count } = useLoaderData<typeof loader>()
  return (
    <section className="was-useful" id="useful" aria-labelledby="was-useful">
      <h2 id="was-useful">{t('useful.ask')}</h2>
      <form method="post" action={`/faq/${slug}/feedback`} className="row">
        <Button kind="plain" name="useful" value="yes">
          {t('useful.yes')}
        </Button>
        <Button kind="plain" name="useful" value="no">
          {t('useful.no')}
        </Button>
        {count > 0 && (
          <span className="quiet">{t('useful.count', { count, n: number(count) })}</span>
        )}
      </form>
    </section>
  )
}
