import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Field } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Pagehead } from '#app/ui/pagehead.tsx'
import { usePoints } from '#app/ui/points.tsx'
import { useTyped } from '#app/ui/use-typed.ts'
import type { CodesData } from '../staff/rewards-codes.tsx'
import type { CodesOutcome } from './codes.server.ts'

/** The pool of a coupon: how many codes it holds, and how more come in. */
export function CodesPage() {
  const { t } = useTranslation('rewards')
  const { number } = usePoints()
  const { id, title, pool } = useLoaderData<CodesData>()
  const { came } = (useActionData() ?? {}) as { came?: CodesOutcome }
  const { errors } = useTyped()
  const counts = { count: pool.free, free: number(pool.free), taken: number(pool.taken) }
  return (
    <>
      <Breadcrumb
        steps={[
          { label: t('desk.title'), href: '/staff/rewards' },
          { label: title, href: `/staff/rewards/${id}` },
          { label: t('pool.title') },
        ]}
      />
      <Pagehead title={t('pool.title')} lead={t('pool.holds', counts)} />
      <div className="sections">
        <ErrorSummary errors={errors} />
        {came && <Outcome came={came} id={id} />}
        {(!came || came.done) && <Import />}
      </div>
    </>
  )
}

function Import() {
  const { t } = useTranslation('rewards')
  const { field } = useTyped()
  return (
    <form method="post" encType="multipart/form-data" className="form" noValidate>
      <Field
        {...(field('codes') as object)}
        name="codes"
        kind="textarea"
        rows={8}
        label={t('pool.codes')}
        hint={t('pool.codesHint')}
        spellCheck={false}
        autoComplete="off"
      />
      <Field
        {...field('file')}
        defaultValue={undefined}
        type="file"
        accept=".csv,.txt,text/csv,text/plain"
        label={t('pool.file')}
        hint={t('pool.fileHint')}
        optional
      />
      <Field
        {...field('column')}
        label={t('pool.column')}
        hint={t('pool.columnHint')}
        maxLength={60}
        optional
      />
      <p className="quiet">{t('pool.sealed')}</p>
      <div className="row acts">
        <Button name="intent" value="preview" icon="eye">
          {t('pool.look')}
        </Button>
      </div>
    </form>
  )
}

/** What came of it, or would, and which rows are left out. */
function Outcome({ came, id }: { came: CodesOutcome; id: string }) {
  const { t } = useTranslation('rewards')
  const { number } = usePoints()
  const { done, rows, added, bad, badCount, ends } = came
  const counts = { count: added, n: number(added), rows: number(rows) }
  return (
    <section className="stack measure" aria-labelledby="came">
      <h2 id="came">{t(done ? 'pool.doneTitle' : 'pool.lookTitle')}</h2>
      <Notice tone={added ? 'success' : 'warning'}>
        <p>{t(done ? 'pool.added' : 'pool.wouldAdd', counts)}</p>
        {ends.length > 0 && <p>{t('pool.ends', { ends: ends.join(' ') })}</p>}
      </Notice>
      {badCount > 0 && (
        <>
          <h3>{t('pool.left', { count: badCount, n: number(badCount) })}</h3>
          <ul className="bullets">
            {bad.map(({ row, why }, i) => (
              <li key={i}>{t(`pool.why.${why}`, { row: number(row) })}</li>
            ))}
            {badCount > bad.length && (
              <li>{t('pool.andMore', { n: number(badCount - bad.length) })}</li>
            )}
          </ul>
        </>
      )}
      {done ? (
        <p className="row">
          <ButtonLink href={`/staff/rewards/${id}`}>{t('pool.toReward')}</ButtonLink>
        </p>
      ) : (
        <Confirm came={came} id={id} />
      )}
    </section>
  )
}

function Confirm({ came: { added, codes }, id }: { came: CodesOutcome; id: string }) {
  const { t } = useTranslation('rewards')
  const { number } = usePoints()
  const again = (
    <ButtonLink kind="plain" href={`/staff/rewards/${id}/codes`}>
      {t('pool.again')}
    </ButtonLink>
  )
  if (!added) return <p className="row">{again}</p>
  return (
    <form method="post" encType="multipart/form-data" className="row">
      <input type="hidden" name="codes" value={codes} />
      <Button name="intent" value="import" icon="check">
        {t('pool.import', { count: added, n: number(added) })}
      </Button>
      {again}
    </form>
  )
}
