import { useTranslation } from 'react-i18next'
import { useFormat } from './format.ts'
import { Icon } from './icon.tsx'

/** Said right before the button: who will see it, and what the brand may do with it. */
export function EditorPromise({ siteName }: { siteName: string }) {
  const { t } = useTranslation('ideas')
  return (
    <div className="promise">
      <p>
        <Icon name="eye" /> <b>{t('editor.visible')}</b>
      </p>
      <p className="quiet">
        {t('editor.licence', { name: siteName })} <a href="/legal/terms">{t('editor.terms')}</a>
      </p>
    </div>
  )
}

/** Beside the form: the questions that make an idea clear and, for a new one, what happens to it. */
export function EditorGuide({ threshold }: { threshold?: number }) {
  const { t } = useTranslation('ideas')
  return (
    <>
      <section aria-labelledby="guide-questions">
        <h2 id="guide-questions">{t('editor.guide.title')}</h2>
        <ul className="questions">
          <li>{t('editor.guide.problem')}</li>
          <li>{t('editor.guide.who')}</li>
          <li>{t('editor.guide.today')}</li>
        </ul>
      </section>
      {threshold !== undefined && <Next threshold={threshold} />}
    </>
  )
}

function Next({ threshold }: { threshold: number }) {
  const { t } = useTranslation('ideas')
  const { number } = useFormat()
  return (
    <section className="how-it-works" aria-labelledby="guide-next">
      <h2 id="guide-next">{t('editor.guide.next')}</h2>
      <ol>
        <li>{t('editor.guide.publish')}</li>
        <li>{t('editor.guide.vote', { n: number(threshold) })}</li>
        <li>{t('editor.guide.answer')}</li>
        <li>{t('editor.guide.credit')}</li>
      </ol>
    </section>
  )
}
