import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { siteSettings } from '#app/domain/site/site.server.ts'
import { Columns } from '#app/ui/columns.tsx'
import { ogMeta } from '#app/ui/page-title.ts'
import { Pagehead } from '#app/ui/pagehead.tsx'
import { found } from '#app/web/answer.server.ts'
import { db } from '#db/database.server.ts'

const pages = ['privacy', 'terms', 'accessibility'] as const

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  data
    ? ogMeta(matches, {
        title: { key: `legal:pages.${data.page}.title` },
        description: '',
        path: `/legal/${data.page}`,
      })
    : []

export async function loader({ params }: LoaderFunctionArgs) {
  const page = found(pages.find((one) => one === params.page))
  return { page, name: (await siteSettings(db)).name }
}

type Section = { title: string; text: string[] }

export default function Legal() {
  const { t } = useTranslation('legal')
  const { page, name } = useLoaderData<typeof loader>()
  const sections = t(`pages.${page}.sections`, { returnObjects: true, name }) as Section[]
  return (
    <Columns
      label={t('contents')}
      first={
        <Pagehead
          title={t(`pages.${page}.title`)}
          lead={t(`pages.${page}.lead`)}
          above={t('updated')}
        />
      }
      aside={<Chapters titles={sections.map(({ title }) => title)} />}
    >
      <div className="prose legal">
        {sections.map(({ title, text }, i) => (
          <section key={title} aria-labelledby={`s-${i + 1}`}>
            <h2 id={`s-${i + 1}`}>{title}</h2>
            {text.map((paragraph) => (
              <p key={paragraph}>{paragraph}</p>
            ))}
          </section>
        ))}
      </div>
    </Columns>
  )
}

function Chapters({ titles }: { titles: string[] }) {
  const { t } = useTranslation('legal')
  return (
    <nav aria-labelledby="contents">
      <h2 id="contents">{t('contents')}</h2>
      <ol className="chapters">
        {titles.map((title, i) => (
          <li key={title}>
            <a href={`#s-${i + 1}`}>{title}</a>
          </li>
        ))}
      </ol>
    </nav>
  )
}
