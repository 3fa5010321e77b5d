import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/ui/button.tsx'
import { Hole } from '#app/ui/hole.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { PromisePanel } from '#app/ui/promise-panel.tsx'
import { ToldWithDays } from '#app/ui/promised-day.tsx'
import { Prose } from '#app/ui/prose.tsx'
import { Time } from '#app/ui/time.tsx'
import type { ideaPage } from './show-loader.server.ts'

/** Until when an answer is promised, or how it went. */
export function Promised() {
  const { promise } = useLoaderData<typeof ideaPage>()
  return promise.now && <PromisePanel promise={promise.now} timeZone={promise.timeZone} />
}

/** What the brand asks the author, with their way to say that they have answered. */
export function Asked() {
  const { promise, idea } = useLoaderData<typeof ideaPage>()
  const { t } = useTranslation('promises')
  const { open } = promise
  if (!open) return <AskedBefore />
  const manage = (
    <a className="act" href={`/staff/ideas/${idea.number}/question`}>
      <Icon name="pencil" />
      {t('question.manage')}
    </a>
  )
  return (
    <>
      <section className="asked" id="question" aria-labelledby="asked">
        <h2 id="asked">{t('question.open')}</h2>
        <p className="quiet">
          {open.team} · <Time at={open.askedAt} as="date" />
        </p>
        <Prose html={open.html} />
        {idea.authorId && (
          <Hole of={`own:${idea.authorId}`} cases={{ off: null, on: <HaveAnswered /> }} />
        )}
        <Hole of="can:ideas.ask" cases={{ off: null, on: manage }} />
      </section>
      <AskedBefore />
    </>
  )
}

function HaveAnswered() {
  const { idea } = useLoaderData<typeof ideaPage>()
  const { t } = useTranslation('promises')
  return (
    <form method="post" action={`/ideas/${idea.number}/question`} data-enhance="">
      <p>{t('question.how')}</p>
      <Button kind="plain" icon="check">
        {t('question.done')}
      </Button>
    </form>
  )
}

function AskedBefore() {
  const { promise } = useLoaderData<typeof ideaPage>()
  const { t } = useTranslation('promises')
  if (!promise.before.length) return null
  return (
    <details className="asked-before">
      <summary>{t('question.before')}</summary>
      <ul>
        {promise.before.map(({ id, html, team, closedHow, closedBy, answeredAt }) => {
          const how = (
            <ToldWithDays
              says={`question.closed.${closedHow}`}
              days={{ day: answeredAt }}
              timeZone={promise.timeZone}
            />
          )
          return (
            <li key={id}>
              <span className="quiet">{team}</span>
              <Prose html={html} />
              <span className="quiet">
                {closedHow === 'comment' ? <a href={`/comments/${closedBy}`}>{how}</a> : how}
              </span>
            </li>
          )
        })}
      </ul>
    </details>
  )
}
