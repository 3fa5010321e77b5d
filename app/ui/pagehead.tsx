import type { ReactNode } from 'react'

type Props = {
  title: ReactNode
  lead?: ReactNode
  action?: ReactNode
  above?: ReactNode
  art?: ReactNode
  children?: ReactNode
}

/** The page's one h1 with its lead and its one main act; `above` is a chip or an overline. */
export function Pagehead({ title, lead, action, above, art, children }: Props) {
  return (
    <header className="pagehead">
      <div className="words">
        {above && <div className="above">{above}</div>}
        <h1>{title}</h1>
        {lead && <p className="lead">{lead}</p>}
        {children}
      </div>
      {art}
      {action && <div className="action">{action}</div>}
    </header>
  )
}
