import { useLoaderData } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#app/ui/format.ts'
import { Notice } from '#app/ui/notice.tsx'
import { Time } from '#app/ui/time.tsx'
import type { StatementData } from '../me/decisions-one.tsx'

/** What was decided about which content, by which rule, on what facts, how, and until when. */
export function Statement() {
  const { t } = useTranslation('moderation')
  const page = useLoaderData<StatementData>()
  const { act, subject, decidedAt, liftedAt, isAutomated, origin } = page
  const { date } = useFormat()
  const isAgainst = act !== 'approve' && act !== 'restore'
  return (
    <section className="receipt" aria-labelledby="statement">
      <h2 id="statement" className="vh">
        {t('statement.one')}
      </h2>
      {liftedAt && (
        <Notice tone="success">{t('statement.isLifted', { when: date(liftedAt) })}</Notice>
      )}
      <dl>
        <Fact name={t('statement.what')}>
          <b>{t(`statement.effects.${act}`)}</b>
          <HowLong page={page} />
        </Fact>
        <Fact name={t('statement.about')}>
          {t(`statement.subjects.${subject}`)}
          <Excerpt text={page.excerpt} />
        </Fact>
        {isAgainst && <Why page={page} />}
        <Fact name={t('statement.when')}>
          <Time at={decidedAt} as="dateTime" />
        </Fact>
        <Fact name={t('statement.how')}>
          {t(isAutomated ? 'statement.automated' : 'statement.byPerson')}{' '}
          {isAgainst && t(`statement.origins.${origin}`)}
        </Fact>
      </dl>
    </section>
  )
}

type Page = ReturnType<typeof useLoaderData<StatementData>>

function HowLong({ page: { act, until, liftedAt } }: { page: Page }) {
  const { t } = useTranslation('moderation')
  const { dateTime } = useFormat()
  if (!until) return act === 'suspend' && <p>{t('statement.holdsForGood')}</p>
  return !liftedAt && <p>{t('statement.holdsUntil', { when: dateTime(until) })}</p>
}

function Why({ page: { reason, facts, factsLang } }: { page: Page }) {
  const { t } = useTranslation('moderation')
  const say = t as (key: string) => string
  return (
    <>
      {reason && (
        <Fact name={t('statement.rule')}>
          <b>{say(`statement.rules.${reason}.name`)}</b>
          <p>{say(`statement.rules.${reason}.text`)}</p>
          <p>
            <a href="/legal/terms">{t('statement.allRules')}</a>
          </p>
        </Fact>
      )}
      {facts && (
        <Fact name={t('statement.facts')}>
          <p className="as-written" lang={factsLang ?? undefined}>
            {facts}
          </p>
        </Fact>
      )}
    </>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function Excerpt({ text }: { text: string }) {
  if (!text) return null
  return (
    <blockquote>
      <p className="as-written">{text.length > 1200 ? `${text.slice(0, 1200)}…` : text}</p>
    </blockquote>
  )
}
