import { type SerializeFrom } from '@remix-run/node'
import { draftOf } from '#app/domain/care/invite.server.ts'
import { remediesGiven } from '#app/domain/care/remedy-list.server.ts'
import { filesWith, looksAt, markSeen } from '#app/domain/care/own-case.server.ts'
import { humanState } from '#app/domain/care/own-case.rules.ts'
import { findOwnCase } from '#app/domain/care/own.server.ts'
import { isShut, reopensUntil } from '#app/domain/care/state.rules.ts'
import type { Person } from '#app/domain/identity/viewer.rules.ts'
import { siteSettings } from '#app/domain/site/site.server.ts'
import type { Locale } from '#app/web/visit.server.ts'
import { db, readOnly, transaction } from '#db/database.server.ts'
import { now } from '#db/time.ts'
import { expectedAnswer } from './moment.server.ts'

/**
 * A case as its member sees it: what they and care said to each other, by when they are answered,
 * what they can do. Nothing of notes, acts, tags or who is on it; `undefined` where it is not theirs.
 */
export async function ownCasePage(member: Person, caseId: string, locale: Locale) {
  const found = await findOwnCase(db, member, caseId)
  if (!found) return undefined
  const ids = found.messages.filter(({ deletedAt }) => !deletedAt).map(({ id }) => id)
  const [files, looks, { reopenDays }, expected, draft, given] = await Promise.all([
    filesWith(db, ids),
    looksAt(db, found.id),
    siteSettings(db),
    expectedAnswer(locale, found),
    draftOf(db, found.id),
    remediesGiven(db, member, found.id),
  ])
  await noteSeen(member, found.id, looks.memberSeenAt)
  const { id, number, subject, state, createdAt, mergedIntoId, product, batch, shop } = found
  return {
    ...{ id, number, subject, createdAt, mergedIntoId, product, batch, shop, expected },
    is: humanState(state),
    draftId: draft?.id ?? null,
    given: given.map(({ reward, ...one }) => ({
      ...one,
      reward: reward && (locale === 'it' ? reward.titleIt : reward.titleEn),
    })),
    isErased: !!found.erasedAt,
    canWrite: !found.erasedAt && state !== 'merged' && !isShut(found, reopenDays, now()),
    canSolve: !['solved', 'closed', 'merged'].includes(state),
    reopensUntil: reopensUntil(found, reopenDays) ?? null,
    messages: found.messages.map((message) => messageOf(message, looks, files)),
  }
}
export type OwnCasePage = SerializeFrom<NonNullable<Awaited<ReturnType<typeof ownCasePage>>>>

type Message = NonNullable<Awaited<ReturnType<typeof findOwnCase>>>['messages'][number]
type Looks = Awaited<ReturnType<typeof looksAt>>
type Files = Awaited<ReturnType<typeof filesWith>>

function messageOf(message: Message, { seenAt, memberSeenAt }: Looks, files: Files) {
  const { id, caseId, side, body, quoted, via, at, deletedAt, author } = message
  const isCare = side === 'care'
  return {
    ...{ id, caseId, side, body, quoted, via, at },
    isDeleted: !!deletedAt,
    // Care speaks with the name of who wrote, and says that it is care; the member is "you".
    author: isCare ? (author?.name ?? null) : null,
    isNew: isCare && (!memberSeenAt || at > memberSeenAt),
    isRead: !isCare && !!seenAt && seenAt >= at,
    files: files
      .filter(({ messageId }) => messageId === id)
      .map(({ messageId: _, caseId: _c, ...file }) => file),
  }
}

/** Looking is noted, where anything can be: it is no reason to refuse the page. */
async function noteSeen(member: Person, caseId: string, before: Date | null) {
  const minute = 60_000
  if (readOnly() || (before && now().getTime() - before.getTime() < minute)) return
  await transaction((tx) => markSeen(tx, member, caseId)).catch(() => {})
}
