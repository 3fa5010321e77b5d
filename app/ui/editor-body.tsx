import { useTranslation } from 'react-i18next'
import { limits } from '#app/domain/ideas/idea.form.ts'
import { FieldError } from './field.tsx'
import { Icon, type IconName } from './icon.tsx'

const marks = [
  ['bold', 'bold', 'b'],
  ['italic', 'italic', 'i'],
  ['heading', 'heading', ''],
  ['link', 'link', 'k'],
  ['list', 'list', ''],
  ['quote', 'text-quote', ''],
] as const satisfies [string, IconName, string][]

/** The description: a plain text field; with a script also its toolbar and preview. */
export function EditorBody({ defaultValue, error }: { defaultValue?: string; error?: string }) {
  const { t } = useTranslation('ideas')
  const [min, max] = limits.body
  return (
    <div className="field body">
      <label htmlFor="body">{t('editor.fields.body')}</label>
      <p className="hint" id="body-hint">
        {t('editor.fields.bodyHint', { min, max })}
      </p>
      {error && <FieldError id="body">{error}</FieldError>}
      <div className="tools" data-scripted="" hidden>
        <Modes />
        <div className="marks" role="group" aria-label={t('editor.toolbar.label')}>
          {marks.map(([name, icon, key]) => (
            <button
              key={name}
              type="button"
              data-mark={name}
              data-key={key}
              title={t(`editor.toolbar.${name}`) + (key && ` (Ctrl+${key.toUpperCase()})`)}
              aria-label={t(`editor.toolbar.${name}`)}
              aria-controls="body"
            >
              <Icon name={icon} />
            </button>
          ))}
        </div>
      </div>
      <textarea
        id="body"
        name="body"
        rows={10}
        defaultValue={defaultValue}
        aria-describedby={error ? 'body-hint body-error' : 'body-hint'}
        aria-invalid={error ? true : undefined}
        data-count={t('editor.fields.bodyCount', { n: '%n%', max })}
        data-most={max}
        required
      />
      <div
        id="preview"
        className="preview"
        role="tabpanel"
        aria-labelledby="mode-preview"
        tabIndex={0}
        data-src="/ideas/preview"
        data-empty={t('editor.toolbar.empty')}
        data-failed={t('editor.toolbar.failed')}
        hidden
      />
    </div>
  )
}

function Modes() {
  const { t } = useTranslation('ideas')
  return (
    <div className="modes" role="tablist" aria-label={t('editor.toolbar.modes')}>
      <button
        type="button"
        role="tab"
        id="mode-write"
        data-mode="write"
        aria-controls="body"
        aria-selected="true"
      >
        {t('editor.toolbar.write')}
      </button>
      <button
        type="button"
        role="tab"
        id="mode-preview"
        data-mode="preview"
        aria-controls="preview"
        aria-selected="false"
        tabIndex={-1}
      >
        {t('editor.toolbar.preview')}
      </button>
    </div>
  )
}
