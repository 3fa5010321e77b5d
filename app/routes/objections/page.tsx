import { useLoaderData } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#app/ui/format.ts'
import { Icon } from '#app/ui/icon.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Pagehead } from '#app/ui/pagehead.tsx'
import { Time } from '#app/ui/time.tsx'
import type { ObjectionData } from '../staff/objections-one.tsx'
import { Frame } from '../moderation-desk/frame.tsx'
import { Answering } from './answering.tsx'
import { useObjectionKeys } from './keys.ts'

/** An objection, the decision that it is against, and the answer. */
export function ObjectionPage() {
  const { t } = useTranslation('moderation')
  const { objection, decision, person, isLate, hasKeys, help } = useLoaderData<ObjectionData>()
  const here = `/staff/moderation/objections/${objection.id}`
  const { date } = useFormat()
  const what = t(`objections.subjects.${decision.subject}`)
  return (
    <>
      <Pagehead
        above={
          <>
            <a className="act" href="/staff/moderation/objections" data-key="n">
              <Icon name="arrow-left" /> {t('objections.title')}
            </a>
            {!objection.decidedAt && (
              <span className="due" data-late={isLate || undefined}>
                {isLate && <Icon name="triangle-alert" />}{' '}
                {t('objections.dueBy', { when: date(objection.dueAt) })}
                {isLate && ` · ${t('objections.overdue')}`}
              </span>
            )}
          </>
        }
        title={t('objections.against', { act: t(`objections.acts.${decision.act}`), what })}
        lead={person ?? t('objections.former')}
      />
      <Frame fresh={[]} hasKeys={hasKeys} help={help} here={here} lines={useObjectionKeys()}>
        <div className="case">
          <div className="reading">
            <section className="words-of" aria-labelledby="words">
              <h2 id="words">{t('objections.words')}</h2>
              <blockquote>
                <p className="as-written">{objection.body}</p>
                <p className="quiet">
                  <Time at={objection.sentAt} as="dateTime" />
                </p>
              </blockquote>
            </section>
            <Decision />
          </div>
          <Answering />
        </div>
      </Frame>
    </>
  )
}

function Decision() {
  const { t } = useTranslation('moderation')
  const say = t as (key: string) => string
  const { decision } = useLoaderData<ObjectionData>()
  const { act, reason, facts, excerpt, decidedAt, until, liftedAt } = decision
  const { date, dateTime } = useFormat()
  return (
    <section className="receipt" aria-labelledby="decision">
      <h2 id="decision">{t('objections.decision')}</h2>
      {liftedAt && <Notice>{t('statement.isLifted', { when: date(liftedAt) })}</Notice>}
      <dl>
        <Fact name={t('statement.what')}>
          <b>{t(`objections.acts.${act}`)}</b>
          {until && <p>{t('statement.holdsUntil', { when: dateTime(until) })}</p>}
        </Fact>
        <Fact name={t('statement.about')}>
          <blockquote>
            <p className="as-written">{excerpt || '–'}</p>
          </blockquote>
          {decision.itemId && (
            <p>
              <a href={`/staff/moderation/${decision.itemId}`}>{t('objections.seeItem')}</a>
            </p>
          )}
        </Fact>
        <Fact name={t('statement.rule')}>
          {reason ? say(`statement.rules.${reason}.name`) : '–'}
        </Fact>
        <Fact name={t('statement.facts')}>
          <p className="as-written">{facts || '–'}</p>
        </Fact>
        <Fact name={t('objections.madeBy')}>
          <MadeBy /> · <Time at={decidedAt} as="dateTime" />
        </Fact>
      </dl>
    </section>
  )
}

function MadeBy() {
  const { t } = useTranslation('moderation')
  const { isAutomated, by } = useLoaderData<ObjectionData>().decision
  return isAutomated ? t('objections.house') : (by ?? t('objections.former'))
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
