import { completeAct, rememberAct } from '#app/domain/identity/pending-act.server.ts'
import { transaction } from '#db/database.server.ts'
import { cookie, cookiesOf, noCookie } from './cookie.server.ts'
import { safePath } from './safe-redirect.ts'
import type { Knock } from './visit.server.ts'

const hour = 3600
const secret = new Set(['password', 'current'])

/** Keeps the form that was sent, files and passwords apart, and answers the cookie that finds it again. */
export async function keepAct(request: Request) {
  const form = await request.clone().formData()
  const fields = [...form].filter(
    (field): field is [string, string] => typeof field[1] === 'string' && !secret.has(field[0]),
  )
  const { pathname } = new URL(request.url)
  return cookie('pending', await transaction((tx) => rememberAct(tx, pathname, fields)), hour)
}

/**
 * After signing in: does the kept form as the person of `token` and answers where it led, or
 * `fallback` where nothing was kept. The headers clear the cookie.
 */
export async function resume({ request, context }: Knock, token: string, fallback: unknown) {
  const key = cookiesOf(request.headers.get('Cookie'))('pending')
  const act = key ? await transaction((tx) => completeAct(tx, key)) : undefined
  const to = act ? await context.visit.replay(act.path, act.fields, token) : fallback
  return { to: safePath(to), cleared: noCookie('pending') }
}
