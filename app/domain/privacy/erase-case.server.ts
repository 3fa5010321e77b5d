import { eq, or } from 'drizzle-orm'
import { secretId } from '#db/columns.ts'
import { dropCaseWords } from '#db/case-search.server.ts'
import { db, transaction } from '#db/database.server.ts'
import { caseFiles, caseMessages, cases } from '#db/schema/care.ts'
import {
  caseActs,
  caseCalls,
  caseDrafts,
  caseNotes,
  casePresence,
  caseTags,
} from '#db/schema/care-desk.ts'
import { inboundMails } from '#db/schema/care-mail.ts'
import { caseLinks, caseRatings, remedies } from '#db/schema/care-outcomes.ts'
import { faqArticles } from '#db/schema/faq.ts'
import { mentions } from '#db/schema/mentions.ts'
import { now } from '#db/time.ts'
import { followClocks } from '../care/clock.server.ts'
import { isDone } from '../care/state.rules.ts'
import { dropFiles } from './erase-files.server.ts'
import { gone } from './leaver.ts'
import { scrub, scrubRows, type Step } from './scrub.server.ts'

/** What is done with the parts of a case. */
export const ofCase = (id: string): Step[] => [
  {
    ...{ table: caseMessages, key: caseMessages.id, of: eq(caseMessages.caseId, id) },
    to: { body: '', quoted: '', mailId: null },
  },
  gone(caseNotes, caseNotes.id, eq(caseNotes.caseId, id)),
  gone(caseCalls, caseCalls.agentId, eq(caseCalls.caseId, id)),
  gone(caseTags, caseTags.tag, eq(caseTags.caseId, id)),
  gone(caseDrafts, caseDrafts.agentId, eq(caseDrafts.caseId, id)),
  gone(casePresence, casePresence.agentId, eq(casePresence.caseId, id)),
  gone(caseLinks, caseLinks.id, eq(caseLinks.caseId, id)),
  gone(caseFiles, caseFiles.id, eq(caseFiles.caseId, id)),
  { ...{ table: caseActs, key: caseActs.id, of: eq(caseActs.caseId, id) }, to: { details: {} } },
  {
    ...{ table: caseRatings, key: caseRatings.caseId, of: eq(caseRatings.caseId, id) },
    to: { comment: '' },
  },
  { ...{ table: remedies, key: remedies.id, of: eq(remedies.caseId, id) }, to: { reason: '' } },
  {
    ...{ table: inboundMails, key: inboundMails.id, of: eq(inboundMails.caseId, id) },
    to: { fromFolded: '', detail: '', caseId: null },
  },
  {
    ...{ table: faqArticles, key: faqArticles.id, of: eq(faqArticles.caseId, id) },
    to: { caseId: null },
  },
  { ...{ table: mentions, key: mentions.id, of: eq(mentions.caseId, id) }, to: { caseId: null } },
]

/**
 * Empties a case: texts, files, names and addresses go; that there was one, when, about what topic and
 * how fast it was answered stays for the reports.
 */
export async function eraseCase(id: string) {
  await dropFilesOf(id)
  for (const step of ofCase(id)) await scrub(step)
  await transaction(async (tx) => {
    const [found] = await tx.select().from(cases).where(eq(cases.id, id))
    if (!found || found.erasedAt) return
    if (!isDone(found.state)) await followClocks(tx, id, 'solved')
    const [step] = theCase(found)
    await scrubRows(tx, step!, [id])
    await dropCaseWords(tx, found.number)
  })
}

function theCase({ id, state, closedAt }: typeof cases.$inferSelect): Step[] {
  const moment = now()
  const words = { subject: '', name: '', product: '', batch: '', shop: '' }
  const nobody = { personId: null, email: null, emailFolded: null, sourceId: null }
  const shut = {
    state: state === 'merged' ? state : 'closed',
    closedAt: closedAt ?? moment,
    erasedAt: moment,
    isUnanswered: false,
    snoozedUntil: null,
  }
  const to = { ...words, ...nobody, ...shut, mailKey: secretId() }
  return [{ table: cases, key: cases.id, of: eq(cases.id, id), to }]
}

async function dropFilesOf(caseId: string) {
  const files = await db
    .select({ id: caseFiles.id })
    .from(caseFiles)
    .where(eq(caseFiles.caseId, caseId))
  await dropFiles(files.map(({ id }) => id))
}

/** The cases of somebody: as a member, and those that came from their address before they were one. */
export async function casesOf({ id, email }: { id: string; email: string | null }) {
  const rows = await db
    .select({ id: cases.id })
    .from(cases)
    .where(or(eq(cases.personId, id), email ? eq(cases.emailFolded, email) : undefined))
  return rows.map(({ id: caseId }) => caseId)
}
