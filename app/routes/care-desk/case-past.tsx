import { useTranslation } from 'react-i18next'
import { Time } from '#app/ui/time.tsx'
import { useCasePage } from './case-types.ts'

/** What the member proposed in public. */
export function CaseIdeas() {
  const { t } = useTranslation('care')
  const { member } = useCasePage().person
  if (!member?.ideasCount) return null
  return (
    <section aria-labelledby="panel-ideas">
      <h2 id="panel-ideas">{t('panel.ideas', { count: member.ideasCount })}</h2>
      <ul className="panel-list">
        {member.ideas.map(({ number, slug, title, lang }) => (
          <li key={number}>
            <a href={`/ideas/${number}/${slug}`} lang={lang ?? undefined}>
              {title}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Their cases before this one. */
export function CaseEarlier() {
  const { t } = useTranslation('care')
  const { earlier } = useCasePage().person
  return (
    <section aria-labelledby="panel-cases">
      <h2 id="panel-cases">{t('panel.cases', { count: earlier.count })}</h2>
      {earlier.cases.length === 0 && <p className="quiet">{t('panel.noCases')}</p>}
      <ul className="panel-list">
        {earlier.cases.map(({ id, number, subject, state, createdAt }) => (
          <li key={id}>
            <a href={`/staff/care/${id}`}>{subject}</a>
            <span className="quiet">
              {t('talk.number', { number: String(number) })} · {t(`talk.state.${state}`)} ·{' '}
              <Time at={createdAt} as="date" />
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
