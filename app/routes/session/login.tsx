import {
  type ActionFunctionArgs,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { LoginForm } from '#app/domain/identity/login.form.ts'
import { confirmAgain, recognise } from '#app/domain/identity/sign-in.server.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Field } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Pagehead } from '#app/ui/pagehead.tsx'
import { pageTitle } from '#app/ui/page-title.ts'
import { useTyped } from '#app/ui/use-typed.ts'
import { cookiesOf } from '#app/web/cookie.server.ts'
import { invalid, read } from '#app/web/form.server.ts'
import { forgiveTries, mayWriteTo, tooMany, tryPassword } from '#app/web/limit.server.ts'
import { safePath } from '#app/web/safe-redirect.ts'
import { enter, enterShutOut } from '#app/web/sign-in.server.ts'
import { db, transaction } from '#db/database.server.ts'

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, { key: 'identity:login.title' })
export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders

export async function loader({ request, context }: LoaderFunctionArgs) {
  const redirectTo = new URL(request.url).searchParams.get('redirectTo') ?? ''
  if (context.visit.viewer) throw redirect(safePath(redirectTo, '/me'))
  return { redirectTo, pending: !!cookiesOf(request.headers.get('Cookie'))('pending') }
}

export async function action(knock: ActionFunctionArgs) {
  const form = await read(knock.request, LoginForm)
  if (form.reply) return invalid(form.reply)
  const { email, password, redirectTo = '' } = form.values
  const { address } = knock.context.visit
  const wait = await tryPassword(email, address)
  if (wait) return tooMany(wait, { email, redirectTo })

  const found = await recognise(db, email, password)
  if (found.is === 'known') {
    await forgiveTries(email, address)
    return enter(knock, found.personId, safePath(redirectTo, '/ideas'), 'signed-in')
  }
  if (found.is === 'shut-out') {
    await forgiveTries(email, address)
    return enterShutOut(knock, found.personId)
  }
  if (found.is === 'unconfirmed' && (await mayWriteTo(email)))
    await transaction((tx) => confirmAgain(tx, found.personId))
  return form.refuse({ email: 'identity:login.refused' })
}

export default function Login() {
  const { t } = useTranslation('identity')
  const { redirectTo, pending } = useLoaderData<typeof loader>()
  const typed = useTyped({ redirectTo })
  const join = redirectTo ? `/join?redirectTo=${encodeURIComponent(redirectTo)}` : '/join'
  return (
    <>
      <Pagehead title={t('login.title')} lead={t('login.lead')} />
      <div className="stack">
        {pending && <Notice>{t('login.pending')}</Notice>}
        <ErrorSummary errors={typed.errors} />
        <form method="post" className="form" noValidate>
          <Field
            {...typed.field('email')}
            label={t('email.label')}
            type="email"
            autoComplete="username"
            required
          />
          <Field
            {...typed.field('password')}
            label={t('password.label')}
            type="password"
            autoComplete="current-password"
            required
          />
          <input type="hidden" name="redirectTo" value={typed.text('redirectTo') ?? ''} />
          <div className="row acts">
            <Button icon="log-in">{t('login.do')}</Button>
            <a href="/forgot">{t('login.forgot')}</a>
          </div>
        </form>
        <p>
          {t('login.new')} <a href={join}>{t('login.join')}</a>
        </p>
      </div>
    </>
  )
}
