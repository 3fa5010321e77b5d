import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Reason } from '#app/domain/workflow/workflow.rules.ts'
import { Prose } from './prose.tsx'
import { StatusChip, type Status } from './status-chip.tsx'
import { Time } from './time.tsx'

type Said = { html: string; lang?: 'it' | 'en' }
export type Decided = {
  to: Status
  from: string | null
  at: string | Date
  team: string | null
  reason: Reason | null
  text: Said
  couldChange: Said
}

/** A decision against an idea, whole: what, when, who, why, and what could change it. */
export function Receipt({ decided, id = 'receipt' }: { decided: Decided; id?: string }) {
  const { t } = useTranslation('appeals')
  const { to, from, at, team, reason, text, couldChange } = decided
  return (
    <section className="receipt" aria-labelledby={`${id}-facts`}>
      <h2 className="vh" id={`${id}-facts`}>
        {t('receipt.facts')}
      </h2>
      <dl>
        <Fact name={t('receipt.decision')}>
          <StatusChip status={to} />
        </Fact>
        {from && <Fact name={t('receipt.from')}>{from}</Fact>}
        <Fact name={t('receipt.date')}>
          <Time at={at} as="date" />
        </Fact>
        {team && <Fact name={t('receipt.who')}>{team}</Fact>}
        {reason && <Why reason={reason} />}
      </dl>
      <h3>{t('receipt.text')}</h3>
      {text.html ? <Words said={text} /> : <p className="quiet">{t('receipt.noText')}</p>}
      <h3>{t('receipt.couldChange')}</h3>
      <CouldChange reason={reason} said={couldChange} />
    </section>
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

/** A reason's code in words, with what it means. */
function Why({ reason }: { reason: Reason }) {
  const { t } = useTranslation(['appeals', 'staff'])
  return (
    <Fact name={t('receipt.reason')}>
      <b>{t(`staff:reasons.${reason}`)}</b>
      <span className="why">{t(`why.${reason}`)}</span>
    </Fact>
  )
}

/** A whole sentence of ours, said after a colon. */
const withinPhrase = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)

/** What could change a refusal: in the words of who decided, and what helps with such a reason. */
export function CouldChange({ reason, said }: { reason: Reason | null; said: Said }) {
  const { t } = useTranslation('appeals')
  const usual = reason && t(`change.${reason}`)
  return (
    <>
      {said.html && <Words said={said} />}
      {usual && <p>{said.html ? t('receipt.inGeneral', { text: withinPhrase(usual) }) : usual}</p>}
    </>
  )
}

/** Somebody's text; where it is in another language than the page, it says so. */
export function Words({ said: { html, lang } }: { said: Said }) {
  const { t } = useTranslation('appeals')
  return (
    <>
      <Prose html={html} lang={lang} />
      {lang && <p className="quiet">{t(lang === 'it' ? 'receipt.inIt' : 'receipt.inEn')}</p>}
    </>
  )
}

type Then = { title: string; html: string; lang?: string; category: string; tags: string[] }

/** The idea as it was when it was decided. */
export function ThenText({ then, title, hint }: { then: Then; title: string; hint?: string }) {
  return (
    <section className="then" aria-labelledby="then">
      <h2 id="then">{title}</h2>
      {hint && <p className="quiet">{hint}</p>}
      <blockquote>
        <p className="title" lang={then.lang}>
          {then.title}
        </p>
        <Prose html={then.html} lang={then.lang} />
        <p className="quiet">{[then.category, ...then.tags.map((tag) => `#${tag}`)].join(' · ')}</p>
      </blockquote>
    </section>
  )
}
