import {
  type ActionFunctionArgs,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { isOldEnough } from '#app/domain/identity/consent.rules.ts'
import { JoinForm } from '#app/domain/identity/join.form.ts'
import { join } from '#app/domain/identity/join.server.ts'
import { passwordFault } from '#app/domain/identity/password.rules.ts'
import { hashPassword } from '#app/domain/identity/password.server.ts'
import { findInviter } from '#app/domain/points/friend.server.ts'
import { siteSettings } from '#app/domain/site/site.server.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Field } from '#app/ui/field.tsx'
import { Pagehead } from '#app/ui/pagehead.tsx'
import { pageTitle } from '#app/ui/page-title.ts'
import { useTyped } from '#app/ui/use-typed.ts'
import { back } from '#app/web/answer.server.ts'
import { invalid, read } from '#app/web/form.server.ts'
import { mayWriteTo, tooMany, tryJoin } from '#app/web/limit.server.ts'
import { safePath } from '#app/web/safe-redirect.ts'
import { db, transaction } from '#db/database.server.ts'
import { now } from '#db/time.ts'

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, { key: 'identity:join.title' })
export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders

export async function loader({ request, context }: LoaderFunctionArgs) {
  if (context.visit.viewer) throw redirect('/me')
  const asked = new URL(request.url).searchParams
  const friend = (asked.get('friend') ?? '').slice(0, 100)
  const inviter = friend ? await findInviter(db, friend) : undefined
  const redirectTo = asked.get('redirectTo') ?? ''
  return { redirectTo, friend: inviter ? friend : '', inviter: inviter?.displayName }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await read(request, JoinForm)
  if (form.reply) return invalid(form.reply)
  const { email, password, displayName, birthYear, ...rest } = form.values
  const sent = () => back('/join/sent')
  if (rest.website) return sent()
  if (!isOldEnough(birthYear, now())) return form.refuse({ birthYear: 'identity:birthYear.young' })
  const { name: siteName } = await siteSettings(db)
  const fault = passwordFault(password, { email, siteName })
  if (fault) return form.refuse({ password: `identity:password.${fault}` })
  const { address, locale } = context.visit
  const wait = await tryJoin(address)
  if (wait) return tooMany(wait, { email, displayName, birthYear: String(birthYear) })

  const consents = (['terms', 'marketing', 'profiling'] as const).filter((each) => rest[each])
  const passwordHash = await hashPassword(password)
  const redirectTo = rest.redirectTo && safePath(rest.redirectTo)
  const { friend } = rest
  const said = { email, displayName, birthYear, passwordHash, consents, locale }
  const newcomer = { ...said, redirectTo, friend }
  if (await mayWriteTo(email)) await transaction((tx) => join(tx, newcomer))
  return sent()
}

export default function Join() {
  const { t } = useTranslation('identity')
  const { t: say } = useTranslation('points')
  const { redirectTo, friend, inviter } = useLoaderData<typeof loader>()
  const typed = useTyped({ redirectTo, friend })
  const login = redirectTo ? `/login?redirectTo=${encodeURIComponent(redirectTo)}` : '/login'
  return (
    <>
      <Pagehead title={t('join.title')} lead={t('join.lead')}>
        {inviter && <p>{say('friends.join', { name: inviter })}</p>}
      </Pagehead>
      <div className="stack">
        <ErrorSummary errors={typed.errors} />
        <form method="post" className="form" noValidate>
          <Field
            {...typed.field('displayName')}
            label={t('name.label')}
            hint={t('name.hint')}
            autoComplete="nickname"
            maxLength={40}
            required
          />
          <Field
            {...typed.field('email')}
            label={t('email.label')}
            hint={t('email.hint')}
            type="email"
            autoComplete="email"
            required
          />
          <Field
            {...typed.field('password')}
            label={t('password.label')}
            hint={t('password.hint')}
            type="password"
            autoComplete="new-password"
            required
          />
          <Field
            {...typed.field('birthYear')}
            label={t('birthYear.label')}
            hint={t('birthYear.hint')}
            inputMode="numeric"
            autoComplete="bday-year"
            maxLength={4}
            required
          />
          <Consents tick={typed.tick} />
          <div hidden>
            <Field name="website" label={t('join.trap')} tabIndex={-1} autoComplete="off" />
          </div>
          <input type="hidden" name="redirectTo" value={typed.text('redirectTo') ?? ''} />
          <input type="hidden" name="friend" value={typed.text('friend') ?? ''} />
          <div className="row acts">
            <Button>{t('join.do')}</Button>
            <a href={login}>{t('join.known')}</a>
          </div>
        </form>
      </div>
    </>
  )
}

function Consents({ tick }: { tick: ReturnType<typeof useTyped>['tick'] }) {
  const { t } = useTranslation('identity')
  return (
    <div className="stack">
      <Field
        {...tick('terms')}
        label={
          <>
            {t('terms.label')} <a href="/legal/terms">{t('terms.read')}</a>,{' '}
            <a href="/legal/privacy">{t('terms.privacy')}</a>
          </>
        }
        required
      />
      <Field {...tick('marketing')} label={t('marketing.label')} optional />
      <Field {...tick('profiling')} label={t('profiling.label')} optional />
      <p className="quiet">{t('consent.free')}</p>
    </div>
  )
}
