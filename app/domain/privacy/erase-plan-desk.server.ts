import { and, eq, inArray, isNull, or } from 'drizzle-orm'
import { db } from '#db/database.server.ts'
import { holdsText } from '#db/expressions.ts'
import { cases } from '#db/schema/care.ts'
import { caseCalls, caseDrafts, casePresence } from '#db/schema/care-desk.ts'
import { inboundMails } from '#db/schema/care-mail.ts'
import { remedies } from '#db/schema/care-outcomes.ts'
import { decisions, flags, objections, reviewItems } from '#db/schema/moderation.ts'
import { pointGrants, suspicions } from '#db/schema/point-desk.ts'
import { pointAccounts } from '#db/schema/points.ts'
import { redemptions, redemptionSteps } from '#db/schema/rewards.ts'
import { gone, type Plan, sought } from './leaver.ts'

/** What they reported, and what others said of their profile: that it was, and why, stays. */
const reported: Plan = ({ id, email }) => [
  sought({
    ...{ table: flags, key: flags.id },
    of: or(
      eq(flags.reporterId, id),
      and(eq(flags.subject, 'profile'), eq(flags.subjectId, id)),
      email ? eq(flags.emailFolded, email) : undefined,
    ),
    to: { note: '' },
  }),
  ...(email
    ? [
        sought({
          ...{ table: flags, key: flags.id, of: eq(flags.emailFolded, email) },
          to: { email: null, emailFolded: null, tokenHash: null },
        }),
      ]
    : []),
]

/** What was decided on them: acts, rules and outcomes stay, words go. */
const decided: Plan = ({ id }) => [
  {
    ...{ table: reviewItems, key: reviewItems.id },
    of: and(
      or(
        eq(reviewItems.authorId, id),
        and(eq(reviewItems.subject, 'profile'), eq(reviewItems.subjectId, id)),
      ),
    ),
    to: { excerpt: '', matched: {}, authorId: null },
  },
  {
    ...{ table: decisions, key: decisions.id },
    of: and(eq(decisions.personId, id), eq(decisions.subject, 'profile')),
    to: { before: {} },
  },
  {
    ...{ table: decisions, key: decisions.id, of: eq(decisions.personId, id) },
    to: { facts: '', excerpt: '', personId: null, appealDueAt: null },
  },
  gone(objections, objections.id, and(eq(objections.personId, id), isNull(objections.decidedAt))),
  {
    ...{ table: objections, key: objections.id, of: eq(objections.personId, id) },
    to: { body: '', answer: '' },
  },
]

/** What the moderators know of them. */
export const moderation: Plan = (who) => [...reported(who), ...decided(who)]

/** What is said beside points and rewards. What was booked stays, under an id that names nobody. */
export const points: Plan = ({ id }) => [
  {
    ...{ table: suspicions, key: suspicions.id, of: holdsText(suspicions.personIds, id) },
    to: { note: '' },
  },
  {
    ...{ table: pointGrants, key: pointGrants.id, of: eq(pointGrants.personId, id) },
    to: { reason: '' },
  },
  { ...{ table: remedies, key: remedies.id, of: eq(remedies.personId, id) }, to: { reason: '' } },
  {
    ...{ table: pointAccounts, key: pointAccounts.personId, of: eq(pointAccounts.personId, id) },
    to: { friendCode: null },
  },
  {
    ...{ table: redemptionSteps, key: redemptionSteps.id },
    of: inArray(
      redemptionSteps.redemptionId,
      db.select({ id: redemptions.id }).from(redemptions).where(eq(redemptions.personId, id)),
    ),
    to: { note: '' },
  },
  {
    ...{ table: redemptions, key: redemptions.id, of: eq(redemptions.personId, id) },
    to: { address: null, addressUntil: null, creditName: '', tracking: '' },
  },
]

/** What they had in hand as an agent, and mails of theirs that came in. Their cases go one by one. */
export const care: Plan = ({ id, email }) => [
  gone(caseDrafts, caseDrafts.caseId, eq(caseDrafts.agentId, id)),
  gone(casePresence, casePresence.caseId, eq(casePresence.agentId, id)),
  gone(caseCalls, caseCalls.caseId, eq(caseCalls.agentId, id)),
  {
    ...{ table: cases, key: cases.id },
    of: and(eq(cases.assigneeId, id), isNull(cases.closedAt)),
    to: { assigneeId: null },
  },
  ...(email
    ? [
        {
          ...{ table: inboundMails, key: inboundMails.id },
          of: eq(inboundMails.fromFolded, email),
          to: { fromFolded: '', detail: '' },
        },
      ]
    : []),
]
