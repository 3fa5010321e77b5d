import { and, asc, desc, eq, isNotNull, isNull, ne, or } from 'drizzle-orm'
import type { Read } from '#db/database.server.ts'
import { cases, caseTopics } from '#db/schema/care.ts'
import { caseTags } from '#db/schema/care-desk.ts'
import { ideas } from '#db/schema/ideas.ts'
import { people } from '#db/schema/identity.ts'
import { consentsOf } from '../identity/consent.server.ts'
import { accountOf } from '../points/account.server.ts'
import { levelAt, levelOf } from '../points/level.rules.ts'
import { siteSettings } from '../site/site.server.ts'
import { maskedEmail } from './sidebar.rules.ts'

type Case = Pick<
  typeof cases.$inferSelect,
  'id' | 'personId' | 'email' | 'emailFolded' | 'name' | 'locale'
>

const mostIdeas = 3
const mostCases = 5

/**
 * Whoever wrote a case, as far as an agent needs to know at a glance: a member with what they did
 * here, or somebody unknown to us. Of what identifies them only a mask; `revealField` shows the rest.
 */
export async function writerOf(db: Read, written: Case) {
  const [member, earlier] = await Promise.all([memberOf(db, written), earlierCases(db, written)])
  const stranger = member ? null : strangerOf(written)
  return { member, stranger, earlier }
}

const strangerOf = ({ name, email }: Case) => ({
  name,
  maskedEmail: email ? maskedEmail(email) : null,
})

async function memberOf(db: Read, { personId }: Case) {
  if (!personId) return null
  const [row] = await db
    .select({
      handle: people.handle,
      displayName: people.displayName,
      avatarId: people.avatarId,
      joinedAt: people.joinedAt,
      locale: people.locale,
      email: people.email,
      verifiedAt: people.emailVerifiedAt,
      birthYear: people.birthYear,
    })
    .from(people)
    .where(and(eq(people.id, personId), isNull(people.erasedAt)))
  if (!row) return null
  const { email, birthYear, verifiedAt, ...member } = row
  const [account, said, consents, { pointLevels }] = await Promise.all([
    accountOf(db, personId),
    ideasBy(db, personId),
    consentsOf(db, personId),
    siteSettings(db),
  ])
  return {
    ...member,
    maskedEmail: email ? maskedEmail(email) : null,
    isVerified: !!verifiedAt,
    hasBirthYear: !!birthYear,
    level: levelAt(pointLevels, levelOf(account.earned, pointLevels)).name,
    points: account.available,
    consents: consents.filter((one) => !one.withdrawnAt).map(({ purpose }) => purpose),
    ...said,
  }
}

/** What they proposed in public; what is private there is no business of care. */
async function ideasBy(db: Read, personId: string) {
  const theirs = and(eq(ideas.authorId, personId), ne(ideas.place, 'private'))
  const [ideasCount, latest] = await Promise.all([
    db.$count(ideas, theirs),
    db
      .select({
        number: ideas.number,
        slug: ideas.slug,
        title: ideas.title,
        lang: ideas.locale,
        status: ideas.status,
      })
      .from(ideas)
      .where(theirs)
      .orderBy(desc(ideas.publishedAt), desc(ideas.number))
      .limit(mostIdeas),
  ])
  return { ideasCount, ideas: latest }
}

/** Their other cases, the newest first: those of the member, or of the address. */
async function earlierCases(db: Read, { id, personId, emailFolded }: Case) {
  const whose = personId
    ? eq(cases.personId, personId)
    : emailFolded
      ? and(eq(cases.emailFolded, emailFolded), isNull(cases.personId))
      : undefined
  if (!whose) return { count: 0, cases: [] }
  const others = and(whose, ne(cases.id, id))
  const [count, latest] = await Promise.all([
    db.$count(cases, others),
    db
      .select({
        id: cases.id,
        number: cases.number,
        subject: cases.subject,
        state: cases.state,
        createdAt: cases.createdAt,
      })
      .from(cases)
      .where(others)
      .orderBy(desc(cases.createdAt), desc(cases.id))
      .limit(mostCases),
  ])
  return { count, cases: latest }
}

/** The tags of a case, in alphabetic order of their code points. */
export async function tagsOfCase(db: Read, caseId: string) {
  const rows = await db
    .select({ tag: caseTags.tag })
    .from(caseTags)
    .where(eq(caseTags.caseId, caseId))
    .orderBy(asc(caseTags.tag))
  return rows.map(({ tag }) => tag)
}

/** The topics that a case may have: those in use, and its own if that is no longer. */
export const topicsFor = (db: Read, { topicId }: { topicId: string }) =>
  db
    .select({ id: caseTopics.id, labelIt: caseTopics.labelIt, labelEn: caseTopics.labelEn })
    .from(caseTopics)
    .where(or(isNull(caseTopics.retiredAt), eq(caseTopics.id, topicId)))
    .orderBy(asc(caseTopics.position), asc(caseTopics.id))

/** A case by the number that people say; of those that nobody of care may see, none. */
export async function caseByNumber(db: Read, number: number) {
  const [row] = await db
    .select()
    .from(cases)
    .where(and(eq(cases.number, number), isNotNull(cases.confirmedAt)))
  return row
}
