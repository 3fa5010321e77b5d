import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { deskSearch } from '#app/domain/workflow/desk.form.ts'
import { Button } from '#app/ui/button.tsx'
import type { DeskPage } from './desk-loader.server.ts'

const keys = ['j', 'k', 'x', 's', '[', ']', 'r', 't', 'a', 'm', 'n', 'u', '/', '?'] as const
const names = { '[': 'left', ']': 'right', '/': 'search', '?': 'help' } as const
const nameOf = (key: (typeof keys)[number]) =>
  key in names ? names[key as keyof typeof names] : key

/** What the keys do, and the way to do without them. */
export function DeskKeys() {
  const { t } = useTranslation('staff')
  const { query, hasKeys } = useLoaderData<DeskPage>()
  const say = t as (key: string) => string
  const here = `/staff/ideas${deskSearch(query)}`
  return (
    <dialog className="desk-keys" id="keys" open={query.help === '1'} aria-labelledby="keys-title">
      <h2 id="keys-title">{t('keys.title')}</h2>
      <p>{t(hasKeys ? 'keys.on' : 'keys.off')}</p>
      <dl>
        {keys.map((key) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{say(`keys.of.${nameOf(key)}`)}</dd>
          </div>
        ))}
        <div>
          <dt>
            <kbd>Ctrl</kbd> <kbd>{t('keys.enter')}</kbd>
          </dt>
          <dd>{t('keys.of.send')}</dd>
        </div>
        <div>
          <dt>
            <kbd>Esc</kbd>
          </dt>
          <dd>{t('keys.of.leave')}</dd>
        </div>
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
