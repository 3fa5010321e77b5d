import type { ReactNode } from 'react'
import { FieldError, said } from '#app/ui/field.tsx'

type Choice = { value: string; key: string; label: ReactNode; hint?: ReactNode }
type Props = {
  legend: ReactNode
  name: string
  choices: Choice[]
  chosen?: string
  error?: string
}

/** One question whose answers have a key each. */
export function Keyed({ legend, name, choices, chosen, error }: Props) {
  const wired = said(name, undefined, error)
  return (
    <fieldset className="field choices" id={name} aria-describedby={wired['aria-describedby']}>
      <legend>{legend}</legend>
      {error && <FieldError id={name}>{error}</FieldError>}
      {choices.map(({ value, key, label, hint }) => (
        <label key={value}>
          <input
            type="radio"
            name={name}
            value={value}
            defaultChecked={chosen === value}
            data-key={key}
            aria-keyshortcuts={key}
            aria-invalid={wired['aria-invalid']}
          />
          <span>
            {label} <kbd aria-hidden>{key}</kbd>
            {hint && <span className="hint">{hint}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  )
}
