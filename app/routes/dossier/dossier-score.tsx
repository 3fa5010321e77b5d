import { useTranslation } from 'react-i18next'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Field, FieldError } from '#app/ui/field.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { type CriterionTold, useDossier, useSent } from './use-sent.ts'

/** The form in which somebody who was asked gives their scores, without those of the others. */
export function OwnScores() {
  const { t } = useTranslation('dossiers')
  const { id, criteria, mine, progress } = useDossier()
  const stored = Object.fromEntries(
    mine!.scores.flatMap(({ criterionId, score, note }) => [
      [`score-${criterionId}`, score],
      [`note-${criterionId}`, note],
    ]),
  )
  const sent = useSent('score', stored)
  const given = mine!.scores.length
  return (
    <section id="score" aria-labelledby="score-title">
      <h2 id="score-title">{t('score.title')}</h2>
      <p className="quiet">
        <Icon name="lock" /> {t(mine!.isDone ? 'score.leadDone' : 'score.lead', progress)}
      </p>
      <form method="post" className="dossier-score" noValidate>
        <ErrorSummary errors={sent.errors} />
        <input type="hidden" name="intent" value="score" />
        <input type="hidden" name="dossierId" value={id} />
        {criteria.map((criterion) => (
          <Criterion key={criterion.id} criterion={criterion} sent={sent} />
        ))}
        <div className="row acts">
          <Button icon="check">{t(mine!.isDone ? 'score.change' : 'score.do')}</Button>
          <span className="quiet">{t('score.given', { given, count: criteria.length })}</span>
        </div>
      </form>
    </section>
  )
}

type Sent = ReturnType<typeof useSent>

function Criterion({ criterion, sent }: { criterion: CriterionTold; sent: Sent }) {
  const { t } = useTranslation('dossiers')
  const { id, label, help } = criterion
  const name = `score-${id}`
  return (
    <fieldset id={sent.idOf(name)} aria-describedby={`${sent.idOf(name)}-hint`}>
      <legend>
        {label} <Weight criterion={criterion} />
      </legend>
      <p className="hint" id={`${sent.idOf(name)}-hint`}>
        {help}
      </p>
      {sent.error(name) && <FieldError id={sent.idOf(name)}>{sent.error(name)}</FieldError>}
      <Scale name={name} chosen={sent.text(name)} />
      <Field
        {...sent.field(`note-${id}`)}
        kind="textarea"
        rows={2}
        label={
          <>
            {t('score.note')} <span className="vh">{label}</span>
          </>
        }
        maxLength={2000}
        optional
      />
    </fieldset>
  )
}

/** How much a criterion counts, and on which axis. */
export function Weight({ criterion: { weight, axis } }: { criterion: CriterionTold }) {
  const { t } = useTranslation('dossiers')
  return <span className="quiet">{t('score.weight', { weight, axis: t(`axis.${axis}`) })}</span>
}

/** Five buttons from 1 to 5, the ends in words. */
export function Scale({ name, chosen }: { name: string; chosen?: string }) {
  const { t } = useTranslation('dossiers')
  return (
    <div className="scale">
      <span className="quiet" aria-hidden="true">
        {t('score.worst')}
      </span>
      {['1', '2', '3', '4', '5'].map((score) => (
        <label key={score}>
          <input type="radio" name={name} value={score} defaultChecked={chosen === score} />
          <span>{score}</span>
        </label>
      ))}
      <span className="quiet" aria-hidden="true">
        {t('score.best')}
      </span>
    </div>
  )
}
