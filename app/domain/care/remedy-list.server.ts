import { and, asc, desc, eq, inArray } from 'drizzle-orm'
import type { Read } from '#db/database.server.ts'
import { pageAfter, pageAfterAscending } from '#db/expressions.ts'
import { cases } from '#db/schema/care.ts'
import { remedies } from '#db/schema/care-outcomes.ts'
import { people } from '#db/schema/identity.ts'
import { rewardTitles } from '../rewards/gift.server.ts'
import type { Remedy } from './remedy.server.ts'

const aPage = 30

export type RemedyPlace = { at: Date; id: string }

/** The remedies of a case, oldest first, as the agents see them. */
export async function remediesOfCase(db: Read, caseId: string) {
  const rows = await db
    .select()
    .from(remedies)
    .where(eq(remedies.caseId, caseId))
    .orderBy(asc(remedies.askedAt), asc(remedies.id))
  return named(db, rows)
}

/** What a member was given in a case of theirs, with why; not what was asked for, or by whom. */
export async function remediesGiven(db: Read, member: { id: string }, caseId: string) {
  const theirs = and(eq(remedies.personId, member.id), eq(remedies.caseId, caseId))
  const rows = await db
    .select()
    .from(remedies)
    .where(and(theirs, eq(remedies.state, 'done')))
    .orderBy(asc(remedies.askedAt), asc(remedies.id))
  const titles = await rewardTitles(db, rewardsIn(rows))
  return rows.map(({ id, kind, amount, reason, rewardId }) => ({
    ...{ id, kind, amount, reason },
    reward: titles.get(rewardId ?? '') ?? null,
  }))
}

/** One page of remedies: who waits longest first, what was decided last first; of one agent, where given. */
export async function remedyList(
  db: Read,
  state: Remedy['state'],
  { after, askedBy }: { after?: RemedyPlace; askedBy?: string },
) {
  const columns = [remedies.askedAt, remedies.id]
  const isQueue = state === 'asked'
  const rest = after && (isQueue ? pageAfterAscending : pageAfter)(columns, [after.at, after.id])
  const order = isQueue ? asc : desc
  const found = await db
    .select()
    .from(remedies)
    .where(
      and(eq(remedies.state, state), askedBy ? eq(remedies.askedBy, askedBy) : undefined, rest),
    )
    .orderBy(order(remedies.askedAt), order(remedies.id))
    .limit(aPage + 1)
  const rows = await named(db, found.slice(0, aPage))
  const last = rows.at(-1)
  const next = found.length > aPage && last ? { at: last.askedAt, id: last.id } : undefined
  return { rows, next }
}

/** How many remedies wait for a lead. */
export const remediesWaiting = (db: Read) => db.$count(remedies, eq(remedies.state, 'asked'))

const rewardsIn = (rows: Remedy[]) => [...new Set(rows.flatMap(({ rewardId }) => rewardId ?? []))]

async function named(db: Read, rows: Remedy[]) {
  if (!rows.length) return []
  const whose = rows.flatMap(({ personId, askedBy, decidedBy }) => [
    ...[personId, askedBy, decidedBy ?? ''],
  ])
  const [found, numbers, titles] = await Promise.all([
    db
      .select({ id: people.id, name: people.displayName, handle: people.handle })
      .from(people)
      .where(inArray(people.id, [...new Set(whose)])),
    db
      .select({ id: cases.id, number: cases.number })
      .from(cases)
      .where(inArray(cases.id, [...new Set(rows.map(({ caseId }) => caseId))])),
    rewardTitles(db, rewardsIn(rows)),
  ])
  const who = (id: string | null) => found.find((one) => one.id === id) ?? null
  return rows.map((row) => ({
    ...row,
    person: who(row.personId),
    asker: who(row.askedBy),
    decider: who(row.decidedBy),
    number: numbers.find(({ id }) => id === row.caseId)?.number ?? null,
    reward: titles.get(row.rewardId ?? '') ?? null,
  }))
}
