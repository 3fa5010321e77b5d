import { useTranslation } from 'react-i18next'
import { Icon } from './icon.tsx'

type Problem = { name: string; message: string }

/** All that is wrong with a form, first on the page and holding the focus; each line leads to its field. */
export function ErrorSummary({ errors }: { errors: Problem[] }) {
  const { t } = useTranslation('ui')
  if (!errors.length) return null
  return (
    <div
      className="error-summary"
      id="errors"
      role="alert"
      tabIndex={-1}
      autoFocus
      aria-labelledby="errors-title"
    >
      <h2 id="errors-title">
        <Icon name="circle-alert" />
        {t('field.summary', { count: errors.length })}
      </h2>
      <ul>
        {errors.map(({ name, message }) => (
          <li key={name}>
            <a href={`#${name}`}>{message}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}
