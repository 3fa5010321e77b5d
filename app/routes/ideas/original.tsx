import { type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { Handle } from '#app/root.tsx'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { Byline } from '#app/ui/byline.tsx'
import { Columns } from '#app/ui/columns.tsx'
import { useFormat } from '#app/ui/format.ts'
import { Notice } from '#app/ui/notice.tsx'
import { Pagehead } from '#app/ui/pagehead.tsx'
import { pageTitle } from '#app/ui/page-title.ts'
import { Prose } from '#app/ui/prose.tsx'
import { StatusChip } from '#app/ui/status-chip.tsx'
import { Time } from '#app/ui/time.tsx'
import { Comments } from './show-comments.tsx'
import { type ideaPage, ideaOf, pageOf } from './show-loader.server.ts'
import { ShowIdea } from './show-idea.tsx'
import { Pictures } from './show-pictures.tsx'
import { Road } from './show-road.tsx'

export const handle: Handle = { section: 'ideas' }
// The words live on the page of the other idea; search engines are led there.
export const meta: MetaFunction<typeof loader> = ({ matches, data }) => [
  ...pageTitle(matches, {
    key: 'merges:original.title',
    values: { title: data?.idea.title ?? '' },
  }),
  { name: 'robots', content: 'noindex' },
]

/** An idea that was merged, as it was; of others, the page they have. */
export async function loader(knock: LoaderFunctionArgs) {
  const idea = await ideaOf(knock)
  // A title can be "Original": then this is the idea's own address.
  if (!idea.mergedIntoId && idea.slug !== 'original')
    throw redirect(`/ideas/${idea.number}/${idea.slug}`, 302)
  return pageOf(knock, idea)
}

export default function Original() {
  const { here } = useLoaderData<typeof ideaPage>()
  return here.lives ? <AsItWas /> : <ShowIdea />
}

function AsItWas() {
  const { t } = useTranslation(['merges', 'ideas'])
  const { idea, images, steps, history, answer, here } = useLoaderData<typeof ideaPage>()
  return (
    <>
      <Breadcrumb
        steps={[
          { label: t('ideas:page.ideas'), href: '/ideas' },
          { label: t('ideas:page.number', { number: idea.number }) },
        ]}
      />
      <Columns label={t('ideas:page.aside')} first={<Head />} aside={<Elsewhere />}>
        <div className="idea-rest">
          <section className="proposal">
            <Prose html={idea.html} lang={idea.lang} />
            <Pictures images={images} />
          </section>
          <Road steps={steps} history={history} answer={answer?.body} here={here} />
          <Comments />
        </div>
      </Columns>
    </>
  )
}

function Head() {
  const { t } = useTranslation(['merges', 'ideas'])
  const { idea, author, here } = useLoaderData<typeof ideaPage>()
  const target = here.lives!
  return (
    <div className="idea-head of-original">
      <Notice title={t('original.notice')}>
        <p>
          {t('original.text')}{' '}
          <a href={target.path} lang={target.lang}>
            {target.title}
          </a>
        </p>
      </Notice>
      <Pagehead
        title={<span lang={idea.lang}>{idea.title}</span>}
        above={
          <>
            <StatusChip status={idea.status} />
            <span>{t('ideas:page.number', { number: idea.number })}</span>
          </>
        }
      >
        <Byline author={author}>
          <Time at={idea.publishedAt} as="date" />
        </Byline>
      </Pagehead>
    </div>
  )
}

function Elsewhere() {
  const { t } = useTranslation('merges')
  const { number } = useFormat()
  const { here } = useLoaderData<typeof ideaPage>()
  const target = here.lives!
  return (
    <section className="support">
      <h2>{t('original.where')}</h2>
      <p lang={target.lang}>
        <b>{target.title}</b>
      </p>
      <p className="row">
        <StatusChip status={target.status} />
        <span className="quiet">
          {t('count.votes', { count: target.votesCount, n: number(target.votesCount) })}
        </span>
      </p>
      <ButtonLink href={target.path} icon="arrow-right">
        {t('original.go')}
      </ButtonLink>
    </section>
  )
}
