import { useTranslation } from 'react-i18next'
import type { Open } from './desk-panel.tsx'

/** The cases of an idea, for the agents alone: nobody else learns that there are any. */
export function DeskCases({ open: { number, cases } }: { open: Open }) {
  const { t } = useTranslation('care')
  if (!cases) return null
  return (
    <section>
      <h2>{t('links.linked')}</h2>
      <ul>
        {cases.map(({ linkId, id, number: caseNumber, state }) => (
          <li key={linkId}>
            <a href={`/staff/care/${id}`}>{t('talk.number', { number: String(caseNumber) })}</a>{' '}
            <span className="quiet">{t(`talk.state.${state}`)}</span>
          </li>
        ))}
      </ul>
      <a href={`/staff/ideas/${number}/cases`}>{t('links.manage')}</a>
    </section>
  )
}
