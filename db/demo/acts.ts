import { markUseful } from '#app/domain/comments/useful.server.ts'
import { postComment } from '#app/domain/comments/comment.server.ts'
import { publishIdea, writeIdea } from '#app/domain/ideas/publish.server.ts'
import type { Idea } from '#app/domain/ideas/idea.server.ts'
import { may, type Person } from '#app/domain/identity/viewer.rules.ts'
import { castVote } from '#app/domain/votes/vote.server.ts'
import { moveIdea } from '#app/domain/workflow/move.server.ts'
import { shortlistIfWanted } from '#app/domain/workflow/shortlist.server.ts'
import type { Tx } from '../doors.ts'
import type { Member } from './cast.ts'
import { chanceOf, shuffled } from './chance.ts'
import type { DemoComment, DemoIdea, DemoMove } from './story.ts'
import { ballotsOf } from './votes.ts'

/** Something that happens in the story at a moment (milliseconds), done through the domain. */
export type Act = { at: number; done: (tx: Tx) => Promise<unknown> }
export type Stage = { today: Date; cast: Map<string, Member>; threshold: number }

const owner = 'marta_valdoro'
const minute = 60_000
const hour = 60 * minute
const day = 24 * hour
/** What follows it in the note of a refusal goes into a field of its own. */
const whatCouldChange = '\n\nChe cosa può cambiare la decisione: '
const openForVotes = ['voting', 'shortlisted', 'evaluating']

/** Everything that happens to an idea, from its first line to the last useful mark. */
export function lifeOf(stage: Stage, idea: DemoIdea): { acts: Act[]; found: () => Idea } {
  const chance = chanceOf(idea.title)
  const when = (daysAgo: number, from: number, to: number) =>
    Math.min(
      stage.today.getTime() - daysAgo * day + (from + (to - from) * chance()) * hour,
      latest(stage),
    )
  const author = stage.cast.get(idea.author)!
  let written: Idea | undefined
  const found = () => written!
  const number = () => found().number

  const bornAt = when(idea.daysAgo, 6, 9)
  const birth = {
    at: bornAt,
    done: async (tx: Tx) => (written = await writtenBy(tx, author, idea)),
  }
  const isPrivate = startOf(idea) !== undefined
  const moves = isPrivate ? [] : idea.moves.map((move) => ({ move, at: when(move.daysAgo, 9, 12) }))
  const acts = [
    birth,
    ...moves.flatMap(({ move, at }) => movingOf(stage, number, move, at)),
    ...votingOf(stage, { idea, bornAt, moves, number }),
    ...talkOf({ stage, number, when }, idea.comments, { after: bornAt }),
  ]
  return { acts, found }
}

/** Nothing of the past may look as if it were happening now: mails are sent for what does. */
export const latest = ({ today }: Stage) => today.getTime() - 2 * hour

const startOf = ({ moves }: DemoIdea) =>
  moves.find(({ to }) => to === 'draft' || to === 'pending_review')?.to

function writtenBy(tx: Tx, author: Member, idea: DemoIdea) {
  const { title, body, category: categoryId, tags, locale = 'it' } = idea
  const text = { title, body, categoryId, tags, locale }
  const status = startOf(idea)
  return status
    ? writeIdea(tx, author, text, { status, place: 'private' })
    : publishIdea(tx, author, text)
}

/** What the house does by itself follows from the votes; the others are moves of the staff. */
function movingOf(stage: Stage, number: () => number, move: DemoMove, at: number): Act[] {
  if (move.by === 'system') return []
  const mover = moverFor(stage, move)
  const { to, reason, official } = move
  const [note = '', change] = move.note.split(whatCouldChange)
  const couldChange = change && change[0]!.toUpperCase() + change.slice(1)
  const done = (tx: Tx) =>
    expect(
      'moved',
      `${move.by} moves to ${to}`,
      moveIdea(tx, mover, number(), { to, note, reason, couldChange, official }),
    )
  return [{ at, done }]
}

/** Whose desk may not move ideas has it done by the owner, in their team's name. */
function moverFor({ cast }: Stage, { by }: DemoMove): Person {
  const speaker = cast.get(by)!
  return may(speaker, 'ideas.move') ? speaker : { ...cast.get(owner)!, team: speaker.team }
}

type Voting = {
  idea: DemoIdea
  bornAt: number
  moves: { move: DemoMove; at: number }[]
  number: () => number
}

function votingOf(stage: Stage, { idea, bornAt, moves, number }: Voting): Act[] {
  const { cast, threshold } = stage
  const voters = [...cast.values()].filter(
    ({ handle, roles }) => handle !== idea.author && !roles.length,
  )
  const closing = moves.find(({ move }) => !openForVotes.includes(move.to))
  const crossing = moves.find(({ move }) => move.by === 'system')?.at
  const to = (closing?.at ?? latest(stage)) - minute
  const window = { from: bornAt + minute, to, votes: idea.votes, threshold, crossing }
  return ballotsOf(idea.title, voters, window).map(({ voter, at }) => ({
    at,
    done: async (tx) => {
      await expect('cast', `${voter.handle} votes`, castVote(tx, voter, number()))
      if (at === crossing)
        await expect('shortlisted', 'the house shortlists', shortlistIfWanted(tx, number()))
    },
  }))
}

type Talk = {
  stage: Stage
  number: () => number
  when: (daysAgo: number, from: number, to: number) => number
}

function talkOf(
  talk: Talk,
  comments: DemoComment[],
  above: { after: number; id?: () => string },
): Act[] {
  const { stage, number, when } = talk
  return comments.flatMap((comment) => {
    const author = stage.cast.get(comment.author)!
    const at = Math.max(when(comment.daysAgo, 10, 13), above.after + 7 * minute)
    let commentId = ''
    const id = () => commentId
    const said = {
      at,
      done: async (tx: Tx) => {
        const { body } = comment
        const posted = await postComment(tx, author, number(), { body, parentId: above.id?.() })
        if (typeof posted !== 'object') throw new Error(`“${body}” was not posted: ${posted}`)
        commentId = posted.id
      },
    }
    const replies = talkOf(talk, comment.replies ?? [], { after: at, id })
    return [said, ...nodsOf(stage, comment, { at, id }), ...replies]
  })
}

function nodsOf(
  stage: Stage,
  { author, body, useful = 0 }: DemoComment,
  said: { at: number; id: () => string },
): Act[] {
  const chance = chanceOf(body)
  const readers = [...stage.cast.values()].filter(
    ({ handle, joinedAt }) => handle !== author && joinedAt < said.at,
  )
  const end = Math.min(said.at + 12 * day, latest(stage))
  return shuffled(readers, chance)
    .slice(0, useful)
    .map((reader) => ({
      at: Math.max(said.at + minute, said.at + (end - said.at) * chance()),
      done: (tx) =>
        expect('found-useful', `${reader.handle} nods`, markUseful(tx, reader, said.id())),
    }))
}

async function expect(outcome: string, act: string, doing: Promise<unknown>) {
  const came = await doing
  if (came !== outcome) throw new Error(`The story stumbled: ${act}, ${String(came)}`)
}
