import { useTranslation } from 'react-i18next'
import { Icon } from './icon.tsx'

type Props = { q?: string; action?: string; keep?: Record<string, string>; proposeHref?: string }

/** One field to look for an idea, and the door to propose one; `keep` are the filters in force. */
export function IdeaSearch({ q, action = '/ideas', keep = {}, proposeHref = '/ideas/new' }: Props) {
  const { t } = useTranslation('ui')
  return (
    <search className="search-box">
      <form action={action}>
        {Object.entries(keep).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <input
          type="search"
          name="q"
          defaultValue={q}
          aria-label={t('search.label')}
          placeholder={t('search.hint')}
        />
        <button aria-label={t('search.go')}>
          <Icon name="search" />
        </button>
      </form>
      <a className="btn" href={proposeHref}>
        {t('search.propose')}
      </a>
    </search>
  )
}
