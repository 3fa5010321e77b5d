import { useTranslation } from 'react-i18next'
import { Hole } from '#app/ui/hole.tsx'
import { Icon } from '#app/ui/icon.tsx'

type Props = { ideaId: string; page: { title: string; path: string; lang?: string } }

/** What the idea became, and, for whoever voted for it, that it is theirs, too. */
export function ExistsToday({ ideaId, page }: Props) {
  const { t } = useTranslation('realised')
  return (
    <section className="exists-today" aria-labelledby="exists-today">
      <h2 id="exists-today">{t('onIdea.title')}</h2>
      <p>{t('onIdea.text', { title: page.title })}</p>
      <Hole
        of={`vote:${ideaId}`}
        cases={{
          off: null,
          on: (
            <p className="mine-now-real">
              <Icon name="circle-check" />
              <strong>{t('mark')}</strong>
            </p>
          ),
        }}
      />
      <p>
        <a className="act" href={page.path}>
          {t('onIdea.see')} <Icon name="arrow-right" />
        </a>
      </p>
    </section>
  )
}
