import common from './common-passwords.json'
import { foldedName } from './name.rules.ts'

export const shortest = 8
export const longest = 256
const mostBytes = 1000
const enoughBeside = 6

const words = new Set(common.flatMap((line) => foldedName(line).split(' ')))
const withoutTail = (text: string) => text.replace(/[\d\p{P}\p{S}\s]+$/u, '')

/** True when the password is of a length that we take whole: 8 to 256 characters. */
export function isGoodLength(password: string) {
  if (password.length > mostBytes || new TextEncoder().encode(password).length > mostBytes)
    return false
  const length = [...password].length
  return length >= shortest && length <= longest
}

/** Why a password is easy to guess: everybody's (`common`), or told by who and where (`personal`). */
export function passwordFault(
  password: string,
  { email, siteName }: { email: string; siteName: string },
): 'common' | 'personal' | undefined {
  const plain = foldedName(password)
  const own = [email, email.split('@')[0]!, siteName].map(foldedName)
  if (own.some((word) => isMostly(plain, word))) return 'personal'
  if (words.has(plain) || words.has(withoutTail(plain)) || isMonotone(plain)) return 'common'
  return undefined
}

function isMostly(password: string, word: string) {
  if (word.length < 4) return password === word
  return password.includes(word) && password.replaceAll(word, '').length < enoughBeside
}

const isMonotone = (password: string) => new Set(password).size < 3
