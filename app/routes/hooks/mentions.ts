import type { ActionFunctionArgs } from '@remix-run/node'
import { countHits, forgiveHit, type Limit } from '#app/domain/identity/limit.server.ts'
import { HookBody, type HookRow } from '#app/domain/mentions/hook.form.ts'
import { hookSecret, takeBrought } from '#app/domain/mentions/hook.server.ts'
import { signedBody } from '#app/web/signed-hook.server.ts'
import { db, transaction, unavailability } from '#db/database.server.ts'

// Longer than a signature is good for.
const once: Limit = { name: 'mention-hook', points: 1, seconds: 15 * 60 }
const plain = (text: string, status: number) => new Response(`${text}\n`, { status })

/** Nothing to read here. */
export function loader() {
  throw plain('Not found', 404)
}

/**
 * A server brings mentions that it signed: JSON, one or up to a hundred. The answer says of each what
 * became of it; the same signature opens once.
 */
export async function action({ request, params }: ActionFunctionArgs) {
  const secret = await hookSecret(db, params.source ?? '')
  if (!secret) throw plain('Not found', 404)
  const signed = await signedBody(request, secret)
  if (signed === 'forged') return plain('forged', 401)
  const { body, signature } = signed
  const brought = broughtBy(body)
  if (!brought) return plain('unreadable', 400)
  const { count } = await transaction((tx) => countHits(tx, once, signature))
  if (count > once.points) return plain('replayed', 409)
  try {
    const results = await transaction((tx) => takeBrought(tx, params.source!, brought))
    return Response.json({ results })
  } catch (error) {
    if (unavailability(error)) return plain('later', 503)
    // Nothing was kept: the sender may try the same again.
    await transaction((tx) => forgiveHit(tx, once, signature))
    throw error
  }
}

/** The mentions in a body; undefined where it is no JSON, or no such. */
function broughtBy(body: Buffer): HookRow[] | undefined {
  try {
    return HookBody.safeParse(JSON.parse(body.toString('utf8'))).data
  } catch {
    return undefined
  }
}
