import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useTranslation } from 'react-i18next'
import { changePassword } from '#app/domain/identity/account.server.ts'
import { passwordFault } from '#app/domain/identity/password.rules.ts'
import { hashPassword } from '#app/domain/identity/password.server.ts'
import { PasswordChangeForm } from '#app/domain/identity/profile.form.ts'
import { accountOf } from '#app/domain/identity/profile.server.ts'
import { siteSettings } from '#app/domain/site/site.server.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Field } from '#app/ui/field.tsx'
import { Pagehead } from '#app/ui/pagehead.tsx'
import { pageTitle } from '#app/ui/page-title.ts'
import { useTyped } from '#app/ui/use-typed.ts'
import { back } from '#app/web/answer.server.ts'
import { invalid, read } from '#app/web/form.server.ts'
import { requireProof } from '#app/web/guard.server.ts'
import { openSession } from '#app/web/sign-in.server.ts'
import { db, transaction } from '#db/database.server.ts'

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, { key: 'identity:password.change' })

export async function loader(knock: LoaderFunctionArgs) {
  await requireProof(knock)
  return null
}

export async function action(knock: ActionFunctionArgs) {
  const member = await requireProof(knock)
  const form = await read(knock.request, PasswordChangeForm)
  if (form.reply) return invalid(form.reply)
  const { password } = form.values
  const [{ email }, { name: siteName }] = await Promise.all([
    accountOf(db, member.id),
    siteSettings(db),
  ])
  const fault = passwordFault(password, { email: email ?? '', siteName })
  if (fault) return form.refuse({ password: `identity:password.${fault}` })

  const passwordHash = await hashPassword(password)
  await transaction((tx) => changePassword(tx, member.id, passwordHash))
  const { signedIn } = await openSession(knock, member.id)
  return back('/me/security', 'password-changed', [signedIn])
}

export default function MyPassword() {
  const { t } = useTranslation('identity')
  const typed = useTyped()
  return (
    <>
      <Pagehead title={t('password.change')} lead={t('password.changeLead')} />
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
            <a href="/me/security">{t('cancel')}</a>
          </div>
        </form>
      </div>
    </>
  )
}
