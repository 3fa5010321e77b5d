import { useTranslation } from 'react-i18next'
import { useFormat } from './format.ts'

/** The four steps of the promise, with the community's own figures. */
export function HowItWorks({ threshold, days }: { threshold?: number; days?: number }) {
  const { t } = useTranslation('ui')
  const { number } = useFormat()
  return (
    <section className="how-it-works" aria-labelledby="how-it-works">
      <h2 id="how-it-works">{t('how.title')}</h2>
      <ol>
        <li>{t('how.propose')}</li>
        <li>{threshold ? t('how.vote', { n: number(threshold) }) : t('how.voteFreely')}</li>
        <li>{days ? t('how.answer', { count: days }) : t('how.answerAlways')}</li>
        <li>{t('how.credit')}</li>
      </ol>
    </section>
  )
}
