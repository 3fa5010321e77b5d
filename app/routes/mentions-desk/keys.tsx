import { useTranslation } from 'react-i18next'
import { KeysDialog } from '#app/ui/keys-dialog.tsx'
import { mentionsHref, useDesk } from './desk-use.ts'

const keys = [
  ['j', 'j'],
  ['k', 'k'],
  ['Enter', 'enter'],
  ['x', 'x'],
  ['/', 'search'],
  ['?', 'help'],
] as const

/** What the keys do in this list, the same as in the inbox, and the way to do without them. */
export function Keys() {
  const { t } = useTranslation('mentions')
  const { list, hasKeys, isHelpOpen } = useDesk()
  const here = mentionsHref(list)
  const help = `${here}${here.includes('?') ? '&' : '?'}help=1`
  const lines = keys.map(([key, name]) => ({ keys: [key], does: t(`keys.${name}`) }))
  return (
    <>
      <p className="inbox-help">
        <a href={help} data-opens="keys">
          {t('keys.open')}
        </a>
      </p>
      <KeysDialog lines={lines} hasKeys={hasKeys} here={here} isOpen={isHelpOpen} />
    </>
  )
}
