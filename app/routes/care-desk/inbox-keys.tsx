import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { KeysDialog } from '#app/ui/keys-dialog.tsx'
import type { InboxData } from '../staff/care.tsx'
import { inboxHref } from './list.tsx'

const keys = [
  ['j', 'j'],
  ['k', 'k'],
  ['Enter', 'enter'],
  ['x', 'x'],
  ['a', 'a'],
  ['s', 's'],
  ['t', 't'],
  ['/', 'search'],
  ['?', 'help'],
] as const

/** What the keys do in the inbox, and the way to do without them. */
export function InboxKeys() {
  const { t } = useTranslation('care')
  const { list, hasKeys, isHelpOpen } = useLoaderData<InboxData>()
  const here = inboxHref(list)
  const help = `${here}${here.includes('?') ? '&' : '?'}help=1`
  const lines = keys.map(([key, name]) => ({ keys: [key], does: t(`inbox.keys.of.${name}`) }))
  return (
    <>
      <p className="inbox-help">
        <a href={help} data-opens="keys">
          {t('inbox.keys.open')}
        </a>
      </p>
      <KeysDialog lines={lines} hasKeys={hasKeys} here={here} isOpen={isHelpOpen} />
    </>
  )
}
