import { and, desc, eq, isNull } from 'drizzle-orm'
import type { Read, Tx } from '#db/database.server.ts'
import { consents } from '#db/schema/identity.ts'
import { now } from '#db/time.ts'
import { consentVersion, type Purpose } from './consent.rules.ts'

const standing = (personId: string, purpose: Purpose) =>
  and(eq(consents.personId, personId), eq(consents.purpose, purpose), isNull(consents.withdrawnAt))

/** Notes that a person agrees, to the text as it is today; nothing changes where they already did. */
export async function giveConsent(tx: Tx, personId: string, purpose: Purpose) {
  const given = await tx.select().from(consents).where(standing(personId, purpose))
  if (given.some(({ version }) => version === consentVersion)) return
  await tx.insert(consents).values({ personId, purpose, version: consentVersion })
}

/** Takes a consent back, from now on; the row stays as proof of what once was. */
export async function withdrawConsent(tx: Tx, personId: string, purpose: Purpose) {
  await tx.update(consents).set({ withdrawnAt: now() }).where(standing(personId, purpose))
}

/** All that a person ever agreed to, the latest first. */
export const consentsOf = (db: Read, personId: string) =>
  db
    .select({
      purpose: consents.purpose,
      version: consents.version,
      givenAt: consents.givenAt,
      withdrawnAt: consents.withdrawnAt,
    })
    .from(consents)
    .where(eq(consents.personId, personId))
    .orderBy(desc(consents.givenAt), desc(consents.id))
