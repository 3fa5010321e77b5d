import type {
  ActionFunctionArgs,
  HeadersFunction,
  LoaderFunctionArgs,
  MetaFunction,
} from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { EmailForm } from '#app/domain/identity/join.form.ts'
import { askReset } from '#app/domain/identity/reset.server.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Field } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Pagehead } from '#app/ui/pagehead.tsx'
import { pageTitle } from '#app/ui/page-title.ts'
import { useTyped } from '#app/ui/use-typed.ts'
import { back } from '#app/web/answer.server.ts'
import { invalid, read } from '#app/web/form.server.ts'
import { mayWriteTo, tooMany, tryLetterForm } from '#app/web/limit.server.ts'
import { transaction } from '#db/database.server.ts'

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, { key: 'identity:forgot.title' })
export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders

export const loader = ({ request }: LoaderFunctionArgs) => ({
  sent: new URL(request.url).searchParams.has('sent'),
})

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await read(request, EmailForm)
  if (form.reply) return invalid(form.reply)
  const { email } = form.values
  const wait = await tryLetterForm(context.visit.address)
  if (wait) return tooMany(wait, { email })
  if (await mayWriteTo(email)) await transaction((tx) => askReset(tx, email))
  return back('/forgot?sent=yes')
}

export default function Forgot() {
  const { t } = useTranslation('identity')
  const { sent } = useLoaderData<typeof loader>()
  const typed = useTyped()
  return (
    <>
      <Pagehead title={t('forgot.title')} lead={t('forgot.lead')} />
      <div className="stack">
        {sent && (
          <Notice tone="success" title={t('forgot.sentTitle')}>
            <p>{t('forgot.sent')}</p>
          </Notice>
        )}
        <ErrorSummary errors={typed.errors} />
        <form method="post" action="/forgot" className="form" noValidate>
          <Field
            {...typed.field('email')}
            label={t('email.label')}
            type="email"
            autoComplete="username"
            required
          />
          <div className="row acts">
            <Button icon="mail">{t('forgot.do')}</Button>
            <a href="/login">{t('forgot.back')}</a>
          </div>
        </form>
      </div>
    </>
  )
}
