import { useTranslation } from 'react-i18next'
import { Icon } from '#app/ui/icon.tsx'
import { Time } from '#app/ui/time.tsx'
import { langOf } from './address.rules.ts'
import type { Row } from './desk-use.ts'
import { Elsewhere } from './elsewhere.tsx'
import { Stars } from './stars.tsx'
import { useWords } from './words.ts'

type Facts = Pick<
  Row,
  'rating' | 'author' | 'sourceName' | 'writtenAt' | 'heardAt' | 'locale' | 'topic'
>

/** How many stars, who wrote, where, when and in which language. */
export function MentionFacts({ row }: { row: Facts }) {
  const { t, i18n } = useTranslation('mentions')
  const { language } = useWords()
  const { rating, author, sourceName, writtenAt, heardAt, locale, topic } = row
  const lang = langOf(locale)
  const foreign = lang && lang.slice(0, 2) !== i18n.language ? language(lang) : undefined
  return (
    <ul className="mention-facts">
      <li>
        <Stars rating={rating} />
      </li>
      <li className="who">{author || t('row.someone')}</li>
      <li>{sourceName}</li>
      <li>
        {writtenAt ? (
          <Time at={writtenAt} as="date" />
        ) : (
          <>
            {t('row.undated')} <Time at={heardAt} as="date" />
          </>
        )}
      </li>
      {foreign && (
        <li>
          <Icon name="languages" /> {foreign}
        </li>
      )}
      {topic && (
        <li lang={lang}>
          <Icon name="tag" /> {topic}
        </li>
      )}
    </ul>
  )
}

type Standing = Pick<
  Row,
  'state' | 'caseId' | 'caseNumber' | 'answerUrl' | 'remedy' | 'handledBy' | 'handledAt'
>

/** What became of it: its case, where it was answered and what was done, or that nobody will. */
export function MentionStanding({ row }: { row: Standing }) {
  const { t } = useTranslation('mentions')
  const { state, caseId, caseNumber, answerUrl, remedy } = row
  if (state === 'new') return null
  return (
    <div className="mention-standing" data-state={state}>
      <Handled row={row} state={state} />
      {caseId && (
        <p>
          <a href={`/staff/care/${caseId}`}>
            {caseNumber ? t('row.case', { number: String(caseNumber) }) : t('row.toCase')}
          </a>
        </p>
      )}
      <Elsewhere url={answerUrl} label={t('row.answer')} />
      {remedy && <p className="as-written">{remedy}</p>}
    </div>
  )
}

const icons = { case: 'inbox', answered: 'reply', ignored: 'eye-off' } as const

/** By whom and when; its source may have closed it before. */
function Handled({ row, state }: { row: Standing; state: keyof typeof icons }) {
  const { t } = useTranslation('mentions')
  const { handledBy, handledAt } = row
  const is = state === 'ignored' && !handledBy ? 'closed' : state
  return (
    <p>
      <Icon name={icons[state]} /> <strong>{t(`is.${is}`)}</strong>
      {handledBy && ` · ${handledBy}`}
      {handledAt && (
        <>
          {' · '}
          <Time at={handledAt} />
        </>
      )}
    </p>
  )
}
