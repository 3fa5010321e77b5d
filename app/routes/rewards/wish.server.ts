import { opened, sealed } from '#app/domain/identity/seal.server.ts'
import type { Viewer } from '#app/domain/identity/viewer.rules.ts'
import { cookie, cookiesOf, noCookie } from '#app/web/cookie.server.ts'
import { fieldsOf } from '#app/web/form.server.ts'

const hour = 3600
const longest = 1_500
const kept = new Set(['name', 'street', 'postcode', 'city', 'province', 'country', 'creditName'])
const anyone = 'anyone'

/**
 * The cookie that keeps what was typed for an hour, closed: a wish that was refused, or sent before
 * signing in, costs nobody their address. Nothing of it is stored here.
 */
export async function keepWish(request: Request, viewer: Viewer) {
  const typed = (await fieldsOf(request)).filter(([name, text]) => kept.has(name) && text)
  const text = JSON.stringify(Object.fromEntries(typed))
  if (!typed.length || text.length > longest) return undefined
  return cookie('wish', sealed({ what: 'wish', of: viewer?.id ?? anyone }, text), hour)
}

/** What `keepWish` kept of this member, or of whoever had not signed in yet. */
export function keptWish(request: Request, member: { id: string }): Record<string, string> {
  const text = cookiesOf(request.headers.get('Cookie'))('wish')
  const open = (of: string) => (text ? opened({ what: 'wish', of }, text) : undefined)
  const wish = open(member.id) ?? open(anyone)
  return wish ? (JSON.parse(wish) as Record<string, string>) : {}
}

export const forgetWish = () => noCookie('wish')
