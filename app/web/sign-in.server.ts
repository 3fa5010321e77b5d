import { endSession, startSession } from '#app/domain/identity/session.server.ts'
import { transaction } from '#db/database.server.ts'
import { back } from './answer.server.ts'
import { cookie, noCookie } from './cookie.server.ts'
import { resume } from './pending-act.server.ts'
import type { Knock } from './visit.server.ts'

const days90 = 90 * 86_400

/**
 * Opens a new session on this device, ending the one it had: a token from before signing in is
 * never worth anything after. Answers the token and its cookie.
 */
export async function openSession({ context }: Knock, personId: string) {
  const { viewer, shutOut, agent, address } = context.visit
  const before = viewer ?? shutOut
  if (before) await transaction((tx) => endSession(tx, before.id, before.sessionId))
  const token = await startSession(personId, agent, address)
  return { token, signedIn: cookie('session', token, days90) }
}

/** Signs in, does what was begun before, and leads there; else to `redirectTo`. */
export async function enter(knock: Knock, personId: string, to: unknown, notice?: string) {
  const { token, signedIn } = await openSession(knock, personId)
  const next = await resume(knock, token, to)
  return back(next.to, next.notice ?? notice, [signedIn, next.cleared])
}

/** Lets somebody who is suspended in as far as why they are: what was begun before is not done. */
export async function enterShutOut(knock: Knock, personId: string) {
  const { signedIn } = await openSession(knock, personId)
  return back('/me/decisions', undefined, [signedIn, noCookie('pending')])
}

/** The way out: this device's session ends, and its cached pages with it. */
export async function leave({ context }: Knock) {
  const { viewer, shutOut } = context.visit
  const signedIn = viewer ?? shutOut
  if (signedIn) await transaction((tx) => endSession(tx, signedIn.id, signedIn.sessionId))
  const answer = back('/', 'signed-out', [noCookie('session')])
  answer.headers.set('Clear-Site-Data', '"cache"')
  return answer
}
