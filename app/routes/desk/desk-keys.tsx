import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { deskSearch } from '#app/domain/workflow/desk.form.ts'
import { KeysDialog } from '#app/ui/keys-dialog.tsx'
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
  const lines = [
    ...keys.map((key) => ({ keys: [key], does: say(`keys.of.${nameOf(key)}`) })),
    { keys: ['Ctrl', 'Enter'], does: t('keys.of.send') },
    { keys: ['Esc'], does: t('keys.of.leave') },
  ]
  return <KeysDialog lines={lines} hasKeys={hasKeys} here={here} isOpen={query.help === '1'} />
}
