import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { Pagehead } from '#app/ui/pagehead.tsx'
import { useTyped } from '#app/ui/use-typed.ts'
import type { CriteriaData } from '../staff/settings-criteria.tsx'
import { CriterionFields } from './criterion-fields.tsx'
import { type Criterion, useBack } from './use-back.ts'

/** What ideas are weighed by: words, weight, axis, order; new ones, and those of the past. */
export function CriteriaPage() {
  const { t } = useTranslation('dossiers')
  const { inUse } = useLoaderData<CriteriaData>()
  const { errors } = useTyped()
  const isBack = useBack()
  const place = isBack ?? ''
  return (
    <>
      <Breadcrumb
        steps={[
          { label: t('criteria.settings'), href: '/staff/settings' },
          { label: t('criteria.title') },
        ]}
      />
      <Pagehead title={t('criteria.title')} lead={t('criteria.lead')} />
      <div className="stack measure criteria" id="criteria">
        <ErrorSummary errors={errors.map((one) => ({ ...one, name: `${place}-${one.name}` }))} />
        <p className="quiet">{t('criteria.formula')}</p>
        <ol className="stack">
          {inUse.map((one, at) => (
            <Item key={one.id} one={one} at={at} />
          ))}
        </ol>
        <details open={isBack === 'add' || undefined}>
          <summary>
            {t('criteria.add')} <Icon name="chevron-down" />
          </summary>
          <form method="post" className="composer" noValidate>
            <CriterionFields place="add" />
            <Button name="intent" value="add" icon="plus">
              {t('criteria.addDo')}
            </Button>
          </form>
        </details>
        <Retired />
      </div>
    </>
  )
}

function Item({ one, at }: { one: Criterion; at: number }) {
  const { t, i18n } = useTranslation('dossiers')
  const { inUse } = useLoaderData<CriteriaData>()
  const isBack = useBack() === one.id
  const label = i18n.language === 'it' ? one.labelIt : one.labelEn
  return (
    <li id={`criterion-${one.id}`} className="criterion">
      <div className="criterion-head">
        <div>
          <b>{label}</b>{' '}
          <span className="quiet">
            {t('score.weight', { weight: one.weight, axis: t(`axis.${one.axis}`) })}
          </span>
        </div>
        <Way id={one.id} label={label} isFirst={at === 0} isLast={at === inUse.length - 1} />
      </div>
      <details open={isBack || undefined}>
        <summary>
          {t('criteria.change')} <span className="vh">{label}</span> <Icon name="chevron-down" />
        </summary>
        <form method="post" className="composer" noValidate>
          <input type="hidden" name="id" value={one.id} />
          <input type="hidden" name="seen" value={one.seen} />
          <CriterionFields place={one.id} stored={one} />
          <div className="row">
            <Button name="intent" value="save" icon="check">
              {t('criteria.save')}
            </Button>
          </div>
        </form>
        <form method="post" className="row">
          <input type="hidden" name="id" value={one.id} />
          <Button name="intent" value="retire" kind="plain" icon="archive">
            {t('criteria.retire')}
          </Button>
          <span className="quiet">{t('criteria.retireHint')}</span>
        </form>
      </details>
    </li>
  )
}

type WayProps = { id: string; label: string; isFirst: boolean; isLast: boolean }

function Way({ id, label, isFirst, isLast }: WayProps) {
  const { t } = useTranslation('dossiers')
  return (
    <form method="post" className="row way">
      <input type="hidden" name="id" value={id} />
      <Button
        name="intent"
        value="up"
        kind="ghost"
        icon="chevron-up"
        disabled={isFirst}
        aria-label={t('criteria.up', { label })}
      >
        {null}
      </Button>
      <Button
        name="intent"
        value="down"
        kind="ghost"
        icon="chevron-down"
        disabled={isLast}
        aria-label={t('criteria.down', { label })}
      >
        {null}
      </Button>
    </form>
  )
}

function Retired() {
  const { t, i18n } = useTranslation('dossiers')
  const { retired } = useLoaderData<CriteriaData>()
  if (!retired.length) return null
  return (
    <section>
      <h2>{t('criteria.retired')}</h2>
      <ul className="stack">
        {retired.map(({ id, labelIt, labelEn }) => (
          <li key={id} id={`criterion-${id}`} className="row">
            {i18n.language === 'it' ? labelIt : labelEn}
            <form method="post">
              <input type="hidden" name="id" value={id} />
              <Button name="intent" value="restore" kind="plain">
                {t('criteria.restore')}
              </Button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  )
}
