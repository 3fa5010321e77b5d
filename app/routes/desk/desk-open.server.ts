import { casesOfIdea } from '#app/domain/care/link.server.ts'
import { aroundIdea } from '#app/domain/ideas/idea-page.server.ts'
import { labelOf } from '#app/domain/ideas/idea-feed.rules.ts'
import { plainText, renderMarkdown } from '#app/domain/ideas/markdown.rules.ts'
import { countAudience } from '#app/domain/follows/audience.server.ts'
import type { Permission } from '#app/domain/identity/permission.rules.ts'
import { may, type Person } from '#app/domain/identity/viewer.rules.ts'
import { votesCastFor } from '#app/domain/votes/on-behalf.server.ts'
import { spokenIn } from '#app/domain/points/level.rules.ts'
import { weighingNow } from '#app/domain/workflow/desk-weighing.server.ts'
import { versionOf } from '#app/domain/workflow/answer.server.ts'
import { findDeskIdea } from '#app/domain/workflow/desk.server.ts'
import { officialAnswerOf, timelineOf } from '#app/domain/workflow/timeline.server.ts'
import type { Locale } from '#app/web/visit.server.ts'
import { db } from '#db/database.server.ts'
import { besideIdea } from './desk-beside.server.ts'
import { type Chips, choicesOf, type Moves } from './desk-choices.ts'

/** The rooms of an idea beside its page, each for who may enter it. */
const rooms = [
  { name: 'dossier', needs: 'dossiers.see' },
  { name: 'merge', needs: 'ideas.merge' },
  { name: 'question', needs: 'ideas.ask' },
  { name: 'realised', needs: 'realised.edit' },
] as const satisfies { name: string; needs: Permission }[]

type Around = { member: Person; locale: Locale; openMoves: Moves; chips: Chips }

type Weighing = Awaited<ReturnType<typeof weighingNow>>[number]
const asShown = ({ evaluatorId, name, duty, scoredAt }: Weighing) => ({
  id: evaluatorId,
  name,
  duty,
  isDone: !!scoredAt,
})

type Move = Awaited<ReturnType<typeof timelineOf>>['history'][number]
const moveShown = (move: Move, chips: Chips) => ({
  ...move,
  note: plainText(move.note),
  status: chips.get(move.toStatus)!,
})

/** All that the panel shows of an idea; `null` where there is none for this member. */
export async function openIdea(number: number, { member, locale, openMoves, chips }: Around) {
  const idea = await findDeskIdea(db, number, member)
  if (!idea) return null
  const [around, road, answer, castFor, audience, assigned, beside, cases] = await Promise.all([
    aroundIdea(db, idea),
    timelineOf(db, idea),
    officialAnswerOf(db, idea.id),
    votesCastFor(db, idea.id),
    idea.place === 'private' ? 0 : countAudience(db, idea),
    may(member, 'dossiers.see') ? weighingNow(db, idea.id) : [],
    besideIdea(idea, member),
    casesOfIdea(db, member, idea.id),
  ])
  return {
    number,
    title: idea.title,
    path: `/ideas/${number}/${idea.slug}`,
    html: renderMarkdown(idea.body, { links: false }),
    lang: idea.locale && idea.locale !== locale ? idea.locale : undefined,
    status: chips.get(idea.status)!,
    author: spokenIn(locale, around.author),
    category: labelOf(around.category, locale),
    tags: around.tags,
    publishedAt: idea.publishedAt,
    votesCount: idea.votesCount,
    votesOpen: idea.stage.votesOpen,
    commentsCount: idea.commentsCount,
    audience,
    castFor,
    assigned: assigned.map(asShown),
    rooms: rooms.filter(({ needs }) => may(member, needs)).map(({ name }) => name),
    beside,
    cases: may(member, 'care.answer') ? cases : null,
    moves: choicesOf(openMoves, chips, idea.status),
    history: road.history.map((move) => moveShown(move, chips)),
    answer: answer && { ...answer, html: renderMarkdown(answer.body), seen: versionOf(answer) },
  }
}
