import { randomBytes, createHash } from 'node:crypto'
import { and, eq, gt, lt } from 'drizzle-orm'
import type { Tx } from '#db/database.server.ts'
import { pendingActs } from '#db/schema/identity.ts'
import { now } from '#db/time.ts'

const hour = 3_600_000
const hashed = (key: string) => createHash('sha256').update(key).digest('hex')

/** Keeps a form that a signed-out visitor sent, for an hour; answers the key to it. */
export async function rememberAct(tx: Tx, path: string, fields: [string, string][]) {
  const key = randomBytes(24).toString('base64url')
  await tx
    .insert(pendingActs)
    .values({ id: hashed(key), path, fields, expiresAt: new Date(now().getTime() + hour) })
  return key
}

/** Hands out what `rememberAct` kept, once; `undefined` when it was taken, expired or never was. */
export async function completeAct(tx: Tx, key: string) {
  const mine = and(eq(pendingActs.id, hashed(key)), gt(pendingActs.expiresAt, now()))
  const [act] = await tx.delete(pendingActs).where(mine).returning()
  return act
}

/** Forgets the forms that nobody came back for. */
export async function forgetActs(tx: Tx) {
  await tx.delete(pendingActs).where(lt(pendingActs.expiresAt, now()))
}
