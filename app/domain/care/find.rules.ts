import { foldedEmail } from '../identity/name.rules.ts'

/** The largest number that a case can have: what an integer column holds on both databases. */
const largest = 2 ** 31 - 1

/** What an agent typed: the number of a case, an address, or words. */
export function soughtIn(typed: string): { number?: number; email?: string } {
  const text = typed.trim()
  const [, digits] = /^#?(\d{3,10})$/.exec(text) ?? []
  if (digits && Number(digits) <= largest) return { number: Number(digits) }
  if (/^[^\s@]+@[^\s@]+$/.test(text)) return { email: foldedEmail(text) }
  return {}
}
