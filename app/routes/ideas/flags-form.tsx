import { useTranslation } from 'react-i18next'
import { flagReasons } from '#app/domain/moderation/flag.form.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Choices } from '#app/ui/choices.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Field } from '#app/ui/field.tsx'
import { Pagehead } from '#app/ui/pagehead.tsx'
import { useTyped } from '#app/ui/use-typed.ts'

type Props = { title: string; quote: string; backHref: string }

/** The page on which somebody reports an idea or a comment; `quote` is what they report. */
export function FlagPage({ title, quote, backHref }: Props) {
  const { t } = useTranslation('ideas')
  const typed = useTyped()
  const chosen = typed.text('reason')
  return (
    <>
      <Pagehead title={title} lead={t('flags.lead')} />
      <form method="post" className="measure stack">
        <ErrorSummary errors={typed.errors} />
        <blockquote className="reported">{quote}</blockquote>
        <Choices
          legend={t('flags.reason')}
          name="reason"
          chosen={chosen ? [chosen] : []}
          error={typed.field('reason').error}
          required
          choices={flagReasons.map((value) => ({
            value,
            label: t(`flags.reasons.${value}`),
          }))}
        />
        <Field
          {...typed.field('note')}
          kind="textarea"
          label={t('flags.note')}
          hint={t('flags.noteHint')}
          rows={3}
          maxLength={1000}
          optional
        />
        <div className="row">
          <Button icon="flag">{t('flags.send')}</Button>
          <ButtonLink kind="ghost" href={backHref}>
            {t('flags.cancel')}
          </ButtonLink>
        </div>
      </form>
    </>
  )
}
