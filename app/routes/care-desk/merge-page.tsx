import type { SerializeFrom } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Field } from '#app/ui/field.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Pagehead } from '#app/ui/pagehead.tsx'
import { Time } from '#app/ui/time.tsx'
import { useTyped } from '#app/ui/use-typed.ts'
import type { MergeLoader } from './merge.server.ts'

type Data = SerializeFrom<MergeLoader>

/** Putting a case into another: first find it, then see both, then do it. */
export function MergePage() {
  const { t } = useTranslation('care')
  const { one, other, asked } = useLoaderData<MergeLoader>()
  const { errors } = useTyped()
  return (
    <>
      <Pagehead
        above={
          <a className="act" href={`/staff/care/${one.id}`}>
            <Icon name="arrow-left" /> {t('merge.back', { number: String(one.number) })}
          </a>
        }
        title={t('merge.title')}
        lead={t('merge.lead')}
      />
      <div className="sections">
        <ErrorSummary errors={errors} />
        <Find />
        {asked && !other && <Notice tone="warning">{t('merge.error.none')}</Notice>}
        {other && <Both one={one} other={other} />}
      </div>
    </>
  )
}

function Find() {
  const { t } = useTranslation('care')
  const { asked, candidates } = useLoaderData<MergeLoader>()
  const { field } = useTyped()
  return (
    <section className="stack measure">
      <form method="get" className="row find-case">
        <Field
          name="into"
          label={t('merge.number')}
          hint={t('merge.numberHint')}
          defaultValue={asked}
          inputMode="numeric"
          error={field('into').error}
        />
        <Button kind="plain" icon="search">
          {t('merge.find')}
        </Button>
      </form>
      {candidates.length > 0 && (
        <>
          <h2>{t('merge.candidates')}</h2>
          <ul className="panel-list">
            {candidates.map(({ id, number, subject, state, createdAt }) => (
              <li key={id}>
                <a href={`?into=${number}`}>{subject}</a>
                <span className="quiet">
                  {t('talk.number', { number: String(number) })} · {t(`talk.state.${state}`)} ·{' '}
                  <Time at={createdAt} as="date" />
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

function Both({ one, other }: { one: Data['one']; other: NonNullable<Data['other']> }) {
  const { t } = useTranslation('care')
  return (
    <section className="stack" aria-labelledby="both">
      <h2 id="both">{t('merge.preview')}</h2>
      <div className="both-cases">
        <Side side={one} title={t('merge.goes')} />
        <Icon name="arrow-right" />
        <Side side={other} title={t('merge.stays')} />
      </div>
      <ul className="consequences">
        <li>{t('merge.then.read', { number: String(other.number) })}</li>
        <li>{t('merge.then.write')}</li>
        <li>{t('merge.then.never')}</li>
      </ul>
      <form method="post" className="row">
        <input type="hidden" name="into" value={String(other.number)} />
        <input type="hidden" name="seen" value={one.version} />
        <Button icon="git-merge">
          {t('merge.do', { one: String(one.number), other: String(other.number) })}
        </Button>
        <a className="btn ghost" href={`/staff/care/${one.id}`}>
          {t('talk.cancel')}
        </a>
      </form>
    </section>
  )
}

function Side({ side, title }: { side: Data['one']; title: string }) {
  const { t } = useTranslation('care')
  return (
    <article className="case-side">
      <p className="quiet">{title}</p>
      <h3>
        <a href={`/staff/care/${side.id}`}>{side.subject}</a>
      </h3>
      <p className="quiet">
        {t('talk.number', { number: String(side.number) })} · {t(`talk.state.${side.state}`)} ·{' '}
        {side.writer} · {t('merge.messages', { count: side.messagesCount })} ·{' '}
        <Time at={side.createdAt} as="date" />
      </p>
      <p className="as-written">{side.first}</p>
    </article>
  )
}
