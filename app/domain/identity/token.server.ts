import { createHash, randomBytes } from 'node:crypto'
import { and, eq, gt, isNull, lt } from 'drizzle-orm'
import type { Read, Tx } from '#db/database.server.ts'
import { tokens } from '#db/schema/identity.ts'
import { now } from '#db/time.ts'

export type Purpose = (typeof tokens.$inferSelect)['purpose']

const hour = 3_600_000
const goodFor: Record<Purpose, number> = {
  'verify-email': 48 * hour,
  'reset-password': hour,
  'change-email': 48 * hour,
  'set-up': 7 * 24 * hour,
}
const hashed = (secret: string) => createHash('sha256').update(secret).digest('hex')

/**
 * Makes the secret of a one-time link: 32 random bytes, of which only the SHA-256 is kept. What was
 * issued before to the same person for the same purpose is void.
 */
export async function issueToken(
  tx: Tx,
  purpose: Purpose,
  { personId = null, email = null }: { personId?: string | null; email?: string | null },
) {
  const owner = personId ? eq(tokens.personId, personId) : isNull(tokens.personId)
  await tx.delete(tokens).where(and(eq(tokens.purpose, purpose), owner))
  const secret = randomBytes(32).toString('base64url')
  const expiresAt = new Date(now().getTime() + goodFor[purpose])
  await tx.insert(tokens).values({ id: hashed(secret), purpose, personId, email, expiresAt })
  return secret
}

const good = (secret: string, purpose: Purpose) =>
  and(
    eq(tokens.id, hashed(secret)),
    eq(tokens.purpose, purpose),
    isNull(tokens.usedAt),
    gt(tokens.expiresAt, now()),
  )

/** The token of a link that would still work for this purpose; looking does not use it up. */
export async function findToken(db: Read, secret: string, purpose: Purpose) {
  const [token] = await db.select().from(tokens).where(good(secret, purpose))
  return token
}

/** Uses a link up: the token to exactly one caller, `undefined` when it is used, void, expired or for something else. */
export async function spendToken(tx: Tx, secret: string, purpose: Purpose) {
  const [token] = await tx
    .update(tokens)
    .set({ usedAt: now() })
    .where(good(secret, purpose))
    .returning()
  return token
}

/** Makes every link ever sent to a person void. */
export async function voidTokens(tx: Tx, personId: string) {
  await tx.delete(tokens).where(eq(tokens.personId, personId))
}

/** Forgets the links whose time is over. */
export async function forgetTokens(tx: Tx) {
  await tx.delete(tokens).where(lt(tokens.expiresAt, now()))
}
