import { eq } from 'drizzle-orm'
import type { Tx } from '#db/database.server.ts'
import { people } from '#db/schema/identity.ts'
import { now } from '#db/time.ts'
import { audit } from '../audit/audit.server.ts'
import { siteSettings } from '../site/site.server.ts'
import { enrol } from './join.server.ts'
import { foldedEmail } from './name.rules.ts'
import { grantRoles, hasAdmin } from './role.server.ts'
import { endSessions } from './session-store.server.ts'
import { issueToken, spendToken } from './token.server.ts'

/** The secret of the one link that sets a new house up, in place of any before; `undefined` once somebody runs it. */
export async function openSetUp(tx: Tx) {
  const { setUpAt } = await siteSettings(tx)
  if (setUpAt || (await hasAdmin(tx))) return undefined
  return issueToken(tx, 'set-up', {})
}

type Founder = { email: string; displayName: string; passwordHash: string; locale: 'it' | 'en' }

/**
 * Makes the first admin with the link's secret. Exactly one caller gets them; `undefined` for all
 * others, and for everybody once there is an admin.
 */
export async function foundHouse(tx: Tx, secret: string, founder: Founder) {
  const token = await spendToken(tx, secret, 'set-up')
  if (!token || (await hasAdmin(tx))) return undefined
  const emailFolded = foldedEmail(founder.email)
  const [known] = await tx.select().from(people).where(eq(people.emailFolded, emailFolded))
  const admin = known ?? (await enrol(tx, { ...founder, emailFolded, birthYear: null }))
  if (!admin) return undefined
  const { passwordHash } = founder
  await tx
    .update(people)
    .set({ emailVerifiedAt: now(), passwordHash, suspendedAt: null })
    .where(eq(people.id, admin.id))
  await endSessions(tx, admin.id)
  await grantRoles(tx, admin.id, ['admin'])
  await audit(tx, admin.id, 'house.set-up', { subject: admin.id })
  return admin
}
