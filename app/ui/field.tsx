import type { ComponentPropsWithoutRef, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from './icon.tsx'

type Option = { value: string; label: string }
type Attributes = Omit<ComponentPropsWithoutRef<'input'>, 'id' | 'name' | 'className' | 'children'>

export type FieldProps = Attributes & {
  label: ReactNode
  name: string
  id?: string
  hint?: ReactNode
  error?: string | string[] | null
  optional?: boolean
  kind?: 'input' | 'textarea' | 'select' | 'checkbox'
  rows?: number
  options?: Option[]
  children?: ReactNode
}

/** A labelled control with its hint and error; `children` replaces the control, given its ids. */
export function Field({ label, name, id = name, hint, error, optional, ...rest }: FieldProps) {
  const { t } = useTranslation('ui')
  const problem = first(error)
  const tick = rest.kind === 'checkbox'
  const control = <Control {...rest} id={id} name={name} {...said(id, hint, problem)} />
  return (
    <div className={tick ? 'field tick' : 'field'}>
      {tick && control}
      <label htmlFor={id}>
        {label} {optional && <span className="quiet">{t('field.optional')}</span>}
      </label>
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {problem && <FieldError id={id}>{problem}</FieldError>}
      {!tick && control}
    </div>
  )
}

/** What a screen reader says after a control's name: its hint, and its error. */
export function said(id: string, hint: ReactNode, problem?: string | null) {
  const ids = [hint && `${id}-hint`, problem && `${id}-error`].filter(Boolean)
  return {
    'aria-describedby': ids.join(' ') || undefined,
    'aria-invalid': problem ? true : undefined,
  }
}

type ControlProps = Omit<FieldProps, 'label' | 'hint' | 'error' | 'optional'>

function Control({ kind, options, rows, children, ...rest }: ControlProps) {
  if (children) return children
  if (kind === 'textarea') {
    return <textarea rows={rows ?? 6} {...(rest as ComponentPropsWithoutRef<'textarea'>)} />
  }
  if (kind === 'select') {
    return (
      <select {...(rest as ComponentPropsWithoutRef<'select'>)}>
        {options?.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    )
  }
  return <input type={kind === 'checkbox' ? 'checkbox' : 'text'} {...rest} />
}

export function FieldError({ id, children }: { id: string; children: ReactNode }) {
  const { t } = useTranslation('ui')
  return (
    <p className="error" id={`${id}-error`}>
      <Icon name="circle-alert" />
      <span>
        <span className="vh">{t('field.error')}</span> {children}
      </span>
    </p>
  )
}

export function first(error?: string | string[] | null) {
  return Array.isArray(error) ? error[0] : error
}
