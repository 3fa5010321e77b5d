import type {
  ActionFunctionArgs,
  HeadersFunction,
  LoaderFunctionArgs,
  MetaFunction,
} from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { askEmailChange } from '#app/domain/identity/account.server.ts'
import { foldedEmail } from '#app/domain/identity/name.rules.ts'
import { EmailChangeForm } from '#app/domain/identity/profile.form.ts'
import { accountOf } from '#app/domain/identity/profile.server.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Field } from '#app/ui/field.tsx'
import { Pagehead } from '#app/ui/pagehead.tsx'
import { pageTitle } from '#app/ui/page-title.ts'
import { useTyped } from '#app/ui/use-typed.ts'
import { back } from '#app/web/answer.server.ts'
import { invalid, read } from '#app/web/form.server.ts'
import { requireProof } from '#app/web/guard.server.ts'
import { mayWriteTo, tooMany, tryLetterForm } from '#app/web/limit.server.ts'
import { db, transaction } from '#db/database.server.ts'

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, { key: 'identity:email.change' })
export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders

export async function loader(knock: LoaderFunctionArgs) {
  const { id } = await requireProof(knock)
  const { email } = await accountOf(db, id)
  return { email }
}

export async function action(knock: ActionFunctionArgs) {
  const member = await requireProof(knock)
  const form = await read(knock.request, EmailChangeForm)
  if (form.reply) return invalid(form.reply)
  const { email } = form.values
  const { email: old } = await accountOf(db, member.id)
  if (old && foldedEmail(old) === foldedEmail(email))
    return form.refuse({ email: 'identity:email.same' })
  const wait = await tryLetterForm(knock.context.visit.address)
  if (wait) return tooMany(wait, { email })
  if (await mayWriteTo(email)) await transaction((tx) => askEmailChange(tx, member.id, email))
  return back('/me/security', 'email-sent')
}

export default function MyEmail() {
  const { t } = useTranslation('identity')
  const { email } = useLoaderData<typeof loader>()
  const typed = useTyped()
  return (
    <>
      <Pagehead title={t('email.change')} lead={t('email.changeLead')} />
      <div className="stack">
        <ErrorSummary errors={typed.errors} />
        <p>
          {t('email.now')} <strong>{email}</strong>
        </p>
        <form method="post" className="form" noValidate>
          <Field
            {...typed.field('email')}
            label={t('email.new')}
            type="email"
            autoComplete="email"
            required
          />
          <div className="row acts">
            <Button icon="mail">{t('email.send')}</Button>
            <a href="/me/security">{t('cancel')}</a>
          </div>
        </form>
      </div>
    </>
  )
}
