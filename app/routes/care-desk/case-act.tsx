import type { ReactNode } from 'react'
import { Button } from '#app/ui/button.tsx'
import type { IconName } from '#app/ui/icons.ts'
import { useCasePage } from './case-types.ts'

type Props = {
  intent: string
  icon?: IconName
  /** One more field that the act has, with its value. */
  name?: string
  value?: string
  children: ReactNode
}

/** An act on the open case that needs no more than one click. */
export function CaseAct({ intent, icon, name, value, children }: Props) {
  const { path, version, view } = useCasePage()
  return (
    <form method="post" action={path} data-act={intent}>
      <input type="hidden" name="seen" value={version} />
      <input type="hidden" name="view" value={view} />
      {name && <input type="hidden" name={name} value={value} />}
      <Button kind="plain" icon={icon} name="intent" value={intent}>
        {children}
      </Button>
    </form>
  )
}
