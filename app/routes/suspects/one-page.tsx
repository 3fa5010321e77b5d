import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { Button } from '#app/ui/button.tsx'
import { Choices } from '#app/ui/choices.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Field } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Pagehead } from '#app/ui/pagehead.tsx'
import { usePoints } from '#app/ui/points.tsx'
import { Time } from '#app/ui/time.tsx'
import { useTyped } from '#app/ui/use-typed.ts'
import { Evidence, People } from './evidence.tsx'
import { Facts } from './facts.tsx'
import type { onePage } from './one-loader.server.ts'

/** What looks like farming, who is concerned, what speaks for it, and what to do about it. */
export function OneSuspicion() {
  const { t } = useTranslation('points')
  const points = usePoints()
  const one = useLoaderData<typeof onePage>()
  const title = t(`suspects.kind.${one.kind}`)
  return (
    <>
      <Breadcrumb
        steps={[{ label: t('suspects.back'), href: '/staff/suspects' }, { label: title }]}
      />
      <Pagehead title={title}>
        <div className="lead">
          <Facts fact={one.fact} />
        </div>
        <p className="quiet">
          {t('suspects.foundAt')} <Time at={one.foundAt} />
          {one.state === 'open' &&
            ` · ${one.held ? t('suspects.held', { points: points.text(one.held) }) : t('suspects.nothingHeld')}`}
        </p>
      </Pagehead>
      <div className="sections suspects">
        {one.state === 'open' ? <Decide /> : <Decided />}
        <People />
        <Evidence />
      </div>
    </>
  )
}

function Decided() {
  const { t } = useTranslation('points')
  const points = usePoints()
  const one = useLoaderData<typeof onePage>()
  const { errors } = useTyped()
  return (
    <section aria-labelledby="decided">
      {errors.length > 0 && <Notice tone="warning">{t('suspects.already')}</Notice>}
      <h2 id="decided">{t('suspects.decidedTitle')}</h2>
      <p>
        {t('suspects.decidedLine', {
          state: t(`suspects.state.${one.state}`),
          who: one.decider?.displayName ?? t('suspects.gone'),
          points: points.text(one.points),
        })}
        {one.decidedAt && ' · '}
        {one.decidedAt && <Time at={one.decidedAt} />}
      </p>
      {one.note && <blockquote>{one.note}</blockquote>}
    </section>
  )
}

function Decide() {
  const { t } = useTranslation('points')
  const { isOwn } = useLoaderData<typeof onePage>()
  const { errors, field, text } = useTyped()
  if (isOwn) return <Notice>{t('suspects.own')}</Notice>
  const choices = [
    { value: 'clear', label: t('suspects.clear'), hint: t('suspects.clearHint') },
    { value: 'take-back', label: t('suspects.takeBack'), hint: t('suspects.takeBackHint') },
  ]
  return (
    <section aria-labelledby="decide">
      <h2 id="decide">{t('suspects.decide')}</h2>
      <ErrorSummary errors={errors} />
      <form method="post" className="form" noValidate>
        <Choices
          legend={t('suspects.intent')}
          name="intent"
          chosen={[text('intent') ?? '']}
          choices={choices}
          error={errors.find(({ name }) => name === 'intent')?.message}
          required
        />
        <Field
          {...field('note')}
          kind="textarea"
          rows={3}
          label={t('suspects.note')}
          hint={t('suspects.noteHint')}
          required
        />
        <div className="row">
          <Button>{t('suspects.save')}</Button>
        </div>
      </form>
    </section>
  )
}
