import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { bandOf } from '#app/domain/dossiers/band.rules.ts'
import { Button } from '#app/ui/button.tsx'
import { Meter } from '#app/ui/dossier-box.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Field, FieldError } from '#app/ui/field.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { Notice } from '#app/ui/notice.tsx'
import type { DossierDesk } from './dossier-loader.server.ts'
import { Scale, Weight } from './dossier-score.tsx'
import { Formula } from './dossier-formula.tsx'
import { useDecimal } from './use-decimal.ts'
import { type CriterionTold, useDossier, useSent } from './use-sent.ts'

/** Everybody's scores, criterion by criterion, and the verdict that the lead draws from them. */
export function Verdicts() {
  const { t } = useTranslation('dossiers')
  const { leads } = useLoaderData<DossierDesk>()
  const { criteria, state, stage, isReconciled } = useDossier()
  const disputed = criteria.filter(({ isDisputed }) => isDisputed)
  const canDecide = leads && state === 'open' && stage !== 'scoring' && stage !== 'asking'
  return (
    <section id="scores" aria-labelledby="scores-title">
      <h2 id="scores-title">{t('verdicts.title')}</h2>
      {disputed.length > 0 && !isReconciled && (
        <Notice tone="warning" title={t('verdicts.disputed', { count: disputed.length })}>
          <p>{t('verdicts.disputedText')}</p>
        </Notice>
      )}
      {canDecide ? <Deciding /> : <Read />}
      <Formula />
    </section>
  )
}

function Read() {
  const { criteria, isReconciled } = useDossier()
  return (
    <div className="verdicts">
      {criteria.map((criterion) => (
        <section key={criterion.id} className="verdict" data-disputed={criterion.isDisputed}>
          <h3>
            {criterion.label} <Weight criterion={criterion} />
          </h3>
          <Scores criterion={criterion} />
          {isReconciled && <Verdict criterion={criterion} />}
        </section>
      ))}
    </div>
  )
}

function Deciding() {
  const { t } = useTranslation('dossiers')
  const { id, version, criteria, isReconciled } = useDossier()
  const sent = useSent('reconcile', suggested(criteria))
  return (
    <form method="post" className="verdicts" noValidate id="reconcile-form">
      <ErrorSummary errors={sent.errors} />
      <input type="hidden" name="intent" value="reconcile" />
      <input type="hidden" name="dossierId" value={id} />
      <input type="hidden" name="version" value={version} />
      {criteria.map((criterion) => (
        <Choice key={criterion.id} criterion={criterion} sent={sent} />
      ))}
      <p className="quiet">{t('verdicts.freeze')}</p>
      <div className="row acts">
        <Button icon="scale" kind={isReconciled ? 'plain' : 'primary'}>
          {t(isReconciled ? 'verdicts.again' : 'verdicts.do')}
        </Button>
      </div>
    </form>
  )
}

/** Where all agree their average is suggested; where they do not, nothing is. */
const suggested = (criteria: CriterionTold[]) =>
  Object.fromEntries(
    criteria.flatMap(({ id, verdict, tally, isDisputed }) => {
      const agreed = tally && !isDisputed ? Math.round(tally.average) : undefined
      return [
        [`verdict-${id}`, verdict?.score ?? agreed],
        [`remark-${id}`, verdict?.remark],
      ]
    }),
  )

type ChoiceProps = { criterion: CriterionTold; sent: ReturnType<typeof useSent> }

function Choice({ criterion, sent }: ChoiceProps) {
  const { t } = useTranslation('dossiers')
  const { id, label, isDisputed, verdict } = criterion
  const name = `verdict-${id}`
  return (
    <fieldset className="verdict" data-disputed={isDisputed} id={sent.idOf(name)}>
      <legend>
        {label} <Weight criterion={criterion} />
      </legend>
      <Scores criterion={criterion} />
      {sent.error(name) && <FieldError id={sent.idOf(name)}>{sent.error(name)}</FieldError>}
      <div className="decision">
        <b>{t('verdicts.verdict')}</b>
        <Scale name={name} chosen={sent.text(name)} />
        {sent.isBack && verdict && (
          <p className="quiet">{t('verdicts.now', { score: verdict.score })}</p>
        )}
      </div>
      {isDisputed ? (
        <Why criterion={criterion} sent={sent} />
      ) : (
        <details open={!!sent.text(`remark-${id}`) || undefined}>
          <summary>
            {t('verdicts.addRemark')} <span className="vh">{label}</span>{' '}
            <Icon name="chevron-down" />
          </summary>
          <Why criterion={criterion} sent={sent} />
        </details>
      )}
    </fieldset>
  )
}

function Why({ criterion: { id, label, isDisputed }, sent }: ChoiceProps) {
  const { t } = useTranslation('dossiers')
  return (
    <Field
      {...sent.field(`remark-${id}`)}
      kind="textarea"
      rows={2}
      label={
        <>
          {t('verdicts.remark')} <span className="vh">{label}</span>
        </>
      }
      hint={isDisputed ? t('verdicts.remarkNeeded') : undefined}
      required={isDisputed}
      maxLength={2000}
    />
  )
}

function Verdict({ criterion: { axis, verdict } }: { criterion: CriterionTold }) {
  const { t } = useTranslation('dossiers')
  if (!verdict) return null
  const band = bandOf(verdict.score)
  return (
    <div className="decision">
      <b>{t('verdicts.is', { score: verdict.score })}</b>
      <span>
        <Meter band={band} /> {t(`box.${axis}.${band}`)}
      </span>
      {verdict.remark && <p>{verdict.remark}</p>}
    </div>
  )
}

/** Each evaluator's score and note; how far apart they are stands above. */
function Scores({ criterion: { tally, isDisputed, scores } }: { criterion: CriterionTold }) {
  const { t } = useTranslation('dossiers')
  const decimal = useDecimal()
  if (!tally) return <p className="quiet">{t('verdicts.noScores')}</p>
  const { average, spread } = tally
  return (
    <>
      <p className="tally">
        <span>{t('verdicts.tally', { average: decimal(average), spread })}</span>{' '}
        {isDisputed && (
          <span className="status" data-tone="warning">
            <Icon name="triangle-alert" /> {t('verdicts.flag')}
          </span>
        )}
      </p>
      <ul className="given">
        {scores.map(({ evaluatorId, name, score, note }) => (
          <li key={evaluatorId}>
            <span className="mark">{score}</span>
            <div>
              <b>{name}</b>
              {note && <p className="note">{note}</p>}
            </div>
          </li>
        ))}
      </ul>
    </>
  )
}
