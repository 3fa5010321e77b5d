import { and, eq, inArray, isNotNull, isNull, or } from 'drizzle-orm'
import { db } from '#db/database.server.ts'
import { holdsText } from '#db/expressions.ts'
import { appeals, resubmissions } from '#db/schema/appeals.ts'
import { commentRevisions, comments } from '#db/schema/comments.ts'
import { faqFeedback } from '#db/schema/faq.ts'
import { follows } from '#db/schema/follows.ts'
import { ideaRevisions, ideas } from '#db/schema/ideas.ts'
import { consents, pendingActs, sessions, tokens } from '#db/schema/identity.ts'
import { jobs } from '#db/schema/jobs.ts'
import { merges } from '#db/schema/merges.ts'
import { fingerprints } from '#db/schema/moderation-watch.ts'
import { notificationChoices, notifications } from '#db/schema/notifications.ts'
import { dataExports } from '#db/schema/privacy.ts'
import { auditWords } from '#db/schema/site.ts'
import { votes } from '#db/schema/votes.ts'
import { deskViews } from '#db/schema/workflow.ts'
import { gone, type Plan, sought } from './leaver.ts'
import { care, moderation, points } from './erase-plan-desk.server.ts'
import type { Leaver } from './leaver.ts'

const ideasOf = (id: string) =>
  db.select({ id: ideas.id }).from(ideas).where(eq(ideas.authorId, id))

/** What lets somebody in, and what only they had of the place. */
const account: Plan = ({ id, email }) => [
  gone(sessions, sessions.id, eq(sessions.personId, id)),
  gone(
    tokens,
    tokens.id,
    email ? or(eq(tokens.personId, id), holdsText(tokens.email, email)) : eq(tokens.personId, id),
  ),
  ...(email ? [gone(pendingActs, pendingActs.id, holdsText(pendingActs.fields, email))] : []),
  gone(consents, consents.id, eq(consents.personId, id)),
  gone(deskViews, deskViews.id, eq(deskViews.ownerId, id)),
  gone(follows, follows.ideaId, eq(follows.personId, id)),
  gone(notifications, notifications.id, eq(notifications.personId, id)),
  gone(notificationChoices, notificationChoices.event, eq(notificationChoices.personId, id)),
  gone(dataExports, dataExports.id, eq(dataExports.personId, id)),
  gone(faqFeedback, faqFeedback.id, eq(faqFeedback.reader, id)),
  gone(auditWords, auditWords.entryId, eq(auditWords.personId, id)),
]

/** What they wrote beside their ideas and comments, and what was kept to compare those with. */
const posts: Plan = ({ id }) => [
  {
    ...{ table: votes, key: votes.ideaId },
    of: and(eq(votes.voterId, id), isNotNull(votes.castNote)),
    to: { castNote: null },
  },
  sought(gone(fingerprints, fingerprints.id, eq(fingerprints.authorId, id))),
  gone(
    commentRevisions,
    commentRevisions.id,
    inArray(
      commentRevisions.commentId,
      db.select({ id: comments.id }).from(comments).where(eq(comments.authorId, id)),
    ),
  ),
  gone(appeals, appeals.id, and(eq(appeals.authorId, id), isNull(appeals.decidedAt))),
  {
    ...{ table: appeals, key: appeals.id, of: eq(appeals.authorId, id) },
    to: { body: '', authorId: null },
  },
  gone(
    resubmissions,
    resubmissions.id,
    and(eq(resubmissions.authorId, id), isNull(resubmissions.decidedAt)),
  ),
  {
    ...{ table: resubmissions, key: resubmissions.id, of: eq(resubmissions.authorId, id) },
    to: { title: '–', body: '', message: '', tags: [], authorId: null },
  },
  {
    ...{ table: merges, key: merges.id, of: inArray(merges.sourceId, ideasOf(id)) },
    to: { answer: '' },
  },
  sought({
    ...{ table: ideaRevisions, key: ideaRevisions.id, of: eq(ideaRevisions.editorId, id) },
    to: { editorId: null },
  }),
]

/** Mails to them, sent or waiting: an address and a name stand in each. */
const mails: Plan = ({ id, email }) => [
  sought(
    gone(
      jobs,
      jobs.id,
      and(
        eq(jobs.kind, 'mail'),
        email
          ? or(holdsText(jobs.payload, email), holdsText(jobs.payload, id))
          : holdsText(jobs.payload, id),
      ),
    ),
  ),
]

/** All that is forgotten of somebody by plain steps, in order. */
export const stepsOf = (who: Leaver) =>
  [posts, moderation, points, care, account, mails].flatMap((plan) => plan(who))
