import { useTranslation } from 'react-i18next'
import { Icon } from './icon.tsx'

/** Sharing without third parties: an address to copy, and a mail to write. */
export function Share({ url, title }: { url: string; title: string }) {
  const { t } = useTranslation('ui')
  const mail = `mailto:?subject=${encodeURIComponent(title)}&body=${encodeURIComponent(url)}`
  return (
    <details className="share">
      <summary className="act">
        <Icon name="share-2" />
        {t('share.label')}
      </summary>
      <div>
        <label htmlFor="share-url">{t('share.url')}</label>
        <input id="share-url" type="url" readOnly value={url} data-copy="" />
        <a className="act" href={mail}>
          <Icon name="mail" />
          {t('share.mail')}
        </a>
      </div>
    </details>
  )
}
