import { useTranslation } from 'react-i18next'
import { ActForms } from './acts.tsx'
import { langOf } from './address.rules.ts'
import { mentionsHref, mentionsQuery, type Row, useDesk } from './desk-use.ts'
import { Elsewhere } from './elsewhere.tsx'
import { MentionFacts, MentionStanding } from './said.tsx'

/** One thing that somebody said, and what can be done about it. */
export function MentionRow({ row }: { row: Row }) {
  const { t } = useTranslation('mentions')
  const { list, topics } = useDesk()
  const { id, version, title, excerpt, author, url, locale } = row
  const who = author || t('row.someone')
  const lang = langOf(locale)
  return (
    <li className="case-row mention-row" id={`mention-${id}`} data-row={id}>
      <label className="pick">
        <span className="vh">{t('row.pick', { what: title || who })}</span>
        <input type="checkbox" form="bulk" name="id" value={`${id}.${version}`} />
      </label>
      <div className="what">
        <h2 lang={title ? lang : undefined}>
          <a className="open" href={`/staff/mentions/${id}${mentionsQuery(list)}`}>
            {title || t('row.untitled', { who })}
          </a>
        </h2>
        <MentionFacts row={row} />
        {excerpt ? (
          <p className="as-written" lang={lang}>
            {excerpt}
          </p>
        ) : (
          <p className="quiet">{t('row.noText')}</p>
        )}
        <Elsewhere url={url} label={t('row.source')} />
        <MentionStanding row={row} />
      </div>
      <ActForms mention={row} topics={topics} redirectTo={mentionsHref(list)} isInList />
    </li>
  )
}
