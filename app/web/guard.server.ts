import { redirect } from '@remix-run/node'
import { type Permission } from '#app/domain/identity/permission.rules.ts'
import { isStaff, may, type Person } from '#app/domain/identity/viewer.rules.ts'
import { log } from './log.server.ts'
import { keepAct } from './pending-act.server.ts'
import type { Knock } from './visit.server.ts'

const provedFor = 15 * 60_000

/** What is sent there costs little to type again, or asks for the password; a text about a decision does not. */
const isDesk = (path: string) =>
  /^\/(me(?!\/(?:ideas\/\d+\/decision|cases\/[\w-]+\/replies))|staff)\//.test(path)

/** The signed-in person, or off to sign in: a form that was sent is kept and done afterwards. */
export async function requireMember({ request, context }: Knock): Promise<Person> {
  const { viewer, shutOut } = context.visit
  if (viewer) return viewer
  if (shutOut) throw redirect('/me/decisions', 303)
  const { pathname, search } = new URL(request.url)
  const isPage = request.method === 'GET' || isDesk(pathname)
  if (isPage) throw redirect(`/login?redirectTo=${encodeURIComponent(pathname + search)}`, 303)
  const kept = await keepAct({ request, context })
  throw redirect('/login', { status: 303, headers: kept ? { 'Set-Cookie': kept } : {} })
}

/**
 * Whoever decisions can be about: a member, or somebody suspended, who may read why and object, and
 * have their data, or go for good.
 */
export async function requireConcerned(knock: Knock) {
  const { shutOut } = knock.context.visit
  return shutOut ?? (await requireMember(knock))
}

/** A form that was sent by somebody who posts nothing for now; its page is shown again, with all of it. */
export class Silenced extends Error {
  override name = 'Silenced'
}

/**
 * A member who may post. Whoever is silenced is led to the page that says why and until when; where
 * they had typed something already, it stays on its page, for them to copy.
 */
export async function requireVoice(knock: Knock): Promise<Person> {
  const person = await requireMember(knock)
  const { visit } = knock.context
  if (!person.silencedUntil || visit.isRefused) return person
  if (knock.request.method === 'GET') throw redirect('/me/decisions', 303)
  visit.isRefused = true
  throw new Silenced()
}

/** A member of the staff with this permission. To everybody else the door does not exist; to other staff it is closed. */
export async function requirePermission(knock: Knock, permission: Permission): Promise<Person> {
  const person = await requireMember(knock)
  if (may(person, permission)) return person
  log.warn({ person: person.id, permission, path: new URL(knock.request.url).pathname }, 'refused')
  throw new Response(null, { status: isStaff(person) ? 403 : 404 })
}

/** Somebody who typed their password in the last 15 minutes, or off to type it. */
export const requireProof = async (knock: Knock): Promise<Person> =>
  proved(knock, await requireMember(knock))

/** As `requireProof`, for what is left to whoever is suspended, too. */
export const requireOwnProof = async (knock: Knock) => proved(knock, await requireConcerned(knock))

function proved<Someone extends { provedAt: Date }>({ request }: Knock, person: Someone) {
  if (Date.now() - person.provedAt.getTime() < provedFor) return person
  const { pathname } = new URL(request.url)
  throw redirect(`/me/proof?redirectTo=${encodeURIComponent(pathname)}`, 303)
}
