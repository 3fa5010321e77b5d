import type {
  ActionFunctionArgs,
  HeadersFunction,
  LinksFunction,
  LoaderFunctionArgs,
  MetaFunction,
} from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { faqLimits, FeedbackForm } from '#app/domain/faq/faq.form.ts'
import { findArticle } from '#app/domain/faq/faq.server.ts'
import { sayUseful } from '#app/domain/faq/feedback.server.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import faqStyles from '#app/ui/faq.css?url'
import { Field } from '#app/ui/field.tsx'
import { pageTitle } from '#app/ui/page-title.ts'
import { Pagehead } from '#app/ui/pagehead.tsx'
import { useTyped } from '#app/ui/use-typed.ts'
import { back, found } from '#app/web/answer.server.ts'
import { invalid, read } from '#app/web/form.server.ts'
import { tooMany, tryFeedback } from '#app/web/limit.server.ts'
import { readerOf } from '#app/web/reader.server.ts'
import { db, transaction } from '#db/database.server.ts'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: faqStyles }]
export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders
export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, { key: 'faq:useful.wordsAsk' })

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { slug, titleIt, titleEn } = found(await findArticle(db, params.slug!))
  const said = new URL(request.url).searchParams.get('said')
  const title = context.visit.locale === 'it' ? titleIt : titleEn
  return { slug, title, said: said === 'no' ? ('no' as const) : ('yes' as const) }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const article = found(await findArticle(db, params.slug!))
  const form = await read(request, FeedbackForm)
  if (form.reply) return invalid(form.reply)
  const { useful, comment, website } = form.values
  const here = `/faq/${article.slug}`
  if (website) return back(here, 'faq-said')
  const wait = await tryFeedback(context.visit.address)
  if (wait) return tooMany(wait, { useful, comment })

  const said = { isUseful: useful === 'yes', comment }
  found(await transaction((tx) => sayUseful(tx, readerOf(context.visit), article.slug, said)))
  // Whoever was helped goes on reading; whoever was not may say what was missing.
  const asksMore = useful === 'no' && !comment
  return asksMore ? back(`${here}/feedback?said=no`) : back(`${here}#useful`, 'faq-said')
}

/** What was missing, in words, for who found no help: they have been counted already. */
export default function FaqFeedback() {
  const { t } = useTranslation('faq')
  const { slug, title, said } = useLoaderData<typeof loader>()
  const typed = useTyped({ useful: said })
  return (
    <>
      <Breadcrumb
        steps={[
          { label: t('title'), href: '/faq' },
          { label: title, href: `/faq/${slug}` },
        ]}
      />
      <Pagehead title={t('useful.wordsAsk')} lead={t(`useful.wordsLead.${said}`)} />
      <div className="stack">
        <ErrorSummary errors={typed.errors} />
        <form method="post" className="form" noValidate>
          <input type="hidden" name="useful" value={typed.text('useful') ?? said} />
          <Field
            {...typed.field('comment')}
            kind="textarea"
            rows={4}
            label={t('useful.words')}
            hint={t('useful.wordsHint')}
            maxLength={faqLimits.comment}
            optional
          />
          <div hidden>
            <Field name="website" label={t('useful.trap')} tabIndex={-1} autoComplete="off" />
          </div>
          <div className="row acts">
            <Button>{t('useful.send')}</Button>
            <a href="/contact">{t('useful.write')}</a>
          </div>
        </form>
      </div>
    </>
  )
}
