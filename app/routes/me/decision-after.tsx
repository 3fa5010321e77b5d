import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/ui/button.tsx'
import { useFormat } from '#app/ui/format.ts'
import { Icon, type IconName } from '#app/ui/icon.tsx'
import { Prose } from '#app/ui/prose.tsx'
import { CouldChange, Words } from '#app/ui/receipt.tsx'
import type { Page } from './decision-acts.tsx'

/** What followed the decision: new words and the appeal, waiting or answered, in their order. */
export function Afterwards({ page }: { page: Page }) {
  const { t } = useTranslation('appeals')
  const { appeal, resubmissions } = page
  if (!appeal && !resubmissions.length) return null
  return (
    <section className="afterwards" aria-labelledby="after">
      <h2 id="after">{t('receipt.after')}</h2>
      {resubmissions.map((sent) => (
        <Sent key={sent.id} sent={sent} />
      ))}
      {appeal && <Appealed appeal={appeal} />}
    </section>
  )
}

type Answered = { outcome: string | null; decidedAt: string | null; team: string | null }

function Happening({
  title,
  icon,
  of: { outcome, decidedAt, team },
  children,
}: {
  title: string
  icon: IconName
  of: Answered
  children: ReactNode
}) {
  const { date } = useFormat()
  return (
    <article data-outcome={outcome ?? 'waiting'}>
      <h3>
        <Icon name={icon} />
        {title}
      </h3>
      {decidedAt && <p className="quiet">{[team, date(decidedAt)].filter(Boolean).join(' · ')}</p>}
      {children}
    </article>
  )
}

function Appealed({ appeal }: { appeal: NonNullable<Page['appeal']> }) {
  const { t } = useTranslation('appeals')
  const { date } = useFormat()
  const { outcome, body, sentAt, dueAt, answer } = appeal
  const icon = outcome ? (outcome === 'overturned' ? 'circle-check' : 'scale') : 'clock'
  return (
    <Happening title={t(`appeal.${outcome ?? 'waiting'}`)} icon={icon} of={appeal}>
      {outcome ? (
        <Words said={answer} />
      ) : (
        <p>
          {t('appeal.waitingText', { when: date(sentAt) })}{' '}
          {t('receipt.answerBy', { when: date(dueAt) })}
        </p>
      )}
      <details>
        <summary>{t('appeal.yours')}</summary>
        <p className="as-written">{body}</p>
      </details>
    </Happening>
  )
}

type SentWords = Page['resubmissions'][number]

function Sent({ sent }: { sent: SentWords }) {
  const { t } = useTranslation('appeals')
  const { outcome } = sent
  const icon = outcome ? (outcome === 'taken' ? 'circle-check' : 'circle-x') : 'clock'
  return (
    <Happening title={t(`resubmission.${outcome ?? 'waiting'}`)} icon={icon} of={sent}>
      {outcome ? <AnswerTo sent={sent} /> : <Waits sent={sent} />}
      <details>
        <summary>{t('resubmission.yours')}</summary>
        <p className="title">{sent.title}</p>
        <Prose html={sent.html} />
        {sent.message && <p className="as-written">{sent.message}</p>}
      </details>
    </Happening>
  )
}

/** A refusal of new words is a receipt again. */
function AnswerTo({ sent: { reason, answer, couldChange, outcome } }: { sent: SentWords }) {
  const { t } = useTranslation(['appeals', 'staff'])
  return (
    <>
      {reason && (
        <p>
          <b className="reason-of">{t(`staff:reasons.${reason}`)}.</b> {t(`why.${reason}`)}
        </p>
      )}
      <Words said={answer} />
      {outcome === 'refused' && (
        <>
          <p className="until">{t('receipt.couldChange')}</p>
          <CouldChange reason={reason} said={couldChange} />
        </>
      )}
    </>
  )
}

function Waits({ sent: { id, sentAt, dueAt } }: { sent: SentWords }) {
  const { t } = useTranslation('appeals')
  const { date } = useFormat()
  return (
    <>
      <p>
        {t('resubmission.waitingText', { when: date(sentAt) })}{' '}
        {dueAt && t('receipt.answerBy', { when: date(dueAt) })}
      </p>
      <form method="post" className="row">
        <Button name="resubmission" value={id} kind="plain" icon="x">
          {t('resubmission.withdraw')}
        </Button>
        <span className="quiet">{t('resubmission.withdrawHint')}</span>
      </form>
    </>
  )
}
