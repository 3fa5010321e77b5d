import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { DecisionDesk } from '../staff/rounds-decision.tsx'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { useFormat } from '#app/ui/format.ts'
import { Notice } from '#app/ui/notice.tsx'
import { Pagehead } from '#app/ui/pagehead.tsx'
import { Prose } from '#app/ui/prose.tsx'
import { DecisionFields } from './decision-form.tsx'
import { DossierState } from './desk-table.tsx'

/** One idea of a round and what is to become of it. */
export function DecisionPage() {
  const { t } = useTranslation('rounds')
  const { round, idea, left } = useLoaderData<DecisionDesk>()
  const say = t as (key: string) => string
  const isOpen = round.state === 'open' && !left
  return (
    <>
      <Breadcrumb
        steps={[
          { label: t('staff.title'), href: '/staff/rounds' },
          { label: round.title, href: `/staff/rounds/${round.number}` },
          { label: t('decision.title') },
        ]}
      />
      <Pagehead title={<span lang={idea.lang}>{idea.title}</span>}>
        <Facts />
      </Pagehead>
      <div className="round-decide">
        <div className="stack">
          <Prose html={idea.html} lang={idea.lang} />
        </div>
        <div className="stack">
          {left && <Notice>{say(`left.${left}`)}</Notice>}
          <Theirs />
          {isOpen ? (
            <DecisionFields />
          ) : (
            round.state !== 'open' && <Notice>{t('decision.notOpen')}</Notice>
          )}
          <a href={`/staff/rounds/${round.number}`}>{t('decision.back')}</a>
        </div>
      </div>
    </>
  )
}

function Facts() {
  const { t } = useTranslation('rounds')
  const { number } = useFormat()
  const { idea, dossier, may } = useLoaderData<DecisionDesk>()
  return (
    <p className="meta">
      <span className="tnum">{t('votes', { count: idea.votes, n: number(idea.votes) })}</span>
      <span>
        {t('list.dossier')}: <DossierState dossier={dossier} />
      </span>
      {may.dossier && <a href={`/staff/ideas/${idea.number}/dossier`}>{t('decision.dossier')}</a>}
      <a href={`/ideas/${idea.number}/${idea.slug}`}>{t('decision.page')}</a>
    </p>
  )
}

/** What is saved, where a form came back or the round is over: the other version, beside one's own. */
function Theirs() {
  const { t } = useTranslation('rounds')
  const { dateTime } = useFormat()
  const { round, saved, by, choices } = useLoaderData<DecisionDesk>()
  const failed = !!(useActionData() as { error?: object | null } | undefined)?.error
  if (!by || (!failed && round.state === 'open')) return null
  const to = choices.find(({ value }) => value === saved.to)?.label ?? t('decision.undecided')
  return (
    <Notice title={t('decision.theirs')}>
      <p>
        <strong>{to}</strong> · {by.name}, {dateTime(by.at)}
      </p>
      <p className="as-written">{saved.note}</p>
      {saved.couldChange && <p className="as-written">{saved.couldChange}</p>}
    </Notice>
  )
}
