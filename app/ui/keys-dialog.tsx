import { useTranslation } from 'react-i18next'
import { Button } from './button.tsx'

/** A key, or keys pressed together, and what it does. */
export type KeyLine = { keys: string[]; does: string }
type Props = { lines: KeyLine[]; hasKeys: boolean; here: string; isOpen: boolean }

/** What the keys of a desk do, and the way to do without them; `here` is the page without it. */
export function KeysDialog({ lines, hasKeys, here, isOpen }: Props) {
  const { t } = useTranslation('staff')
  return (
    <dialog className="desk-keys" id="keys" open={isOpen} aria-labelledby="keys-title">
      <h2 id="keys-title">{t('keys.title')}</h2>
      <p>{t(hasKeys ? 'keys.on' : 'keys.off')}</p>
      <dl>
        {lines.map(({ keys, does }) => (
          <div key={keys.join()}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key === 'Enter' ? t('keys.enter') : key}</kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <div className="row">
        <form method="post" action="/staff/keys">
          <input type="hidden" name="redirectTo" value={here} />
          <Button name="keys" value={hasKeys ? 'off' : 'on'} kind="plain">
            {t(hasKeys ? 'keys.switchOff' : 'keys.switchOn')}
          </Button>
        </form>
        <a className="btn ghost" href={here} data-close>
          {t('keys.close')}
        </a>
      </div>
    </dialog>
  )
}
