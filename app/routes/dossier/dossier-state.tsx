import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { useFormat } from '#app/ui/format.ts'
import type { Intent } from '#app/domain/dossiers/dossier.form.ts'
import type { DossierDesk } from './dossier-loader.server.ts'
import { useDossier, useSent } from './use-sent.ts'

const steps = ['asking', 'scoring', 'settling', 'writing', 'publishing', 'published'] as const

/** Where the dossier stands, what is next, and by when. */
export function State() {
  const { t } = useTranslation('dossiers')
  const { date } = useFormat()
  const { stage, progress, dueAt, lead } = useDossier()
  const at = steps.findIndex((step) => step === stage)
  return (
    <section className="dossier-state" id="state" aria-labelledby="state-title">
      <h2 id="state-title">{t(`state.next.${stage}`, { count: progress.asked, ...progress })}</h2>
      <p className="quiet">
        {lead ? t('state.lead', { name: lead.name }) : t('state.noLead')}
        {dueAt && <> · {t('state.due', { date: date(dueAt) })}</>}
      </p>
      {stage !== 'closed' && (
        <ol className="dossier-steps">
          {steps.map((step, i) => (
            <li
              key={step}
              data-state={i < at ? 'done' : i === at ? 'current' : 'next'}
              aria-current={i === at ? 'step' : undefined}
            >
              {t(`state.steps.${step}`)}
            </li>
          ))}
        </ol>
      )}
      <Acts />
    </section>
  )
}

function Acts() {
  const { leads } = useLoaderData<DossierDesk>()
  const { state } = useDossier()
  if (!leads || state !== 'open') return null
  return (
    <div className="row">
      <CloseScoring />
      <ReopenScoring />
    </div>
  )
}

function CloseScoring() {
  const { t } = useTranslation('dossiers')
  const { isLead, stage, progress } = useDossier()
  if (!isLead || stage !== 'scoring' || !progress.done) return null
  return <Act intent="close-scoring" hint={t('acts.close-scoringHint')} />
}

function ReopenScoring() {
  const { sees, isScoringClosed, isReconciled, publishedAt } = useDossier()
  const isFrozen = isScoringClosed || isReconciled
  return sees && isFrozen && !publishedAt ? <Act intent="reopen-scoring" /> : null
}

type Plain = Extract<Intent, 'close-scoring' | 'reopen-scoring' | 'close' | 'retract'>

/** One thing that a lead does with one button, to the version that is shown. */
export function Act({ intent, hint }: { intent: Plain; hint?: string }) {
  const { t } = useTranslation('dossiers')
  const { id, version } = useDossier()
  const { errors } = useSent(intent)
  return (
    <form method="post" id={`${intent}-form`} className="one-act">
      <ErrorSummary errors={errors} />
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="dossierId" value={id} />
      <input type="hidden" name="version" value={version} />
      <Button kind="plain" aria-describedby={hint && `${intent}-hint`}>
        {t(`acts.${intent}`)}
      </Button>
      {hint && (
        <p className="quiet" id={`${intent}-hint`}>
          {hint}
        </p>
      )}
    </form>
  )
}
