import { completeAct, rememberAct } from '#app/domain/identity/pending-act.server.ts'
import { transaction } from '#db/database.server.ts'
import { cookie, cookiesOf, noCookie } from './cookie.server.ts'
import { formOf } from './form.server.ts'
import { tryKeeping } from './limit.server.ts'
import { safePath } from './safe-redirect.ts'
import type { Knock } from './visit.server.ts'

const hour = 3600
const secret = new Set(['password', 'current'])

// Whoever signs in next on this device does the kept act: it may cost no more than a vote or a text.
const isKept = (path: string) =>
  /^\/(?:(?:ideas|comments|me\/ideas\/\d+\/decision)\/|me\/cases\/[\w-]+\/replies$)/.test(path)
const longest = 40_000

/**
 * Keeps the form that was sent, files and passwords apart, and answers the cookie that finds it
 * again; `undefined` for other forms than those about ideas, comments and cases, for a text longer than any
 * of ours, and where too many were kept.
 */
export async function keepAct({ request, context }: Knock) {
  const { pathname } = new URL(request.url)
  if (!isKept(pathname)) return undefined
  const fields = [...(await formOf(request.clone()))].filter(
    (field): field is [string, string] => typeof field[1] === 'string' && !secret.has(field[0]),
  )
  const length = fields.flat().reduce((sum, text) => sum + text.length, 0)
  if (length > longest || (await tryKeeping(context.visit.address))) return undefined
  return cookie('pending', await transaction((tx) => rememberAct(tx, pathname, fields)), hour)
}

/**
 * After signing in: does the kept form as the person of `token` and answers where it led, or
 * `fallback` where nothing was kept. `cleared` clears the cookie; `notice` says what was done,
 * or that it was refused.
 */
export async function resume({ request, context }: Knock, token: string, fallback: unknown) {
  const key = cookiesOf(request.headers.get('Cookie'))('pending')
  const cleared = noCookie('pending')
  const act = key ? await transaction((tx) => completeAct(tx, key)) : undefined
  if (!act) return { to: safePath(fallback), cleared }
  const { to, done, notice } = await context.visit.replay(act.path, act.fields, token)
  const refused = act.path === '/ideas/new' ? 'idea-unfinished' : 'act-refused'
  return { to: safePath(to), cleared, notice: done ? notice : refused }
}
