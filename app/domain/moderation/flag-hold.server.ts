import { and, eq, inArray, isNotNull, isNull, or } from 'drizzle-orm'
import type { Read, Tx } from '#db/database.server.ts'
import { plus } from '#db/expressions.ts'
import { people, sessions } from '#db/schema/identity.ts'
import { flags, reviewItems } from '#db/schema/moderation.ts'
import { now } from '#db/time.ts'
import { siteSettings } from '../site/site.server.ts'
import { isYoung, weightTogether } from './flag.rules.ts'
import { writeHiding } from './decision.server.ts'
import type { Flaggable } from './flag-thing.server.ts'
import { mailboxOf, networkOf } from './mailbox.rules.ts'
import { holdBack } from './hold.server.ts'
import { type FlagReason, severityOf } from './rule.rules.ts'

/**
 * Takes something out of sight until a moderator has looked, where its open flags weigh enough. The
 * caller has just written to its item and so holds it: of two flags at once the second sees both.
 */
export async function holdIfGrave(tx: Tx, itemId: string, thing: Flaggable) {
  const { flagHideWeight } = await siteSettings(tx)
  const [item] = await tx.select().from(reviewItems).where(eq(reviewItems.id, itemId))
  if (!item || item.isHeld) return
  const open = await openFlags(tx, itemId)
  if (weightTogether(open, flagHideWeight) < flagHideWeight) return

  const { subject, subjectId, ideaId, authorId: personId, excerpt } = thing
  const about = { subject, subjectId, ideaId, personId, excerpt }
  const reason = gravest(open.map(({ reason }) => reason))
  const { held } = await holdBack(tx, { subject, subjectId })
  if (!held) return
  await tx
    .update(reviewItems)
    .set({
      isHeld: true,
      matched: { ...item.matched, held },
      version: plus(reviewItems.version, 1),
    })
    .where(eq(reviewItems.id, itemId))
  await writeHiding(tx, { ...about, itemId, reason, sight: held })
}

const gravest = (reasons: FlagReason[]) =>
  reasons.reduce((one, other) => (severityOf[other] > severityOf[one] ? other : one))

async function openFlags(db: Read, itemId: string) {
  const rows = await db
    .select({
      weight: flags.weight,
      reason: flags.reason,
      reporterId: flags.reporterId,
      address: flags.emailFolded,
      joinedAt: people.joinedAt,
      email: people.emailFolded,
    })
    .from(flags)
    .leftJoin(people, eq(people.id, flags.reporterId))
    .where(
      and(
        eq(flags.itemId, itemId),
        isNull(flags.outcome),
        or(isNotNull(flags.reporterId), isNotNull(flags.confirmedAt)),
      ),
    )
  const networks = await networksOf(
    db,
    rows.flatMap(({ reporterId }) => reporterId ?? []),
  )
  return rows.map(({ weight, reason, reporterId, address, joinedAt, email }) => ({
    weight,
    reason,
    isNewcomer: !joinedAt || isYoung(joinedAt, now()),
    sameAs: networks.get(reporterId ?? '') ?? mailboxOf(address ?? email ?? ''),
  }))
}

/** The network that each of some people came from last, where it is known. */
async function networksOf(db: Read, personIds: string[]) {
  if (!personIds.length) return new Map<string, string>()
  const rows = await db
    .select({ personId: sessions.personId, address: sessions.address })
    .from(sessions)
    .where(inArray(sessions.personId, personIds))
    .orderBy(sessions.seenAt)
  return new Map(
    rows.flatMap(({ personId, address }) => (address ? [[personId, networkOf(address)]] : [])),
  )
}
