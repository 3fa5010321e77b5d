import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Avatar } from '#app/ui/avatar.tsx'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Field } from '#app/ui/field.tsx'
import { Icon } from '#app/ui/icon.tsx'
import type { DossierDesk } from './dossier-loader.server.ts'
import { Act } from './dossier-state.tsx'
import { type Told, useDossier, useSent } from './use-sent.ts'

/** Who scores and in which function, who has, and who leads by when. */
export function Team() {
  const { t } = useTranslation('dossiers')
  const { leads } = useLoaderData<DossierDesk>()
  const { team, state, isScoringClosed, isReconciled } = useDossier()
  const canAsk = leads && state === 'open' && !isScoringClosed && !isReconciled
  return (
    <section id="team">
      <h2>{t('team.title')}</h2>
      {team.length === 0 && <p className="quiet">{t('team.none')}</p>}
      <ul className="dossier-team">
        {team.map((one) => (
          <Evaluator key={one.id} one={one} canRemove={canAsk} />
        ))}
      </ul>
      {canAsk && <Ask />}
      {leads && state === 'open' && <Plan />}
    </section>
  )
}

type One = Told['team'][number]

function Evaluator({ one, canRemove }: { one: One; canRemove: boolean }) {
  const { t } = useTranslation('dossiers')
  const { person, duty, hasScored, isMe } = one
  const name = person?.displayName ?? t('team.former')
  return (
    <li>
      <Avatar person={person} size={32} />
      <div>
        <b>{name}</b> {isMe && <span className="quiet">{t('team.you')}</span>}
        {duty && <span className="quiet"> · {duty}</span>}
        <Whether hasScored={hasScored} />
      </div>
      {canRemove && !hasScored && !isMe && <Remove id={one.id} name={name} />}
    </li>
  )
}

function Whether({ hasScored }: Pick<One, 'hasScored'>) {
  const { t } = useTranslation('dossiers')
  return (
    <span className="status" data-tone={hasScored ? 'done' : 'neutral'}>
      <Icon name={hasScored ? 'circle-check' : 'clock'} />
      {t(hasScored ? 'team.done' : 'team.waiting')}
    </span>
  )
}

function Remove({ id, name }: { id: string; name: string }) {
  const { t } = useTranslation('dossiers')
  return (
    <form method="post">
      <input type="hidden" name="intent" value="remove" />
      <input type="hidden" name="evaluatorId" value={id} />
      <Button kind="ghost" aria-label={t('team.removeName', { name })}>
        {t('team.remove')}
      </Button>
    </form>
  )
}

function Ask() {
  const { t } = useTranslation('dossiers')
  const { scorers } = useLoaderData<DossierDesk>()
  const { errors, field } = useSent('assign')
  if (!scorers.length) return <p className="quiet">{t('team.everybody')}</p>
  return (
    <form method="post" className="stack composer" noValidate>
      <ErrorSummary errors={errors} />
      <input type="hidden" name="intent" value="assign" />
      <Field
        {...field('evaluatorId')}
        kind="select"
        label={t('team.ask')}
        options={[{ value: '', label: t('team.choose') }, ...scorers]}
        required
      />
      <Field
        {...field('duty')}
        label={t('team.duty')}
        hint={t('team.dutyHint')}
        list="duties"
        maxLength={60}
        optional
      />
      <datalist id="duties">
        {t('team.duties')
          .split('|')
          .map((duty) => (
            <option key={duty} value={duty} />
          ))}
      </datalist>
      <Button kind="plain" icon="plus">
        {t('team.askDo')}
      </Button>
    </form>
  )
}

function Plan() {
  const { t } = useTranslation('dossiers')
  const { leaders } = useLoaderData<DossierDesk>()
  const { id, version, lead, dueAt, publishedAt } = useDossier()
  const { errors, field, isBack } = useSent('plan', { leadId: lead?.id ?? '', dueAt })
  return (
    <details open={isBack || undefined} className="dossier-plan">
      <summary>
        {t('plan.title')} <Icon name="chevron-down" />
      </summary>
      <form method="post" className="stack composer" noValidate id="plan-form">
        <ErrorSummary errors={errors} />
        <input type="hidden" name="intent" value="plan" />
        <input type="hidden" name="dossierId" value={id} />
        <input type="hidden" name="version" value={version} />
        <Field
          {...field('leadId')}
          kind="select"
          label={t('plan.lead')}
          hint={isBack ? t('plan.now', { name: lead?.name ?? '–' }) : t('plan.leadHint')}
          options={[{ value: '', label: t('plan.nobody') }, ...leaders]}
        />
        <Field {...field('dueAt')} type="date" label={t('plan.due')} optional />
        <Button kind="plain">{t('plan.do')}</Button>
      </form>
      {!publishedAt && <Act intent="close" />}
    </details>
  )
}
