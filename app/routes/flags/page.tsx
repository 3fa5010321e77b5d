import { Trans, useTranslation } from 'react-i18next'
import { flagReasons } from '#app/domain/moderation/flag.form.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Choices } from '#app/ui/choices.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Field } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Pagehead } from '#app/ui/pagehead.tsx'
import { useTyped } from '#app/ui/use-typed.ts'

type Page = {
  quote: string
  path: string
  isGuest: boolean
  isSent: boolean
  here: string
  /** The pictures of an idea, each of which can be reported by itself. */
  pictures?: { id: string; alt: string }[]
}

/** The page on which somebody reports something that can be read here; `quote` is what they report. */
export function FlagPage({ title, page }: { title: string; page: Page }) {
  const { t } = useTranslation('ideas')
  const { t: say } = useTranslation('moderation')
  const { quote, path, isGuest, isSent, here } = page
  const typed = useTyped()
  if (isSent && isGuest) return <Sent title={title} path={path} />
  return (
    <>
      <Pagehead title={title} lead={isGuest ? <GuestLead here={here} /> : t('flags.lead')} />
      <form method="post" action={here} className="measure stack">
        <ErrorSummary errors={typed.errors} />
        <blockquote className="reported">{quote || say('flags.noAlt')}</blockquote>
        <Reasons />
        <Field
          {...typed.field('note')}
          kind="textarea"
          label={t('flags.note')}
          hint={t('flags.noteHint')}
          rows={3}
          maxLength={1000}
          optional
        />
        {isGuest && <Address />}
        <p className="quiet">
          <Trans t={say} i18nKey="flags.rules" components={{ a: <a href="/legal/terms" /> }} />
        </p>
        <div className="row">
          <Button icon="flag">{t('flags.send')}</Button>
          <ButtonLink kind="ghost" href={path}>
            {t('flags.cancel')}
          </ButtonLink>
        </div>
      </form>
      {!!page.pictures?.length && <Pictures pictures={page.pictures} />}
    </>
  )
}

function Pictures({ pictures }: { pictures: { id: string; alt: string }[] }) {
  const { t } = useTranslation('moderation')
  return (
    <section aria-labelledby="pictures" className="measure stack">
      <h2 id="pictures">{t('flags.pictures')}</h2>
      <ul className="row plain-list">
        {pictures.map(({ id, alt }, i) => (
          <li key={id}>
            <a href={`/images/${id}/flags`} rel="nofollow">
              <img
                src={`/images/${id}/thumb`}
                alt={alt || t('flags.picture', { n: i + 1 })}
                width={96}
                height={72}
              />
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

function GuestLead({ here }: { here: string }) {
  const { t } = useTranslation('moderation')
  const href = `/login?redirectTo=${encodeURIComponent(here)}`
  return <Trans t={t} i18nKey="flags.guestLead" components={{ a: <a href={href} /> }} />
}

function Reasons() {
  const { t } = useTranslation('ideas')
  const typed = useTyped()
  const chosen = typed.text('reason')
  return (
    <Choices
      legend={t('flags.reason')}
      name="reason"
      chosen={chosen ? [chosen] : []}
      error={typed.field('reason').error}
      required
      choices={flagReasons.map((value) => ({ value, label: t(`flags.reasons.${value}`) }))}
    />
  )
}

function Address() {
  const { t } = useTranslation('moderation')
  const { t: say } = useTranslation('ideas')
  const { field } = useTyped()
  return (
    <>
      <Field
        {...field('email')}
        type="email"
        label={t('flags.email')}
        hint={t('flags.emailHint')}
        autoComplete="email"
        maxLength={254}
        required
      />
      <div hidden>
        <Field name="website" label={say('editor.fields.trap')} tabIndex={-1} autoComplete="off" />
      </div>
    </>
  )
}

function Sent({ title, path }: { title: string; path: string }) {
  const { t } = useTranslation('moderation')
  return (
    <>
      <Pagehead title={title} />
      <div className="measure stack">
        <Notice tone="success" title={t('flags.sentTitle')}>
          <p>{t('flags.sentText')}</p>
        </Notice>
        <ButtonLink kind="plain" href={path}>
          {t('flags.back')}
        </ButtonLink>
      </div>
    </>
  )
}
