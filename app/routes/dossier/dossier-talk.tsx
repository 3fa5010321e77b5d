import { useTranslation } from 'react-i18next'
import { Avatar } from '#app/ui/avatar.tsx'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Field } from '#app/ui/field.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { Prose } from '#app/ui/prose.tsx'
import { Time } from '#app/ui/time.tsx'
import { useDossier, useSent } from './use-sent.ts'

/** The private talk of the team, about the whole or about one criterion. */
export function Talk() {
  const { t } = useTranslation('dossiers')
  const { remarks, criteria } = useDossier()
  const labels = new Map(criteria.map(({ id, label }) => [id, label]))
  return (
    <section id="talk" aria-labelledby="talk-title">
      <h2 id="talk-title">{t('talk.title')}</h2>
      {remarks.length === 0 && <p className="quiet">{t('talk.none')}</p>}
      <ol className="dossier-talk">
        {remarks.map(({ id, author, criterionId, createdAt, html }) => (
          <li key={id}>
            <p className="byline">
              <Avatar person={author} size={28} />
              <b>{author?.displayName ?? t('team.former')}</b>
              {criterionId && <span className="about">{labels.get(criterionId)}</span>}
              <span className="quiet">
                <Time at={createdAt} />
              </span>
            </p>
            <Prose html={html} />
          </li>
        ))}
      </ol>
      <Say />
    </section>
  )
}

function Say() {
  const { t } = useTranslation('dossiers')
  const { id, criteria } = useDossier()
  const { errors, field } = useSent('remark')
  return (
    <form method="post" className="composer internal" noValidate id="remark-form">
      <ErrorSummary errors={errors} />
      <input type="hidden" name="intent" value="remark" />
      <input type="hidden" name="dossierId" value={id} />
      <p>
        <Icon name="lock" /> {t('talk.private')}
      </p>
      <Field
        {...field('criterionId')}
        kind="select"
        label={t('talk.about')}
        options={[
          { value: '', label: t('talk.whole') },
          ...criteria.map((one) => ({ value: one.id, label: one.label })),
        ]}
      />
      <Field
        {...field('body')}
        kind="textarea"
        rows={3}
        label={t('talk.body')}
        maxLength={4000}
        required
      />
      <Button kind="plain" icon="message-circle">
        {t('talk.do')}
      </Button>
    </form>
  )
}
