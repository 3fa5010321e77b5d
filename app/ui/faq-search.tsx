import { useTranslation } from 'react-i18next'
import { ButtonLink } from './button.tsx'
import { Icon } from './icon.tsx'

/** One field to look among the questions. */
export function FaqSearch({ q, category }: { q?: string; category?: string }) {
  const { t } = useTranslation('faq')
  return (
    <search className="search-box">
      <form action="/faq">
        {category && <input type="hidden" name="category" value={category} />}
        <label className="vh" htmlFor="faq-q">
          {t('search')}
        </label>
        <input
          id="faq-q"
          type="search"
          name="q"
          defaultValue={q}
          maxLength={200}
          placeholder={t('searchHint')}
        />
        <button aria-label={t('searchGo')}>
          <Icon name="search" />
        </button>
      </form>
    </search>
  )
}

/** The way to people, for whom no answer was the right one. */
export function StillAsking() {
  const { t } = useTranslation('faq')
  return (
    <section className="still-asking" aria-labelledby="still">
      <div>
        <h2 id="still">{t('still')}</h2>
        <p>{t('stillText')}</p>
      </div>
      <ButtonLink href="/contact" kind="plain" icon="mail">
        {t('ask')}
      </ButtonLink>
    </section>
  )
}
