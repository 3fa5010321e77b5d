import { asc, eq } from 'drizzle-orm'
import type { Read, Tx } from '#db/database.server.ts'
import { caseMessages } from '#db/schema/care.ts'
import { countHits, type Limit } from '../identity/limit.server.ts'
import { foldedEmail } from '../identity/name.rules.ts'
import { ask } from '../jobs/job.server.ts'
import type { Case } from './case.server.ts'
import { mailIdOf } from './mail-id.rules.ts'
import { requesterOf } from './requester.server.ts'

const day = 86_400
const ofAddress: Limit = { name: 'care-receipt', points: 3, seconds: day }
const ofAll: Limit = { name: 'care-receipts', points: 1000, seconds: day }

/**
 * Tells whoever wrote by mail that it has arrived, without a word of what they wrote: once a case, at
 * most three times a day to one address and a thousand to all. Answers `asked`, or `enough`.
 */
export async function sendReceipt(tx: Tx, about: Case) {
  const requester = await requesterOf(tx, about)
  if (!requester) return 'enough'
  const { email: to, locale, personId, name } = requester
  const wants: [Limit, string][] = [
    [ofAddress, foldedEmail(to)],
    [ofAll, 'all'],
  ]
  for (const [limit, who] of wants)
    if ((await countHits(tx, limit, who)).count > limit.points) return 'enough'
  const path = personId ? `/me/cases/${about.id}` : undefined
  const params = { kind: 'case', number: about.number, name: name && ` ${name}`, path }
  const payload = { to, locale, params, template: 'case-received', caseReceipt: about.id }
  await ask(tx, 'mail', `case-received:${about.id}`, { payload })
  return 'asked'
}

/** The name of the mail that a case began with, where it began with one. */
export async function firstMailId(db: Read, caseId: string) {
  const [first] = await db
    .select({ mailId: caseMessages.mailId })
    .from(caseMessages)
    .where(eq(caseMessages.caseId, caseId))
    .orderBy(asc(caseMessages.createdAt), asc(caseMessages.id))
    .limit(1)
  return mailIdOf(first?.mailId ?? undefined)
}
