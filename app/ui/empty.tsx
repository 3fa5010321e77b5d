import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon.tsx'

type Props = { icon: IconName; title: string; text?: ReactNode; action?: ReactNode }

/** What a list says when nothing is in it: an invitation, and the way out. */
export function Empty({ icon, title, text, action }: Props) {
  return (
    <div className="empty">
      <Icon name={icon} size={40} />
      <h2>{title}</h2>
      {text && <p>{text}</p>}
      {action}
    </div>
  )
}
