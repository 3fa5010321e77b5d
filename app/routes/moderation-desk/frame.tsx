import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import deskUrl from '#app/moderation-desk.ts?worker&url'
import { Button } from '#app/ui/button.tsx'
import { type KeyLine, KeysDialog } from '#app/ui/keys-dialog.tsx'
import { acts, keyOf } from '#app/domain/moderation/act.rules.ts'

type Fresh = { id: string; act: string; excerpt: string; leftMs: number }
type Props = {
  fresh: Fresh[]
  hasKeys: boolean
  help: boolean
  here: string
  /** What the keys do here, where that is not what they do in the queue. */
  lines?: KeyLine[]
  children: ReactNode
}

/** The room of the moderators: what can still be undone, the page, what the keys do. */
export function Frame({ fresh, hasKeys, help, here, lines, children }: Props) {
  return (
    <>
      <div id="moderation" className="moderation" data-keys={hasKeys ? 'on' : 'off'}>
        <FreshDecisions fresh={fresh} here={here} />
        {children}
        <Keys hasKeys={hasKeys} help={help} here={here} lines={lines} />
      </div>
      <script type="module" src={deskUrl} />
    </>
  )
}

function FreshDecisions({ fresh, here }: { fresh: Fresh[]; here: string }) {
  const { t } = useTranslation('moderation')
  const left = Math.max(0, ...fresh.map(({ leftMs }) => leftMs))
  return (
    <div id="fresh" data-left={left || undefined} role="status">
      {fresh.length > 0 && (
        <form method="post" action="/staff/moderation/undo" className="fresh">
          <p>{t('desk.undo.told', { count: fresh.length })}</p>
          {fresh.map(({ id }) => (
            <input key={id} type="hidden" name="decision" value={id} />
          ))}
          <input type="hidden" name="redirectTo" value={here} />
          <Button kind="plain" icon="history" data-key="z">
            {t('desk.undo.all', { count: fresh.length })}
          </Button>
          <span className="left" aria-hidden />
        </form>
      )}
    </div>
  )
}

const others = ['j', 'x', 'n', 'o', 'b', 'z', 'question'] as const
const pressed = (name: (typeof others)[number]) => {
  if (name === 'j') return ['j', 'k']
  return [name === 'question' ? '?' : name]
}

type Shown = Pick<Props, 'hasKeys' | 'help' | 'here' | 'lines'>

function Keys({ hasKeys, help, here, lines }: Shown) {
  const { t } = useTranslation('moderation')
  const ofQueue = useQueueKeys()
  return (
    <>
      <p className="quiet">
        <a href={`${here}${here.includes('?') ? '&' : '?'}help`} data-opens="keys" data-key="?">
          {t('desk.keys.title')}
        </a>
      </p>
      <KeysDialog lines={lines ?? ofQueue} hasKeys={hasKeys} here={here} isOpen={help} />
    </>
  )
}

function useQueueKeys(): KeyLine[] {
  const { t } = useTranslation('moderation')
  return [
    ...acts.map((act) => ({ keys: [keyOf[act]], does: t(`desk.act.${act}`) })),
    { keys: ['1–7'], does: t('desk.keys.of.reason') },
    ...others.map((name) => ({ keys: pressed(name), does: t(`desk.keys.of.${name}`) })),
    { keys: ['Ctrl', 'Enter'], does: t('desk.keys.of.send') },
    { keys: ['Esc'], does: t('desk.keys.of.leave') },
  ]
}
