import type { ActionFunctionArgs } from '@remix-run/node'
import { takeMail } from '#app/clock/take-mail.server.ts'
import { countHits, forgiveHit, type Limit } from '#app/domain/identity/limit.server.ts'
import { env } from '#app/web/env.server.ts'
import { signedBody } from '#app/web/signed-hook.server.ts'
import { transaction, unavailability } from '#db/database.server.ts'

// Longer than a signature is good for.
const once: Limit = { name: 'mail-hook', points: 1, seconds: 15 * 60 }
const plain = (text: string, status: number) => new Response(`${text}\n`, { status })

/** Nothing to read here. */
export function loader() {
  throw plain('Not found', 404)
}

/**
 * A mail server hands over a mail as it came (RFC 822). The answer is one word, what became of it; the
 * same signature opens once.
 */
export async function action({ request }: ActionFunctionArgs) {
  if (!env.careMailSecret) throw plain('Not found', 404)
  const signed = await signedBody(request, env.careMailSecret)
  if (signed === 'forged') return plain('forged', 401)
  const { body, signature } = signed
  const { count } = await transaction((tx) => countHits(tx, once, signature))
  if (count > once.points) return plain('replayed', 409)
  try {
    const outcome = await takeMail(body)
    return plain(outcome, outcome === 'unreadable' ? 400 : 200)
  } catch (error) {
    if (unavailability(error)) return plain('later', 503)
    // It was not kept: the sender may try the same again.
    await transaction((tx) => forgiveHit(tx, once, signature))
    throw error
  }
}
