import { redirect } from '@remix-run/node'
import { cookie } from './cookie.server.ts'
import { safePath } from './safe-redirect.ts'

const seconds = 10

/** The thing itself, or the 404 that says no more than that. */
export function found<T>(thing: T | undefined | null): T {
  if (thing === undefined || thing === null) throw new Response(null, { status: 404 })
  return thing
}

/** The number in an idea's address, or the 404 of all that is none. */
export const numberIn = ({ number = '' }: { number?: string }) =>
  Number(found(/^\d{1,9}$/.exec(number)?.[0]))

/**
 * The answer to a form that was done: 303 to a page of ours. `notice` is a message key said there
 * once; the `wrote` cookie lets nobody be shown a page from before their own act.
 */
export function back(to: unknown, notice?: string, cookies: string[] = []) {
  const headers = new Headers()
  headers.append('Set-Cookie', cookie('wrote', String(Date.now()), seconds))
  if (notice) headers.append('Set-Cookie', cookie('notice', notice, seconds))
  for (const each of cookies) headers.append('Set-Cookie', each)
  return redirect(safePath(to), { status: 303, headers })
}
