import { and, asc, eq, isNull, lte, or } from 'drizzle-orm'
import type { Read } from '#db/database.server.ts'
import { caseMessages, cases } from '#db/schema/care.ts'
import { people } from '#db/schema/identity.ts'
import { now } from '#db/time.ts'
import { may, type Person } from '../identity/viewer.rules.ts'
import { withoutPersonalData } from './redact.rules.ts'

const longestTitle = 140

/**
 * The beginning of a FAQ article from a case: its subject, and the last answer that care has sent,
 * in the case's language, without personal data as far as a machine can tell. Only for agents;
 * `undefined` for everybody else, and where there is no such case.
 */
export async function faqDraftOf(db: Read, agent: Person, caseId: string) {
  if (!may(agent, 'care.answer')) return undefined
  const [found] = await db
    .select({ about: cases, member: people.displayName })
    .from(cases)
    .leftJoin(people, eq(people.id, cases.personId))
    .where(and(eq(cases.id, caseId), isNull(cases.erasedAt)))
  if (!found) return undefined

  const names = [found.about.name, found.member ?? '', agent.displayName]
  const answer = answerIn(await saidIn(db, caseId))
  const title = withoutPersonalData(found.about.subject, names).slice(0, longestTitle)
  const body = withoutPersonalData(answer, names)
  const { topicId, locale } = found.about
  return locale === 'it'
    ? { topicId, titleIt: title, bodyIt: body }
    : { topicId, titleEn: title, bodyEn: body }
}

/** The last answer; of a case without one, what was asked. */
function answerIn(said: { side: string; body: string }[]) {
  const first = said.find(({ side }) => side === 'member')
  return (said.findLast(({ side }) => side === 'care') ?? first)?.body ?? ''
}

const saidIn = (db: Read, caseId: string) =>
  db
    .select({ side: caseMessages.side, body: caseMessages.body })
    .from(caseMessages)
    .where(
      and(
        eq(caseMessages.caseId, caseId),
        isNull(caseMessages.deletedAt),
        or(isNull(caseMessages.leavesAt), lte(caseMessages.leavesAt, now())),
      ),
    )
    .orderBy(asc(caseMessages.createdAt), asc(caseMessages.id))
