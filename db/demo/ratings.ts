import { secretId } from '../columns.ts'
import type { Tx } from '../database.server.ts'
import { caseRatings } from '../schema/care-outcomes.ts'
import { now } from '../time.ts'

/** Rates a solved case as its member did: nobody of the story has a mailbox to be asked in. */
export async function rated(tx: Tx, caseId: string, said: { score: number; comment: string }) {
  const row = { caseId, tokenHash: secretId(), askedAt: now(), ratedAt: now() }
  await tx.insert(caseRatings).values({ ...row, ...said })
}
