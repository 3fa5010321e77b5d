import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { houseSecret } from './secret.server.ts'

const cipher = 'aes-256-gcm'
const version = '1'
const [ivBytes, tagBytes, keyBytes] = [12, 16, 32]

/** What a sealed text is, and whose: it opens for nothing else. */
export type About = { what: 'code' | 'address' | 'wish' | 'hook'; of: string }

/**
 * Closes a text (AES-256-GCM, with a key derived from the house's secret) so that it can be kept:
 * `about` is bound into it, so that a row's text moved to another row does not open there.
 */
export function sealed(about: About, plain: string) {
  const iv = randomBytes(ivBytes)
  const closing = createCipheriv(cipher, keyFor('seal'), iv).setAAD(bound(about))
  const body = Buffer.concat([closing.update(plain, 'utf8'), closing.final()])
  return `${version}.${Buffer.concat([iv, closing.getAuthTag(), body]).toString('base64url')}`
}

/**
 * What `sealed` closed for the same `about`; `undefined` when it was closed with another secret
 * (`SESSION_SECRET` was changed), belongs to something else or was tampered with. It never throws.
 */
export function opened(about: About, kept: string): string | undefined {
  const [by, text = ''] = kept.split('.')
  const bytes = Buffer.from(text, 'base64url')
  if (by !== version || bytes.length < ivBytes + tagBytes) return undefined
  const iv = bytes.subarray(0, ivBytes)
  const opening = createDecipheriv(cipher, keyFor('seal'), iv, { authTagLength: tagBytes })
  opening.setAAD(bound(about)).setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes))
  try {
    const body = bytes.subarray(ivBytes + tagBytes)
    return Buffer.concat([opening.update(body), opening.final()]).toString('utf8')
  } catch {
    return undefined
  }
}

/**
 * The same for the same text, and telling nobody without the secret what it was: finds a code that
 * is in the pool already, and a wish that was sent twice. Another secret gives others.
 */
export const fingerprintOf = (text: string) =>
  createHmac('sha256', keyFor('fingerprint')).update(text).digest('base64url')

const bound = ({ what, of }: About) => Buffer.from(`${what} ${of}`)

const keys = new Map<string, Buffer>()

function keyFor(purpose: 'seal' | 'fingerprint') {
  const secret = houseSecret()
  if (!secret) throw new Error('Nothing can be sealed without SESSION_SECRET')
  const name = `${purpose} ${secret}`
  if (!keys.has(name)) keys.set(name, derived(secret, `granaio rewards ${purpose}`))
  return keys.get(name)!
}

const derived = (secret: string, info: string) =>
  Buffer.from(hkdfSync('sha256', secret, '', info, keyBytes))
