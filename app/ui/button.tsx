import type { ComponentPropsWithoutRef, ReactNode } from 'react'
import { Icon, type IconName } from './icon.tsx'

type Kind = 'primary' | 'plain' | 'ghost' | 'danger'
type Look = { kind?: Kind; icon?: IconName; children: ReactNode }

export function Button({
  kind = 'primary',
  icon,
  children,
  ...rest
}: Look & Omit<ComponentPropsWithoutRef<'button'>, 'className'>) {
  return (
    <button className={`btn ${kind}`} {...rest}>
      {icon && <Icon name={icon} />}
      {children}
    </button>
  )
}

export function ButtonLink({
  kind = 'primary',
  icon,
  children,
  ...rest
}: Look & { href: string } & Omit<ComponentPropsWithoutRef<'a'>, 'className' | 'href'>) {
  return (
    <a className={`btn ${kind}`} {...rest}>
      {icon && <Icon name={icon} />}
      {children}
    </a>
  )
}
