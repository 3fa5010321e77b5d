import { appeal } from '#app/domain/appeals/appeal.server.ts'
import { findReceipt } from '#app/domain/appeals/receipt.server.ts'
import type { Idea } from '#app/domain/ideas/idea.server.ts'
import { publishIdea } from '#app/domain/ideas/publish.server.ts'
import type { Person } from '#app/domain/identity/viewer.rules.ts'
import { mergeIdeas } from '#app/domain/merges/merge.server.ts'
import { doingsOfBurst } from '#app/domain/points/suspicion.rules.ts'
import { suspect } from '#app/domain/points/suspicion.server.ts'
import { publishRealisation, saveRealisation } from '#app/domain/realised/realised.server.ts'
import { redeemReward } from '#app/domain/rewards/redeem.server.ts'
import { findEntry } from '#app/domain/rounds/round.server.ts'
import { openRound } from '#app/domain/rounds/open.server.ts'
import { pickIdea } from '#app/domain/rounds/pick.server.ts'
import { planRound } from '#app/domain/rounds/plan.server.ts'
import { moveIdea } from '#app/domain/workflow/move.server.ts'
import { newId } from '#db/columns.ts'
import type { Tx } from '#db/database.server.ts'
import { appeals } from '#db/schema/appeals.ts'
import { suspicions } from '#db/schema/point-desk.ts'
import { now } from '#db/time.ts'
import { address, endow, offer } from './rewards.ts'
import { there } from './there.ts'

type People = { ann: Person; ben: Person; ada: Person; eva: Person }

const bodies = {
  round: 'The first loaf of the day is often the last that anybody sees.',
  refused: 'A balloon over the roof of the bakery, for all to see from afar.',
  real: 'Shelves at a height that children can reach, for their own rolls.',
  asked: 'A hook beside the till, to hang a bag on while one pays.',
  other: 'A board below the counter where bags may stand.',
}
type Name = keyof typeof bodies

const propose = (tx: Tx, author: Person, name: Name) =>
  publishIdea(tx, author, {
    ...{ title: `Idea of the desks: ${name}`, body: bodies[name], locale: 'en' as const },
    ...{ categoryId: 'products', tags: [] },
  })

async function move(tx: Tx, mover: Person, { number }: Idea, ...road: string[]) {
  for (const to of road) {
    const said = { to, note: 'We have looked at it.', reason: 'too_costly' as const }
    const moved = await moveIdea(tx, mover, number, said)
    if (moved !== 'moved') throw new Error(`Not moved to ${to}: ${String(moved)}`)
  }
}

/**
 * Something is there behind the desks of rewards, rounds, merges, appeals and realised ideas: what
 * concerns a member concerns Ann.
 */
export async function deskFurniture(tx: Tx, people: People) {
  return {
    ...(await shelved(tx, people)),
    round: await inRound(tx, people),
    refused: await objected(tx, people),
    real: await realised(tx, people),
    merge: await asked(tx, people),
  }
}

/** A prize that Ann took, a coupon with its pool, and somebody who did much in a short time. */
async function shelved(tx: Tx, { ann, ben }: People) {
  await endow(tx, [ann], 500)
  const coupon = await offer(tx, { codes: ['PANE-CANARY-1', 'PANE-CANARY-2'] })
  const prize = await offer(tx)
  const wish = { slug: prize.slug, key: newId(), address }
  const taken = there(await redeemReward(tx, ann, wish), 'redemption')
  if (taken.is !== 'redeemed') throw new Error(`Not redeemed: ${taken.is}`)
  await suspect(tx, [doingsOfBurst({ personId: ben.id, points: 40, acts: 9, hours: 2 })])
  const [suspicion] = await tx.select().from(suspicions)
  return { coupon, prize, redemption: taken.id, suspicion: there(suspicion, 'suspicion').id }
}

/** A round that is open, with the idea that somebody picked for it, and one that is still planned. */
async function inRound(tx: Tx, { ann, eva }: People) {
  const idea = await propose(tx, ann, 'round')
  const opensAt = new Date(+now() + 86_400_000)
  const closesAt = new Date(+opensAt + 30 * 86_400_000)
  const named = { titleIt: 'Giro di prova', titleEn: 'Trial round', opensAt, closesAt }
  const plan = { ...named, capacity: 2, perCategory: null }
  const { id, number } = there(await planRound(tx, eva, plan), 'round')
  const { number: planned } = there(await planRound(tx, eva, plan), 'second round')
  await pickIdea(tx, eva, number, { idea: idea.number, reason: 'Asked for at the counter.' })
  await openRound(tx, eva, number)
  there(await findEntry(tx, id, idea.number), 'entry')
  return { number, planned, entry: idea.number }
}

/** An idea of Ann's that was refused, and what she says to that. */
async function objected(tx: Tx, { ann, eva }: People) {
  const idea = await propose(tx, ann, 'refused')
  await move(tx, eva, idea, 'declined')
  const { decision } = there(await findReceipt(tx, ann, idea.number), 'receipt')
  const body = 'You counted ten balloons, and I asked for one: please look again.'
  await appeal(tx, ann, idea.number, { decision: decision.id, body })
  const [asked] = await tx.select().from(appeals)
  return { number: idea.number, appeal: there(asked, 'appeal').id }
}

/** An idea of Ann's that has come true, told on its page. */
async function realised(tx: Tx, { ann, ada }: People) {
  const idea = await propose(tx, ann, 'real')
  await move(tx, ada, idea, 'shortlisted', 'evaluating', 'planned', 'in_progress', 'realised')
  const place = { number: idea.number, version: 0 }
  const told = { title: 'The low shelf', story: 'It took a morning.', locale: 'en' as const }
  const facts = { honesty: 'born_here' as const, realisedOn: '2026-10-01' }
  await saveRealisation(tx, ada, place, { ...told, ...facts, sources: [], changes: [] })
  await publishRealisation(tx, ada, idea.number)
  return idea
}

/** The merge of an idea of Ann's with one of Ben's, about which she is asked. */
async function asked(tx: Tx, { ann, ben, ada }: People) {
  const source = (await propose(tx, ann, 'asked')).number
  const target = (await propose(tx, ben, 'other')).number
  const wish = { source, target, note: 'Both are about bags.' }
  const begun = there(await mergeIdeas(tx, ada, wish), 'merge')
  if (begun.is !== 'asked') throw new Error(`Not asked: ${begun.is}`)
  return begun.merge.id
}
