import { and, eq, isNotNull } from 'drizzle-orm'
import { prepared, type Read, type Tx } from '#db/database.server.ts'
import { isAmong, listOf, placeholder } from '#db/expressions.ts'
import { follows } from '#db/schema/follows.ts'
import { ideas } from '#db/schema/ideas.ts'
import { votes } from '#db/schema/votes.ts'
import { now } from '#db/time.ts'
import { findIdea } from '../ideas/idea.server.ts'
import { livingIdea } from '../ideas/merged.server.ts'
import type { Person } from '../identity/viewer.rules.ts'

type State = (typeof follows.$inferInsert)['state']

/** `person` wants to hear of the idea of `number`: `following`, or `undefined` where they can see none. */
export const followIdea = (tx: Tx, person: Person, number: number) =>
  choose(tx, person, number, 'following')

/** `person` wants to hear no more of it, even if they wrote, voted or commented: `muted` or `undefined`. */
export const muteIdea = (tx: Tx, person: Person, number: number) =>
  choose(tx, person, number, 'muted')

async function choose(tx: Tx, person: Person, number: number, state: State) {
  const found = await findIdea(tx, number, person)
  // Of an idea that was merged, nothing new is heard: the choice is about the one it went into.
  const idea = found && (await livingIdea(tx, found))
  if (!idea) return undefined
  await tx
    .insert(follows)
    .values({ ideaId: idea.id, personId: person.id, state })
    .onConflictDoUpdate({
      target: [follows.ideaId, follows.personId],
      // What a merge brought becomes their own choice.
      set: { state, since: now(), mergeId: null },
    })
  return state
}

/** Whoever takes part follows, unless they chose otherwise before; what a merge brought becomes their own. */
export async function followByTakingPart(tx: Tx, personId: string, ideaId: string) {
  await tx
    .insert(follows)
    .values({ ideaId, personId, state: 'following' })
    .onConflictDoUpdate({
      target: [follows.ideaId, follows.personId],
      set: { mergeId: null },
      setWhere: and(eq(follows.state, 'following'), isNotNull(follows.mergeId)),
    })
}

const chosenAmong = (db: Read) => () =>
  db
    .select({ id: follows.ideaId, state: follows.state })
    .from(follows)
    .where(and(eq(follows.personId, placeholder('personId')), isAmong(follows.ideaId, 'ideaIds')))
    .prepare('follows_chosen')
const votedAmong = (db: Read) => () =>
  db
    .select({ id: votes.ideaId })
    .from(votes)
    .where(and(eq(votes.voterId, placeholder('personId')), isAmong(votes.ideaId, 'ideaIds')))
    .prepare('follows_voted')
const writtenAmong = (db: Read) => () =>
  db
    .select({ id: ideas.id })
    .from(ideas)
    .where(and(isAmong(ideas.id, 'ideaIds'), eq(ideas.authorId, placeholder('personId'))))
    .prepare('follows_written')

/**
 * Which of `ideaIds` the person follows: by choice, by a vote or as its author, and not muted.
 */
export async function followsAmong(db: Read, personId: string, among: string[]) {
  const asked = { personId, ideaIds: listOf(among) }
  const [chosen, voted, written] = await Promise.all([
    prepared(db, 'follows_chosen', chosenAmong(db)).execute(asked),
    prepared(db, 'follows_voted', votedAmong(db)).execute(asked),
    prepared(db, 'follows_written', writtenAmong(db)).execute(asked),
  ])
  const followed = new Set([...voted, ...written].map(({ id }) => id))
  for (const { id, state } of chosen)
    if (state === 'following') followed.add(id)
    else followed.delete(id)
  return followed
}
