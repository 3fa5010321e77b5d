import { and, eq } from 'drizzle-orm'
import { record } from '#app/domain/activity/record.server.ts'
import { markSettled, unsettledEvents } from '#app/domain/activity/unsettled.server.ts'
import type { Event } from '#app/domain/event.ts'
import { confirmDue } from '#app/domain/points/confirm.server.ts'
import { endPoints } from '#app/domain/points/expiry.server.ts'
import { grantPoints } from '#app/domain/points/grant.server.ts'
import { levelsReached } from '#app/domain/points/level-count.server.ts'
import { announceEndings, type EndingsCursor } from '#app/domain/points/notice.server.ts'
import { settle } from '#app/domain/points/settle.server.ts'
import { suspect } from '#app/domain/points/suspicion.server.ts'
import { doingsOfRing } from '#app/domain/points/suspicion.rules.ts'
import { giveThanks } from '#app/domain/thanks/thanks.server.ts'
import type { Idea } from '#app/domain/ideas/idea.server.ts'
import { comments } from '../schema/comments.ts'
import { transaction } from '../database.server.ts'
import type { Tx } from '../doors.ts'
import { at } from '../time.ts'
import { type Act, latest, type Stage } from './acts.ts'
import { secondThoughts } from './second-thoughts.ts'

const hour = 3_600_000
const day = 24 * hour
const most = 5_000
const anybody = 1_000
const together = 500
/** The house gives points since then; what was done before is thanked by name alone. */
const openFor = 420 * day
const [editor, lead, heroine] = ['irene_forno', 'tommaso_valdoro', 'giulia_b']

type Tell = (tx: Tx, events: Event[]) => Promise<void>

/** Keeps the books of the story as it goes on: what was done is paid, confirmed, and in its time over. */
export function booksOf({ cast, today }: Stage) {
  // Whoever cannot sign in reads no notifications.
  const reader = cast.get(heroine)!.id
  const tell: Tell = async (tx, events) => {
    for (const event of events)
      if ('data' in event && 'personId' in event.data! && event.data.personId === reader)
        await record(tx, event)
  }
  let lookedAt = 0
  /** Brings the books up to a moment of the story (milliseconds). */
  return async (moment: number) =>
    at(new Date(moment), async () => {
      const ago = today.getTime() - moment
      await transaction((tx) => pay(tx, tell, ago < openFor))
      // Nothing ends before it is a year old.
      const pause = ago < 60 * day ? 5 * day : 25 * day
      if (ago > 50 * day || moment - lookedAt < pause) return
      lookedAt = moment
      await transaction((tx) => end(tx, tell))
    })
}

async function pay(tx: Tx, tell: Tell, isOpen: boolean) {
  const events = await unsettledEvents(tx, most)
  if (isOpen) await settle(tx, events)
  await markSettled(
    tx,
    events.map(({ id }) => id),
  )
  for (let more = true; more;) {
    const { events, confirmed } = await confirmDue(tx, together)
    await tell(tx, events)
    more = confirmed === together
  }
  await tell(tx, await levelsReached(tx, anybody))
}

async function end(tx: Tx, tell: Tell) {
  let more = true
  while (more) more = await endPoints(tx)
  let after: EndingsCursor | undefined
  do {
    const { events, next } = await announceEndings(tx, after)
    await tell(tx, events)
    after = next
  } while (after)
}

type Found = (title: string) => Idea

/** What the house and its members do about points beside all the rest. */
export function pointActs(stage: Stage, found: Found): Act[] {
  const ago = (days: number, hours = 9) =>
    Math.min(stage.today.getTime() - days * day + hours * hour, latest(stage))
  return [
    ...arrivals(stage),
    ...thankings(stage, found).map(({ daysAgo, done }) => ({ at: ago(daysAgo, 14), done })),
    { at: aYearAgo(stage), done: (tx) => grant(tx, stage, heroine, tasting) },
    ...secondThoughts(stage, heroine),
    { at: ago(1, 6), done: (tx) => grant(tx, stage, 'lucia_s', counting) },
    { at: ago(1, 8), done: (tx) => suspectSome(tx, stage) },
  ]
}

