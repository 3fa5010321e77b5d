import { useTranslation } from 'react-i18next'

const known = [400, 403, 404, 413, 429, 503] as const

/** What went wrong in words, and the way out. */
export function ErrorPage({ status }: { status: number }) {
  const { t } = useTranslation('errors')
  const code = known.find((one) => one === status) ?? 500
  return (
    <div className="fault">
      <title>{t(`title.${code}`)}</title>
      <h1>{t(`title.${code}`)}</h1>
      <p>{t(`text.${code}`, { n: 1 })}</p>
      <p className="actions">
        <a className="btn" href="/ideas">
          {t('toBoard')}
        </a>
        <a className="btn plain" href="/">
          {t('toHome')}
        </a>
      </p>
    </div>
  )
}
