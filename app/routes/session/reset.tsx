import {
  type ActionFunctionArgs,
  json,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { NewPasswordForm } from '#app/domain/identity/join.form.ts'
import { passwordFault } from '#app/domain/identity/password.rules.ts'
import { hashPassword } from '#app/domain/identity/password.server.ts'
import { resetPassword } from '#app/domain/identity/reset.server.ts'
import { findToken } from '#app/domain/identity/token.server.ts'
import { siteSettings } from '#app/domain/site/site.server.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Field } from '#app/ui/field.tsx'
import { Pagehead } from '#app/ui/pagehead.tsx'
import { pageTitle } from '#app/ui/page-title.ts'
import { useTyped } from '#app/ui/use-typed.ts'
import { back } from '#app/web/answer.server.ts'
import { invalid, read } from '#app/web/form.server.ts'
import { forgetTries } from '#app/web/limit.server.ts'
import { db, transaction } from '#db/database.server.ts'

const gone = 410

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, { key: 'identity:reset.title' })

export async function loader({ params }: LoaderFunctionArgs) {
  const token = await findToken(db, params.token!, 'reset-password')
  return json({ good: !!token?.personId }, { status: token?.personId ? 200 : gone })
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const secret = params.token!
  const form = await read(request, NewPasswordForm)
  const token = await findToken(db, secret, 'reset-password')
  if (!token?.email) return json(null, { status: gone })
  if (form.reply) return invalid(form.reply)
  const { password } = form.values
  const { name: siteName } = await siteSettings(db)
  const fault = passwordFault(password, { email: token.email, siteName })
  if (fault) return form.refuse({ password: `identity:password.${fault}` })

  const passwordHash = await hashPassword(password)
  const outcome = await transaction((tx) => resetPassword(tx, secret, passwordHash))
  if (!outcome) return json(null, { status: gone })
  await forgetTries(token.email, context.visit.address)
  return back('/login', 'password-changed')
}

export default function Reset() {
  const { t } = useTranslation('identity')
  const { good } = useLoaderData<typeof loader>()
  const typed = useTyped()
  if (!good)
    return (
      <Pagehead title={t('link.gone')} lead={t('reset.gone')}>
        <p>
          <a href="/forgot">{t('reset.again')}</a>
        </p>
      </Pagehead>
    )
  return (
    <>
      <Pagehead title={t('reset.title')} lead={t('reset.lead')} />
      <div className="stack">
        <ErrorSummary errors={typed.errors} />
        <form method="post" className="form" noValidate>
          <Field
            {...typed.field('password')}
            label={t('password.new')}
            hint={t('password.hint')}
            type="password"
            autoComplete="new-password"
            required
          />
          <div className="row acts">
            <Button>{t('reset.do')}</Button>
          </div>
        </form>
      </div>
    </>
  )
}
