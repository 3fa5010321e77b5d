import { useTranslation } from 'react-i18next'
import { Button } from '#app/ui/button.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { useCasePage } from './case-types.ts'
import { useMacroWords } from './case-words.ts'

/** A ready answer to choose; what it would do is shown before any of it is done. */
export function MacroChoice() {
  const { t } = useTranslation('care')
  const { macros } = useCasePage()
  if (!macros.length) return null
  return (
    <div className="macro-choice">
      <label htmlFor="macro" className="vh">
        {t('talk.macro')}
      </label>
      <select id="macro" name="macro" defaultValue="">
        <option value="">{t('talk.macro')}</option>
        {macros.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
      <Button kind="plain" name="intent" value="macro">
        {t('talk.preview')}
      </Button>
    </div>
  )
}

/** What a ready answer is about to do, word by word; nothing of it is done yet, and nothing will be sent. */
export function MacroPreview() {
  const { t } = useTranslation('care')
  const words = useMacroWords()
  const { macro, path, view, version, here } = useCasePage()
  if (!macro) return null
  return (
    <section className="macro-preview" id="macro-preview" aria-labelledby="macro-title">
      <h2 id="macro-title">
        <Icon name="list-checks" /> {t('talk.macroTitle', { name: macro.name })}
      </h2>
      {macro.text && (
        <>
          <h3>{t('talk.macroWords')}</h3>
          <p className="as-written macro-words" lang={macro.lang}>
            {macro.text}
          </p>
          {macro.isOtherLanguage && <p className="quiet">{t('talk.macroOther')}</p>}
        </>
      )}
      {macro.missing.length > 0 && (
        <p className="missing">
          <Icon name="triangle-alert" />
          <span>{t('talk.macroMissing', { names: macro.missing.join(' ') })}</span>
        </p>
      )}
      {macro.now.length > 0 && (
        <>
          <h3>{t('talk.macroNow')}</h3>
          <ul>
            {macro.now.map((act, i) => (
              <li key={i}>{words(act)}</li>
            ))}
          </ul>
        </>
      )}
      {macro.whenSent && <p>{t(`talk.macroThen.${macro.whenSent}`)}</p>}
      <p className="quiet">{t('talk.macroNever')}</p>
      <form method="post" action={`${path}/macro`} className="row" data-enhance="">
        <input type="hidden" name="macro" value={macro.id} />
        <input type="hidden" name="seen" value={version} />
        <input type="hidden" name="view" value={view} />
        <Button icon="check">{t('talk.macroRun')}</Button>
        <a className="btn ghost" href={`${here}#composer`}>
          {t('talk.cancel')}
        </a>
      </form>
    </section>
  )
}
