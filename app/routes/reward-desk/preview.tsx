import type { SerializeFrom } from '@remix-run/node'
import { useTranslation } from 'react-i18next'
import { usePoints } from '#app/ui/points.tsx'
import { Prose } from '#app/ui/prose.tsx'
import { RewardCard } from '#app/ui/reward-card.tsx'
import type { Preview } from './preview.server.ts'

/** A reward as members will see it: its card and its words, in both languages. */
export function RewardPreview({ preview }: { preview: SerializeFrom<Preview> }) {
  const { t } = useTranslation('rewards')
  const { number } = usePoints()
  const { days, withoutPhoto, faces } = preview
  return (
    <section className="previewed" aria-labelledby="preview">
      <div className="stack">
        <h2 id="preview">{t('desk.previewTitle')}</h2>
        {days && <p>{t('desk.effort', { count: days, days: number(days) })}</p>}
        {withoutPhoto && <p className="quiet">{t('desk.previewPhoto')}</p>}
      </div>
      <div className="faces">
        {faces.map(({ lang, card, html, termsHtml }) => (
          <div key={lang} lang={lang} className="stack">
            <ul className="rewards">
              <RewardCard reward={card} as="h3" />
            </ul>
            <Prose html={html} />
            {termsHtml && (
              <>
                <h3>{t('one.terms')}</h3>
                <Prose html={termsHtml} />
              </>
            )}
          </div>
        ))}
      </div>
    </section>
  )
}
