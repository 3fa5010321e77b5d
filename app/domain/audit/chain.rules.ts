import { hash } from 'node:crypto'

/**
 * The hash of a row in a chain: SHA-256, base64url, of the hash before it and of all its values, their
 * objects with keys in alphabetical order, so that no database's way of keeping JSON changes it.
 */
export const chained = (before: string, values: unknown[]) =>
  hash('sha256', `${before}\n${canonical(values)}`, 'base64url')

const isPlain = (value: unknown) => typeof value !== 'object' || value === null

/** Asking about the order of every value takes longer than the rest: most rows have no objects. */
const canonical = (values: unknown[]) =>
  values.every(isPlain)
    ? JSON.stringify(values)
    : JSON.stringify(values, (_, inner: unknown) => sorted(inner))

function sorted(value: unknown) {
  if (!value || typeof value !== 'object' || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
}
