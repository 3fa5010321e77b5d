import type { LoaderFunctionArgs } from '@remix-run/node'
import { findSuspicion } from '#app/domain/points/suspect-list.server.ts'
import type { Person } from '#app/domain/identity/viewer.rules.ts'
import { found } from '#app/web/answer.server.ts'
import type { Locale } from '#app/web/visit.server.ts'
import { db } from '#db/database.server.ts'
import { linkTo } from '../merges/side.ts'
import { decidedPoints, factOf } from './told.ts'

type Named = Parameters<typeof linkTo>[0]
const ideaIn = (idea: Named | null, locale: Locale) => (idea ? linkTo(idea, locale) : null)
const shortest = (text: string) => (text.length > 90 ? `${text.slice(0, 88).trimEnd()}…` : text)

/** One suspicion, with all that somebody needs to judge it. */
export async function onePage({ params, context }: LoaderFunctionArgs, viewer: Person) {
  const { locale } = context.visit
  const one = found(await findSuspicion(db, params.id ?? ''))
  const names = new Map(one.persons.map((person) => [person.id, person.displayName]))
  const name = (id: string | null) => names.get(id ?? '') ?? null
  return {
    ...{ id: one.id, kind: one.kind, state: one.state, held: one.held, note: one.note },
    fact: factOf(one),
    points: decidedPoints(one),
    foundAt: one.foundAt.toISOString(),
    decidedAt: one.decidedAt?.toISOString(),
    decider: one.decider ?? null,
    isOwn: one.personIds.includes(viewer.id),
    more: Math.max(0, one.personIds.length - one.persons.length),
    persons: one.persons.map((person) => personOf(person, one.facts.masterId)),
    acts: one.acts.map(({ actedAt, idea, ...act }) => ({
      ...act,
      actedAt: actedAt.toISOString(),
      idea: ideaIn(idea, locale),
    })),
    marks: one.marks.map((mark) => ({
      key: `${mark.commentId} ${mark.markerId}`,
      path: `/comments/${mark.commentId}`,
      text: shortest(mark.body),
      author: name(mark.authorId),
      marker: name(mark.markerId),
      at: mark.markedAt.toISOString(),
    })),
    voted: one.voted.map(({ voterId, castAt, idea }) => ({
      key: `${voterId} ${idea.number}`,
      voter: name(voterId),
      idea: linkTo(idea, locale),
      at: castAt.toISOString(),
    })),
  }
}

type Found = NonNullable<Awaited<ReturnType<typeof findSuspicion>>>['persons'][number]

/** Somebody concerned; `masterId` is whom the others serve. */
const personOf = ({ joinedAt, inviterId, ...person }: Found, masterId: unknown) => ({
  ...person,
  joinedAt: joinedAt.toISOString(),
  isServed: person.id === masterId,
  isByLink: !!inviterId && inviterId === masterId,
})
