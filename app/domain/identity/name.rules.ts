/** Text without accents, case or typographic disguise: what names and addresses are compared by. */
export const foldedName = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[’ʼ‘`]/g, "'")
    .toLowerCase()
    .trim()

/** An e-mail address as it is looked up: letters in either case are one person. */
export const foldedEmail = (email: string) => email.trim().normalize('NFKC').toLowerCase()

/** A display name as it is kept: no control or invisible marks, single blanks. Joiners stay: scripts and emoji need them. */
export const cleanedName = (name: string) =>
  name
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()

const longestLooked = 200

/** Whether a name holds a link or an e-mail address: mail programs would lead there, and it may pose as another's. */
export const holdsAddress = (name: string) =>
  /:\/\/|\bwww\.|\w\.[a-z]{2,}\/|[^\s@]@[^\s@]+\.[^\s@]/i.test(name.slice(0, longestLooked))

const longestHandle = 22

/** What a person is called in addresses, made of their display name: `Giulia B.` is `giulia_b`. */
export function handleOf(displayName: string) {
  const plain = foldedName(displayName)
    .replace(/[^a-z0-9]+/g, '_')
    .slice(0, longestHandle)
    .replace(/^_+|_+$/g, '')
  return plain.length > 1 ? plain : 'member'
}
