import type { Tx } from '#db/database.server.ts'
import { now } from '#db/time.ts'
import { restoreStanding, shutOut, silence, standingOf } from '../identity/standing.server.ts'
import { holdChain } from '../points/account.server.ts'
import { settleOnBoard } from '../points/score.server.ts'
import { type Act, type Before, beforeOf, type Decision } from './act.rules.ts'
import { type About, markLifted, standingOn } from './decision.server.ts'
import { approvePost } from './hold.server.ts'
import { bringIntoSight, type Sight, takeOutOfSight, type Thing } from './sight.server.ts'

const day = 86_400_000

type Deed = { act: Act; days?: number | null; hides?: boolean }
/** An item that is held says how its subject was seen before; nothing where nobody has seen it yet. */
export type Held = { isHeld: boolean; heldFrom?: Sight }

/**
 * Does what was decided, and answers `before`, all that brings it back, with `until` where it ends;
 * `gone` where there is nothing left to hide, `nobody` where no person is behind it. What is held is
 * shown when approved, and stays away by the decision whatever else is decided. Throws `LastAdmin`.
 */
export async function carryOut(tx: Tx, actorId: string, about: About & Held, deed: Deed) {
  const wasHeld = heldAs(about)
  if (deed.act === 'approve') return { before: await clear(tx, about, wasHeld), until: null }

  const hidden = deed.hides || wasHeld ? await hide(tx, actorId, about) : {}
  if (!hidden) return 'gone'
  const restricted = await restrict(tx, about.personId, deed)
  if (!restricted) return 'nobody'
  const { until, ...standing } = restricted
  return { before: { ...hidden, ...standing, ...(wasHeld && { wasHeld }) } as Before, until }
}

const heldAs = ({ isHeld, heldFrom }: Held): Before['wasHeld'] =>
  isHeld ? (heldFrom ? 'seen' : 'unseen') : undefined

async function clear(tx: Tx, about: About & Held, wasHeld: Before['wasHeld']): Promise<Before> {
  if (!wasHeld) return {}
  await showHeld(tx, about)
  const standing = (await standingOn(tx, about)).filter(({ isAutomated }) => isAutomated)
  const ids = standing.map(({ id }) => id)
  return { wasHeld, lifted: await markLifted(tx, ids, now()) }
}

/** Shows what was held: published and told of, or back as it was. */
export const showHeld = (tx: Tx, { subject, subjectId, heldFrom }: Thing & { heldFrom?: Sight }) =>
  approvePost(tx, { subject, subjectId, isHeld: true, matched: heldFrom ? { held: heldFrom } : {} })

/** Where it is out of sight already, this decision takes over what brings it back. */
async function hide(tx: Tx, actorId: string, about: About & Held): Promise<Before | undefined> {
  if (about.heldFrom) return { sight: about.heldFrom }
  const sight = await takeOutOfSight(tx, actorId, about)
  if (sight) return { sight }
  const [standing] = await standingOn(tx, about)
  return standing && { sight: beforeOf(standing).sight!, takesOver: standing.id }
}

async function restrict(tx: Tx, personId: string | null, { act, days }: Deed) {
  if (act !== 'silence' && act !== 'suspend') return { until: null }
  const standing = personId && (await standingOf(tx, personId))
  if (!standing) return undefined
  const until = days ? new Date(+now() + days * day) : null
  if (act === 'silence') await silence(tx, personId, until!)
  else await onTheBoard(tx, personId, () => shutOut(tx, personId, until))
  const { suspendedAt, suspendedUntil, silencedUntil } = standing
  const ms = (moment: Date | null) => moment && +moment
  const was = { suspendedAt: ms(suspendedAt), suspendedUntil: ms(suspendedUntil) }
  return { standing: { ...was, silencedUntil: ms(silencedUntil) }, until }
}

/** Whoever is shut out is on no leaderboard, and back on it with them. */
async function onTheBoard(tx: Tx, personId: string, change: () => Promise<unknown>) {
  await holdChain(tx)
  await change()
  await settleOnBoard(tx, personId)
}

/**
 * Takes back what a decision did, before anybody was told: the thing is in sight again, or held as it
 * was; the person has the standing they had, unless another decision has changed it since.
 */
export async function revert(tx: Tx, actorId: string, decision: Decision) {
  const { sight, takesOver, wasHeld } = beforeOf(decision)
  if (sight && !takesOver && wasHeld !== 'seen') await bringIntoSight(tx, actorId, decision, sight)
  await restoreTheirs(tx, decision)
}

/** Brings back all that a decision took, however long ago: what nobody had seen is published now. */
export async function restoreAll(tx: Tx, actorId: string, decision: Decision) {
  const { sight, wasHeld } = beforeOf(decision)
  if (sight) await bringIntoSight(tx, actorId, decision, sight)
  if (sight && wasHeld === 'unseen') await showHeld(tx, thingOf(decision))
  await restoreTheirs(tx, decision)
}

const thingOf = ({ subject, subjectId }: Thing) => ({ subject, subjectId })

async function restoreTheirs(tx: Tx, decision: Decision) {
  const { standing } = beforeOf(decision)
  if (standing && decision.personId) await giveBack(tx, decision, standing)
}

async function giveBack(
  tx: Tx,
  { act, until, personId }: Decision,
  was: NonNullable<Before['standing']>,
) {
  const stands = await standingOf(tx, personId!)
  if (!stands) return
  const date = (ms: number | null) => (ms === null ? null : new Date(ms))
  const isSame = (end: Date | null) => (end && +end) === (until && +until)
  if (act === 'suspend' && stands.suspendedAt && isSame(stands.suspendedUntil))
    await onTheBoard(tx, personId!, () =>
      restoreStanding(tx, personId!, {
        ...stands,
        suspendedAt: date(was.suspendedAt),
        suspendedUntil: date(was.suspendedUntil),
      }),
    )
  if (act === 'silence' && isSame(stands.silencedUntil))
    await restoreStanding(tx, personId!, { ...stands, silencedUntil: date(was.silencedUntil) })
}
