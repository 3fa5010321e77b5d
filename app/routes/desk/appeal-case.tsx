import type { SerializeFrom } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Diff, isChanged } from '#app/ui/diff.tsx'
import { useFormat } from '#app/ui/format.ts'
import { Icon } from '#app/ui/icon.tsx'
import { Pagehead } from '#app/ui/pagehead.tsx'
import { Receipt, ThenText } from '#app/ui/receipt.tsx'
import { StatusChip } from '#app/ui/status-chip.tsx'
import { Time } from '#app/ui/time.tsx'
import { History } from '#app/ui/timeline.tsx'
import type { CasePage } from './appeal-case.server.ts'
import { Deciding } from './appeal-deciding.tsx'

export type Page = SerializeFrom<CasePage>

/** An appeal, or new words, with all that a reviewer needs to decide on it. */
export function AppealCase() {
  const page = useLoaderData<CasePage>()
  const { t } = useTranslation('appeals')
  const { date } = useFormat()
  const { idea, status, kind, receipt, then, dueAt, decided } = page
  return (
    <>
      <Pagehead
        above={
          <>
            <a className="act" href="/staff/appeals">
              <Icon name="arrow-left" /> {t('case.back')}
            </a>
            <StatusChip status={status} />
            {!decided && dueAt && <span>{t('case.due', { when: date(dueAt) })}</span>}
          </>
        }
        title={t(`case.${kind}`, { number: idea.number })}
        lead={
          <a href={idea.path} lang={idea.lang}>
            {idea.title}
          </a>
        }
      />
      <div className="case">
        <div className="reading">
          <AuthorsWords page={page} />
          {page.diff && <WhatChanges page={page} />}
          <section aria-label={t('case.receipt')}>
            <h2>{t('case.receipt')}</h2>
            <Receipt decided={receipt} />
          </section>
          <Others page={page} />
          <ThenText then={then} title={t('case.then')} />
          <Before page={page} />
        </div>
        <Deciding page={page} />
      </div>
    </>
  )
}

function AuthorsWords({ page: { kind, words, sentAt } }: { page: Page }) {
  const { t } = useTranslation('appeals')
  return (
    <section className="words-of" aria-labelledby="words">
      <h2 id="words">{t(kind === 'appeal' ? 'case.words' : 'case.message')}</h2>
      <blockquote>
        {words ? (
          <p className="as-written">{words}</p>
        ) : (
          <p className="quiet">{t('case.noMessage')}</p>
        )}
        <p className="quiet">
          <Time at={sentAt} as="dateTime" />
        </p>
      </blockquote>
    </section>
  )
}

function WhatChanges({ page: { diff, idea } }: { page: Page }) {
  const { t } = useTranslation(['appeals', 'ideas'])
  const { title, body, category, tags } = diff!
  const none = t('ideas:history.noTags')
  return (
    <section className="case-diff" aria-labelledby="diff">
      <h2 id="diff">{t('case.diff')}</h2>
      <p className="quiet">{t('case.diffKey')}</p>
      {isChanged(title) && <Diff name={t('ideas:history.head')} pieces={title} lang={idea.lang} />}
      <Diff name={t('ideas:history.body')} pieces={body} lang={idea.lang} />
      {category[0] !== category[1] && (
        <p>{t('ideas:history.category', { from: category[0], to: category[1] })}</p>
      )}
      {tags[0] !== tags[1] && (
        <p>{t('ideas:history.tags', { from: tags[0] || none, to: tags[1] || none })}</p>
      )}
    </section>
  )
}

function Before({ page: { history } }: { page: Page }) {
  const { t } = useTranslation(['appeals', 'staff'])
  return (
    <section aria-labelledby="before">
      <h2 id="before">{t('case.history')}</h2>
      <History
        moves={history.map(({ id, to, at, team, reason }) => ({
          key: id,
          label: to.label,
          date: at,
          who: team ?? '–',
          tone: to.tone,
          icon: to.icon,
          reason: reason && t(`staff:reasons.${reason}`),
        }))}
      />
    </section>
  )
}

/** What else the author sent about this idea, and what was answered. */
function Others({ page: { past } }: { page: Page }) {
  const { t } = useTranslation('appeals')
  if (!past.length) return null
  return (
    <section className="others" aria-labelledby="others">
      <h2 id="others">{t('case.past')}</h2>
      <ul>
        {past.map(({ id, kind, sentAt, outcome, answer }) => (
          <li key={id}>
            <p>
              <a href={`/staff/appeals/${id}`}>{t(`desk.kind.${kind}`)}</a> ·{' '}
              <Time at={sentAt} as="date" /> ·{' '}
              <b>{outcome ? t(`desk.is.${outcome}`) : t('desk.waiting')}</b>
            </p>
            {answer && <p className="as-written">{answer}</p>}
          </li>
        ))}
      </ul>
    </section>
  )
}
