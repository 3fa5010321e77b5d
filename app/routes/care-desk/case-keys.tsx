import { useTranslation } from 'react-i18next'
import { KeysDialog } from '#app/ui/keys-dialog.tsx'
import { useCasePage } from './case-types.ts'

const keys = ['j', 'k', 'r', 'n', 'a', 's', 'z', 't', 'u', '/', '?'] as const
const names = { '/': 'macro', '?': 'help' } as const
const nameOf = (key: (typeof keys)[number]) => (key === '/' || key === '?' ? names[key] : key)

/** What the keys do on this page, and the way to do without them. */
export function CaseKeys() {
  const { t } = useTranslation('care')
  const { hasKeys, here, isHelpOpen } = useCasePage()
  const lines = [
    ...keys.map((key) => ({ keys: [key], does: t(`talk.keys.of.${nameOf(key)}`) })),
    { keys: ['Ctrl', 'Enter'], does: t('talk.keys.of.send') },
  ]
  return <KeysDialog lines={lines} hasKeys={hasKeys} here={here} isOpen={isHelpOpen} />
}
