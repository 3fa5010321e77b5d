import { parse, serialize } from 'cookie'
import { env } from './env.server.ts'

const secure = env.publicUrl.protocol === 'https:'
const named = (name: string) => (secure ? `__Host-${name}` : `granaio_${name}`)

export type CookieName = 'session' | 'locale' | 'theme' | 'notice' | 'wrote' | 'pending' | 'wish'

/** The cookies of ours that came along, by our own short names. */
export function cookiesOf(header: string | null | undefined) {
  const all = parse(header ?? '')
  return (name: CookieName) => all[named(name)]
}

/** A `Set-Cookie` value: HttpOnly, Lax, host-bound; Secure wherever the site is served over https. */
export const cookie = (name: CookieName, value: string, maxAge: number) =>
  serialize(named(name), value, { httpOnly: true, secure, sameSite: 'lax', path: '/', maxAge })

/** The notice that an answer leaves for the next page. */
export const noticeIn = ({ headers }: Response) =>
  cookiesOf(headers.getSetCookie().join('; '))('notice')

export const noCookie = (name: CookieName) => cookie(name, '', 0)
export const year = 31_536_000
