import { useActionData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'

type Reply = {
  initialValue?: Record<string, unknown> | null
  error?: Record<string, string[] | null> | null
  n?: number
  words?: Record<string, string | number>
}

/**
 * What the last form of this page said and what was wrong with it: `field(name)` are the props of a
 * `Field`, `errors` those of the `ErrorSummary`. `stored` is shown where nothing was typed yet.
 */
export function useTyped(stored: Record<string, string | number | null | undefined> = {}) {
  const reply = useActionData() as Reply | undefined
  const { t } = useTranslation()
  const say = t as (key: string, options: object) => string
  const n = reply?.n ?? 1
  const errors = Object.entries(reply?.error ?? {}).flatMap(([name, keys]) =>
    keys?.[0]
      ? [{ name: name || 'main', message: say(known(keys[0]), { n, count: n, ...reply?.words }) }]
      : [],
  )
  const typed = reply?.initialValue ?? stored
  const text = (name: string) => {
    const value = typed[name]
    return value === undefined || value === null ? undefined : String(value)
  }
  return {
    errors,
    text,
    ticked: (name: string) => typed[name] === 'on',
    field: (name: string) => ({
      name,
      defaultValue: text(name),
      error: errors.find((error) => error.name === name)?.message,
    }),
    tick: (name: string) => ({
      name,
      kind: 'checkbox' as const,
      defaultChecked: typed[name] === 'on',
      error: errors.find((error) => error.name === name)?.message,
    }),
  }
}

/** Errors are message keys; what a schema says by itself is not one. */
const known = (error: string) => (/^\w+:[\w.]+$/.test(error) ? error : 'errors:invalid')
