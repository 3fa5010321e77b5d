import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { furnishFaq } from '#app/domain/faq/furnish.server.ts'
import { furnishCare } from '#app/domain/care/furnish.server.ts'
import { furnishDossiers } from '#app/domain/dossiers/furnish.server.ts'
import { publishIdea } from '#app/domain/ideas/publish.server.ts'
import { passwordFault } from '#app/domain/identity/password.rules.ts'
import { hashPassword } from '#app/domain/identity/password.server.ts'
import { SetUpForm } from '#app/domain/identity/set-up.form.ts'
import { foundHouse } from '#app/domain/identity/set-up.server.ts'
import { findToken } from '#app/domain/identity/token.server.ts'
import { defaultAccent, fittingAccent, isColour } from '#app/domain/site/colour.rules.ts'
import { sampleIdeas } from '#app/domain/site/sample-ideas.ts'
import { changeSettings } from '#app/domain/site/site.server.ts'
import { furnish } from '#app/domain/workflow/furnish.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Choices } from '#app/ui/choices.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Field } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Pagehead } from '#app/ui/pagehead.tsx'
import { pageTitle } from '#app/ui/page-title.ts'
import { Swatch } from '#app/ui/swatch.tsx'
import { useTyped } from '#app/ui/use-typed.ts'
import { found } from '#app/web/answer.server.ts'
import { invalid, read } from '#app/web/form.server.ts'
import { enter } from '#app/web/sign-in.server.ts'
import { db, transaction } from '#db/database.server.ts'
import { now } from '#db/time.ts'

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, { key: 'identity:setUp.title' })

export async function loader({ params }: LoaderFunctionArgs) {
  found(await findToken(db, params.token!, 'set-up'))
  return null
}

export async function action(knock: ActionFunctionArgs) {
  const secret = knock.params.token!
  found(await findToken(db, secret, 'set-up'))
  const form = await read(knock.request, SetUpForm)
  if (form.reply) return invalid(form.reply)
  const { siteName, locale, samples, password, accent = defaultAccent, ...who } = form.values
  const fault = passwordFault(password, { email: who.email, siteName })
  if (fault) return form.refuse({ password: `identity:password.${fault}` })
  if (fittingAccent(accent) !== accent.toLowerCase())
    return form.refuse({ accent: 'identity:setUp.adjusted' })

  const passwordHash = await hashPassword(password)
  const admin = await transaction(async (tx) => {
    const founder = await foundHouse(tx, secret, { ...who, passwordHash, locale })
    if (!founder) return undefined
    const brand = accent === defaultAccent ? null : accent
    await changeSettings(tx, {
      name: siteName,
      locale,
      accent: brand,
      setUpAt: now().toISOString(),
    })
    await furnish(tx)
    await furnishDossiers(tx)
    await furnishCare(tx)
    await furnishFaq(tx)
    for (const idea of samples ? sampleIdeas[locale] : [])
      await publishIdea(tx, founder, { ...idea, locale })
    return founder
  })
  return enter(knock, found(admin).id, '/ideas', 'set-up-done')
}

export default function SetUp() {
  const { t } = useTranslation('identity')
  const typed = useTyped({ siteName: 'Granaio', samples: 'on' })
  return (
    <>
      <Pagehead title={t('setUp.title')} lead={t('setUp.lead')} />
      <div className="stack">
        <ErrorSummary errors={typed.errors} />
        <form method="post" className="form" noValidate>
          <h2>{t('setUp.you')}</h2>
          <Field
            {...typed.field('displayName')}
            label={t('name.label')}
            autoComplete="name"
            maxLength={40}
            required
          />
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
            hint={t('password.hint')}
            type="password"
            autoComplete="new-password"
            required
          />
          <Brand />
          <Field {...typed.tick('samples')} label={t('setUp.samples')} />
          <div className="row acts">
            <Button>{t('setUp.do')}</Button>
          </div>
        </form>
      </div>
    </>
  )
}

const nearestTo = (colour: string) => (isColour(colour) ? fittingAccent(colour) : defaultAccent)

function Brand() {
  const { t, i18n } = useTranslation('identity')
  const typed = useTyped({ siteName: 'Granaio', locale: i18n.language, accent: defaultAccent })
  const reply = useActionData() as { error?: Record<string, unknown> } | undefined
  const before = typed.text('accent') ?? defaultAccent
  const after = reply?.error?.accent ? nearestTo(before) : undefined
  return (
    <>
      <h2>{t('setUp.brand')}</h2>
      <Field
        {...typed.field('siteName')}
        label={t('setUp.name')}
        hint={t('setUp.nameHint')}
        maxLength={40}
        required
      />
      <Choices
        legend={t('settings.language')}
        name="locale"
        chosen={[typed.text('locale') ?? 'it']}
        choices={[
          { value: 'it', label: <span lang="it">Italiano</span> },
          { value: 'en', label: <span lang="en">English</span> },
        ]}
      />
      {after && (
        <Notice tone="warning" title={t('setUp.beforeAfter')}>
          <Swatch colour={before} label={t('setUp.before')} />
          <Swatch colour={after} label={t('setUp.after')} />
        </Notice>
      )}
      <Field
        {...typed.field('accent')}
        defaultValue={after ?? before}
        label={t('setUp.accent')}
        hint={t('setUp.accentHint')}
        type="color"
      />
    </>
  )
}
