import { useTranslation } from 'react-i18next'
import { type MaskedField, revealPurposes } from '#app/domain/care/reveal.form.ts'
import { Button } from '#app/ui/button.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { useCaseAnswer, useCasePage } from './case-types.ts'

/** A field that is shown only in part; the whole of it is told once to who says what for, and that is noted. */
export function Masked({ field, mask }: { field: MaskedField; mask: string }) {
  const { t } = useTranslation('care')
  const { revealed } = useCaseAnswer()
  const { path, view } = useCasePage()
  if (revealed?.field === field)
    return (
      <span className="revealed" role="status">
        <b>{revealed.value}</b> <span className="quiet">{t('reveal.noted')}</span>
      </span>
    )
  return (
    <details className="masked">
      <summary>
        <span>{mask}</span> <Icon name="eye" />
        <span className="vh">{t(`reveal.show.${field}`)}</span>
      </summary>
      <form method="post" action={path} data-enhance="">
        <input type="hidden" name="field" value={field} />
        <input type="hidden" name="view" value={view} />
        <label htmlFor={`purpose-${field}`}>{t('reveal.purpose')}</label>
        <select id={`purpose-${field}`} name="purpose" defaultValue="answer">
          {revealPurposes.map((purpose) => (
            <option key={purpose} value={purpose}>
              {t(`reveal.for.${purpose}`)}
            </option>
          ))}
        </select>
        <Button kind="plain" icon="eye" name="intent" value="reveal">
          {t('reveal.do')}
        </Button>
        <p className="quiet">{t('reveal.hint')}</p>
      </form>
    </details>
  )
}
