import type {
  ActionFunctionArgs,
  HeadersFunction,
  LoaderFunctionArgs,
  MetaFunction,
} from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { ProofForm } from '#app/domain/identity/login.form.ts'
import { proveSession } from '#app/domain/identity/session.server.ts'
import { provesToBe } from '#app/domain/identity/sign-in.server.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Field } from '#app/ui/field.tsx'
import { Pagehead } from '#app/ui/pagehead.tsx'
import { pageTitle } from '#app/ui/page-title.ts'
import { useTyped } from '#app/ui/use-typed.ts'
import { back } from '#app/web/answer.server.ts'
import { invalid, read } from '#app/web/form.server.ts'
import { requireConcerned } from '#app/web/guard.server.ts'
import { forgiveTries, tooMany, tryPassword } from '#app/web/limit.server.ts'
import { safePath } from '#app/web/safe-redirect.ts'
import { db, transaction } from '#db/database.server.ts'

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, { key: 'identity:proof.title' })
export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders

export async function loader(knock: LoaderFunctionArgs) {
  await requireConcerned(knock)
  return { redirectTo: new URL(knock.request.url).searchParams.get('redirectTo') ?? '' }
}

export async function action(knock: ActionFunctionArgs) {
  const member = await requireConcerned(knock)
  const form = await read(knock.request, ProofForm)
  if (form.reply) return invalid(form.reply)
  const { password, redirectTo = '' } = form.values
  const { address } = knock.context.visit
  const wait = await tryPassword(member.id, address)
  if (wait) return tooMany(wait, { redirectTo })
  if (!(await provesToBe(db, member.id, password)))
    return form.refuse({ password: 'identity:password.wrong' })

  await forgiveTries(member.id, address)
  await transaction((tx) => proveSession(tx, member.sessionId))
  return back(safePath(redirectTo, '/me/security'))
}

export default function Proof() {
  const { t } = useTranslation('identity')
  const { redirectTo } = useLoaderData<typeof loader>()
  const typed = useTyped({ redirectTo })
  return (
    <>
      <Pagehead title={t('proof.title')} lead={t('proof.lead')} />
      <div className="stack">
        <ErrorSummary errors={typed.errors} />
        <form method="post" className="form" noValidate>
          <Field
            {...typed.field('password')}
            label={t('password.label')}
            type="password"
            autoComplete="current-password"
            required
          />
          <input type="hidden" name="redirectTo" value={typed.text('redirectTo') ?? ''} />
          <div className="row acts">
            <Button icon="lock">{t('proof.do')}</Button>
            <a href="/forgot">{t('login.forgot')}</a>
          </div>
        </form>
      </div>
    </>
  )
}
