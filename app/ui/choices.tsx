import type { ReactNode } from 'react'
import { FieldError, first, said } from './field.tsx'

type Choice = { value: string; label: ReactNode; hint?: ReactNode }
type Props = {
  legend: ReactNode
  name: string
  choices: Choice[]
  kind?: 'radio' | 'checkbox'
  chosen?: string[]
  hint?: ReactNode
  error?: string | string[] | null
  required?: boolean
}

/** One question with its answers as radio buttons or boxes. */
export function Choices({ legend, name, choices, kind = 'radio', chosen = [], ...rest }: Props) {
  const { hint, error, required } = rest
  const problem = first(error)
  const wired = said(name, hint, problem)
  return (
    <fieldset className="field choices" id={name} aria-describedby={wired['aria-describedby']}>
      <legend>{legend}</legend>
      {hint && (
        <p className="hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      {problem && <FieldError id={name}>{problem}</FieldError>}
      {choices.map(({ value, label, hint }) => (
        <label key={value}>
          <input
            type={kind}
            name={name}
            value={value}
            defaultChecked={chosen.includes(value)}
            required={required && kind === 'radio'}
            aria-invalid={wired['aria-invalid']}
          />
          <span>
            {label}
            {hint && <span className="hint">{hint}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  )
}
