import { useTranslation } from 'react-i18next'
import { useFormat } from '#app/ui/format.ts'
import { Time } from '#app/ui/time.tsx'
import type { Page } from './editor.tsx'

/** What readers said: how many it helped, and their words; nobody is named. */
export function Feedback({ page: { counts, words } }: { page: Page }) {
  const { t } = useTranslation('faq')
  const { number } = useFormat()
  const all = counts.useful + counts.useless
  const share = all ? Math.round((100 * counts.useful) / all) : 0
  return (
    <section aria-labelledby="feedback">
      <h2 id="feedback">{t('edit.feedback')}</h2>
      <p>
        {all
          ? t('edit.share', { count: all, n: number(all), share: number(share) })
          : t('edit.noShare')}
      </p>
      {words.length > 0 && (
        <ul className="stack quotes">
          {words.map(({ id, isUseful, comment, givenAt }) => (
            <li key={id}>
              <p className="quiet">
                {t(isUseful ? 'edit.wasUseful' : 'edit.wasUseless')} ·{' '}
                <Time at={givenAt} as="date" />
              </p>
              <p className="as-written">{comment}</p>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
