import type { ReactNode } from 'react'

type Props = { aside: ReactNode; label: string; first?: ReactNode; children: ReactNode }

/** The page's matter and, beside it, its aside; on a phone the aside comes after `first`, or last. */
export function Columns({ aside, label, first, children }: Props) {
  const beside = <aside aria-label={label}>{aside}</aside>
  return (
    <div className={first ? 'columns with-first' : 'columns'}>
      {first && <div>{first}</div>}
      {first && beside}
      <div>{children}</div>
      {!first && beside}
    </div>
  )
}
