import { useTranslation } from 'react-i18next'
import { Time } from '#app/ui/time.tsx'
import { useReport } from './report-use.ts'
import { ScoreText } from './score-text.tsx'

/** What those who rated in the period said about it, each beside its case. */
export function Words() {
  const { t } = useTranslation('care')
  const { words } = useReport()
  if (!words.length) return null
  return (
    <section className="stack" aria-labelledby="words">
      <h2 id="words">{t('report.words')}</h2>
      <p className="quiet">{t('report.wordsHow')}</p>
      <ul className="stack quotes">
        {words.map(({ id, number, subject, locale, score, comment, ratedAt }) => (
          <li key={id}>
            <p>
              {score !== null && <ScoreText score={score} />} · <Time at={ratedAt!} as="date" />
            </p>
            <p className="as-written" lang={locale}>
              {comment}
            </p>
            <a href={`/staff/care/${id}`} lang={locale}>
              {t('talk.number', { number: String(number) })} · {subject}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
