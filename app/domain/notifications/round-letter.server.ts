import { and, asc, desc, eq, gt, inArray, isNull, ne } from 'drizzle-orm'
import type { Read, Tx } from '#db/database.server.ts'
import { people } from '#db/schema/identity.ts'
import { ideas, statuses } from '#db/schema/ideas.ts'
import { jobs } from '#db/schema/jobs.ts'
import { notifications } from '#db/schema/notifications.ts'
import { roundEntries, rounds } from '#db/schema/rounds.ts'
import { moves } from '#db/schema/workflow.ts'
import { now } from '#db/time.ts'
import { ask, askAll } from '../jobs/job.server.ts'
import { siteSettings } from '../site/site.server.ts'
import { quietEnd } from './hours.rules.ts'
import { mayBeMailed } from './reachable.rules.ts'
import { tellKey } from './telling.server.ts'
import { zoneOf } from './zone.server.ts'

const batch = 200
const mostIdeas = 30

/** Asks for the letters of a round that was published: one a member, once everybody was told of its moves. */
export const askRoundLetters = (tx: Tx, roundId: string) =>
  ask(tx, 'round-letters', `round-letters:${roundId}`, { payload: { roundId } })

/** Whether somebody may still be to be told of a move of the round. */
export async function isRoundBeingTold(db: Read, roundId: string) {
  const ofRound = await db
    .select({ id: moves.id })
    .from(roundEntries)
    .innerJoin(moves, and(eq(moves.ideaId, roundEntries.ideaId), eq(moves.roundId, roundId)))
    .where(eq(roundEntries.roundId, roundId))
  if (!ofRound.length) return false
  const keys = ofRound.map(({ id }) => tellKey(id))
  const [waiting] = await db
    .select({ id: jobs.id })
    .from(jobs)
    .where(and(inArray(jobs.key, keys), eq(jobs.state, 'waiting')))
    .limit(1)
  return !!waiting
}

/** Who is still owed the letter of a round, in batches of at most 200 ids, each once. */
export async function* roundReaders(db: Read, roundId: string): AsyncGenerator<string[]> {
  for (let after = ''; ;) {
    const found = await db
      .selectDistinct({ id: notifications.personId })
      .from(notifications)
      .where(and(owed(roundId), gt(notifications.personId, after)))
      .orderBy(asc(notifications.personId))
      .limit(batch)
    if (found.length) yield found.map(({ id }) => id)
    if (found.length < batch) return
    after = found.at(-1)!.id
  }
}

const owed = (roundId: string) =>
  and(
    eq(notifications.bundle, roundId),
    ne(notifications.mail, 'none'),
    isNull(notifications.mailedAt),
  )

/**
 * Writes the one letter of a round for each of `personIds`, and marks what is in it, together: done
 * again after a crash, nobody gets a second. It lists all outcomes that concern them, their own
 * ideas first; what is private now is listed for its author alone.
 */
export async function askRoundLetter(tx: Tx, roundId: string, personIds: string[]) {
  const rows = await outcomesFor(tx, roundId, personIds)
  const [round] = await tx.select().from(rounds).where(eq(rounds.id, roundId))
  const [{ locale: house }, timeZone] = await Promise.all([siteSettings(tx), zoneOf(tx)])
  const wishes = personIds.flatMap((personId) => {
    const mine = rows.filter(({ notification }) => notification.personId === personId)
    const payload = letterOf(mine, round?.number, house)
    const runAt = mine[0] && quietEnd(mine[0].person, timeZone, now())
    return payload ? { kind: 'mail', key: `round:${roundId}:${personId}`, payload, runAt } : []
  })
  await askAll(tx, wishes)
  const ids = rows.map(({ notification }) => notification.id)
  if (ids.length)
    await tx.update(notifications).set({ mailedAt: now() }).where(inArray(notifications.id, ids))
}

/** The letter of one reader, or none where they cannot be written to or nothing is left to tell. */
function letterOf(mine: Outcome[], number: number | undefined, house: 'it' | 'en') {
  const person = mine[0]?.person
  const told = mine.filter(isForReader)
  if (!person || !told.length || !mayBeMailed(person, now())) return undefined
  const locale = person.locale ?? house
  return {
    to: person.email,
    template: 'round',
    locale,
    params: {
      name: person.displayName,
      path: `/rounds/${number ?? ''}`,
      items: told.slice(0, mostIdeas).map((row) => itemOf(row, locale)),
      more: Math.max(0, told.length - mostIdeas),
    },
    unsubscribe: { personId: person.id, event: 'round' },
  }
}

type Outcome = Awaited<ReturnType<typeof outcomesFor>>[number]

/** Own ideas come before others: `own-moved` is after `followed-moved` in the alphabet. */
const outcomesFor = (db: Read, roundId: string, personIds: string[]) =>
  db
    .select({
      notification: notifications,
      person: people,
      idea: ideas,
      status: statuses,
      move: moves,
    })
    .from(notifications)
    .innerJoin(people, eq(people.id, notifications.personId))
    .innerJoin(ideas, eq(ideas.id, notifications.ideaId))
    .innerJoin(moves, and(eq(moves.ideaId, ideas.id), eq(moves.roundId, roundId)))
    .innerJoin(statuses, eq(statuses.id, moves.toStatus))
    .where(and(owed(roundId), inArray(notifications.personId, personIds)))
    .orderBy(desc(notifications.event), desc(notifications.createdAt), asc(ideas.number))

const isForReader = ({ idea, person }: Outcome) =>
  idea.place !== 'private' || idea.authorId === person.id

function itemOf({ notification, idea, status, move }: Outcome, locale: 'it' | 'en') {
  const isOwn = notification.event === 'own-moved'
  return {
    ideaId: idea.id,
    title: idea.title,
    path:
      isOwn && move.reason
        ? `/me/ideas/${idea.number}/decision`
        : `/ideas/${idea.number}/${idea.slug}`,
    lines: [
      {
        event: notification.event,
        count: 1,
        status: locale === 'en' ? status.labelEn : status.labelIt,
      },
    ],
    reason: move.reason ?? '',
    note: move.note,
    couldChange: isOwn ? move.couldChange : '',
  }
}