/** Those who speak confirmed their address when they came, and told of themselves a little later. */
const arrivals = ({ cast }: Stage): Act[] =>
  [...cast.values()]
    .filter(({ roles }) => !roles.length)
    .slice(0, 60)
    .flatMap(({ id, joinedAt }) => [
      {
        at: joinedAt + hour,
        done: (tx) => record(tx, { verb: 'person.joined', actorId: id, subjectId: id }),
      },
      {
        at: joinedAt + 2 * hour,
        done: (tx) => record(tx, { verb: 'profile.completed', actorId: id, subjectId: id }),
      },
    ])

const thanked: { title: string; by?: string; daysAgo: number }[] = [
  { title: 'Il panettone mignon, anche fuori stagione', daysAgo: 330 },
  { title: 'Borse cucite con i sacchi di farina', daysAgo: 60 },
  { title: 'Uno scaffale dove lasciare latte e vasetti belli', by: heroine, daysAgo: 90 },
  { title: 'Una scatola di latta da riempire in negozio', daysAgo: 14 },
  { title: 'Una scatola di latta da riempire in negozio', by: 'lucia_s', daysAgo: 13 },
]

/** For the idea, or with `by` for the first comment of somebody there. */
const thankings = ({ cast }: Stage, found: Found) =>
  thanked.map(({ title, by, daysAgo }) => ({
    daysAgo,
    done: async (tx: Tx) => {
      const { id, number } = found(title)
      const deed = by ? { commentId: await commentBy(tx, id, cast.get(by)!.id) } : { number }
      const outcome = await giveThanks(tx, cast.get(lead)!, deed)
      if (outcome !== 'thanked') throw new Error(`No thanks for “${title}”: ${outcome}`)
    },
  }))

async function commentBy(tx: Tx, ideaId: string, authorId: string) {
  const mine = and(eq(comments.ideaId, ideaId), eq(comments.authorId, authorId))
  const [comment] = await tx
    .select({ id: comments.id })
    .from(comments)
    .where(mine)
    .orderBy(comments.createdAt)
    .limit(1)
  return comment!.id
}

type Grant = { key: string; amount: number; reason: string }
const tasting: Grant = {
  key: '01900000-0000-7000-8000-000000000001',
  amount: 100,
  reason: 'Per le tre ore in laboratorio ad assaggiare i frollini di castagne.',
}
/** More than an editor may give alone: it waits for somebody else. */
const counting: Grant = {
  key: '01900000-0000-7000-8000-000000000002',
  amount: 300,
  reason: 'Ha contato con noi la plastica di un mese intero di confezioni, negozio per negozio.',
}

/** Twelve months ago, so that what was given then ends with this month. */
function aYearAgo({ today }: Stage) {
  const moment = new Date(today)
  moment.setUTCMonth(moment.getUTCMonth() - 12, Math.min(moment.getUTCDate(), 28))
  return moment.getTime() + 3 * hour
}

async function grant(tx: Tx, { cast }: Stage, handle: string, { key, amount, reason }: Grant) {
  const wish = { key, personId: cast.get(handle)!.id, amount, reason }
  const granted = await grantPoints(tx, cast.get(editor)!, wish)
  if (typeof granted === 'string') throw new Error(`Nothing was granted to ${handle}: ${granted}`)
  if (granted.tell) await record(tx, granted.tell)
}

async function suspectSome(tx: Tx, { cast }: Stage) {
  const members = [...cast.values()].filter(({ roles }) => !roles.length).slice(-3)
  const personIds = members.map(({ id }) => id).sort()
  const ring = doingsOfRing({ personIds, inside: 34, given: 37, received: 36 })
  for (const event of await suspect(tx, [ring])) await record(tx, event)
}
