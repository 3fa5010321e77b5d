import { randomUUID } from 'node:crypto'
import type { Case } from '#app/domain/care/case.server.ts'
import { draftOf } from '#app/domain/care/invite.server.ts'
import { linksOfCase } from '#app/domain/care/link.server.ts'
import { remediesOfCase } from '#app/domain/care/remedy-list.server.ts'
import { remedyRoom } from '#app/domain/care/remedy.server.ts'
import { topicsFor } from '#app/domain/care/sidebar.server.ts'
import { may, type Person } from '#app/domain/identity/viewer.rules.ts'
import { couponsToGive } from '#app/domain/rewards/gift.server.ts'
import type { Locale } from '#app/web/visit.server.ts'
import { db } from '#db/database.server.ts'

/** The ideas of a case, and what its member was given: what stands beside the conversation. */
export async function bridgeOf(agent: Person, row: Case, locale: Locale) {
  const [links, draft, remedies, room, coupons, topics] = await Promise.all([
    linksOfCase(db, row.id),
    draftOf(db, row.id),
    remediesOfCase(db, row.id),
    remedyRoom(db, agent),
    couponsToGive(db),
    topicsFor(db, row),
  ])
  const topic = topics.find(({ id }) => id === row.topicId)
  const titleOf = (of: { titleIt: string; titleEn: string } | null) =>
    of && (locale === 'it' ? of.titleIt : of.titleEn)
  const isGone = row.state === 'merged' || !!row.erasedAt
  return {
    links: links.map(({ status, ...link }) => ({ ...link, status: chipOf(status, locale) })),
    // Chance alone: an id that a form carries must not be one that can be guessed.
    formKey: randomUUID(),
    isInvited: !!draft,
    // Of the conversation nothing: only what it is about, in the language of its member.
    suggested: topic ? (row.locale === 'it' ? topic.labelIt : topic.labelEn) : '',
    isOwn: row.personId === agent.id,
    canGive: !isGone,
    isLead: may(agent, 'care.lead'),
    room,
    coupons: coupons.map(({ id, stock, ...coupon }) => ({ id, stock, title: titleOf(coupon)! })),
    remedies: remedies.map(({ id, kind, amount, reason, state, askedAt, reward, asker }) => ({
      ...{ id, kind, amount, reason, state, askedAt },
      reward: titleOf(reward),
      asker: asker?.name ?? null,
    })),
  }
}

type Status = Awaited<ReturnType<typeof linksOfCase>>[number]['status']
const chipOf = ({ key, labelIt, labelEn, tone, icon }: Status, locale: Locale) => ({
  ...{ key, tone, icon },
  label: locale === 'it' ? labelIt : labelEn,
})
