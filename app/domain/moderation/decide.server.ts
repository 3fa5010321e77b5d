import { and, eq } from 'drizzle-orm'
import type { Read, Tx } from '#db/database.server.ts'
import { reviewItems } from '#db/schema/moderation.ts'
import type { Person } from '../identity/viewer.rules.ts'
import { type Act, isOnPerson } from './act.rules.ts'
import { carryOut, type Held } from './carry-out.server.ts'
import { type About, writeDecision } from './decision.server.ts'
import { heldFrom } from './hold.server.ts'
import { mayDecideOn } from './may-decide.server.ts'
import type { ReviewItem } from './review.rules.ts'
import { closeReview, takeReview } from './review.server.ts'
import type { HouseRule } from './rule.rules.ts'
import { aboutThing, type Thing } from './sight.server.ts'

/** What a moderator wants. `days` of a silence or suspension, null for good; `hides` also takes the post away. */
export type Direct = {
  act: Act
  reason: HouseRule | ''
  facts: string
  days?: number | null
  hides?: boolean
}
/** `seen` is the version of the item that the moderator looked at. */
export type Wish = Direct & { seen: number }

/**
 * Decides on an item of the queue. Answers the decision; or, with nothing changed: `decided-already`,
 * somebody was faster; `changed`, something came in since it was `seen`; `not-allowed`, `own` or
 * `staff` (see `mayDecideOn`); `reason-needed`, `facts-needed` or `days-needed`; `undefined`, no such
 * item. The caller undoes the transaction on `gone` (nothing left to hide) and `nobody` (no person
 * behind it). Throws `LastAdmin`.
 */
export async function decide(tx: Tx, moderator: Person, itemId: string, wish: Wish) {
  const [item] = await tx.select().from(reviewItems).where(eq(reviewItems.id, itemId))
  if (!item) return undefined
  const refusal = await refusalOf(tx, moderator, item.authorId, wish)
  if (refusal) return refusal
  const taken = await takeReview(tx, itemId, wish.seen)
  if (typeof taken === 'string') return taken
  return settle(tx, moderator, await aboutItem(tx, item), wish)
}

/**
 * Decides on something that a moderator came across, whether it is in the queue or not. Answers as
 * `decide`; nothing can be approved this way (`not-allowed`), and `undefined` means that it is gone.
 */
export async function decideDirectly(tx: Tx, moderator: Person, thing: Thing, wish: Direct) {
  const known = await aboutThing(tx, thing)
  if (!known) return undefined
  if (wish.act === 'approve') return 'not-allowed'
  const refusal = await refusalOf(tx, moderator, known.authorId, wish)
  if (refusal) return refusal
  const item = await openItemOf(tx, thing)
  if (item && (await closeReview(tx, item.id)) !== 'closed') return 'decided-already'
  const { authorId: personId, ideaId, excerpt } = known
  const about = { ...thing, personId, ideaId, excerpt, ...(item ? cameAs(item) : cameAcross) }
  return settle(tx, moderator, about, wish)
}

async function refusalOf(db: Read, moderator: Person, authorId: string | null, wish: Direct) {
  const answer = await mayDecideOn(db, moderator, wish.act === 'approve' ? null : authorId)
  if (answer !== 'yes') return answer
  return authorId === moderator.id ? 'own' : missingIn(wish)
}

function missingIn({ act, reason, facts, days }: Direct) {
  if (act === 'approve') return undefined
  if (!reason) return 'reason-needed'
  if (!facts.trim()) return 'facts-needed'
  return act === 'silence' && !days ? 'days-needed' : undefined
}

async function aboutItem(db: Read, item: ReviewItem): Promise<About & Held> {
  const { subject, subjectId, ideaId, authorId: personId } = item
  const excerpt = (await aboutThing(db, item))?.excerpt ?? item.excerpt
  return { subject, subjectId, ideaId, personId, excerpt, ...cameAs(item) }
}

type Cause = Held & Pick<About, 'itemId' | 'origin'>

/** How something came before the moderators, and how it was seen before it was held. */
const cameAs = (item: ReviewItem): Cause => ({
  itemId: item.id,
  origin: originOf(item),
  isHeld: item.isHeld,
  heldFrom: heldFrom(item),
})
const cameAcross: Cause = { itemId: null, origin: 'own', isHeld: false }

const originOf = ({ flagsCount }: ReviewItem) => (flagsCount ? 'flag' : 'rule')

async function settle(tx: Tx, moderator: Person, about: About & Held, wish: Direct) {
  const { act, days, hides = !isOnPerson(act) } = wish
  const done = await carryOut(tx, moderator.id, about, { act, days, hides })
  if (typeof done === 'string') return done
  const { reason, facts } = act === 'approve' ? { reason: '', facts: '' } : wish
  const said = { act, reason, facts: facts.trim(), decidedBy: moderator.id, ...done }
  return writeDecision(tx, about, said)
}

async function openItemOf(db: Read, { subject, subjectId }: Thing) {
  const [item] = await db
    .select()
    .from(reviewItems)
    .where(
      and(
        eq(reviewItems.subject, subject),
        eq(reviewItems.subjectId, subjectId),
        eq(reviewItems.state, 'open'),
      ),
    )
  return item
}
