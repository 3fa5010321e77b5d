import type { Idea, Status } from '../ideas/idea.server.ts'

type Placed = Pick<Idea, 'id' | 'place' | 'status' | 'mergedIntoId'> & {
  stage: Pick<Status, 'tone'>
}

/** Whether an idea stands for itself in public: only such ideas are merged, or merged into. */
export const isLive = ({ place, status, mergedIntoId }: Omit<Placed, 'stage'>) =>
  place !== 'private' && status !== 'merged' && !mergedIntoId

export type Obstacle = 'same' | 'source-not-live' | 'target-not-live' | 'source-realised'

/** Why an idea cannot go into another one, or that one cannot take it; `undefined` where it can. */
export function obstacleTo(source: Placed, target: Placed): Obstacle | undefined {
  if (source.id === target.id) return 'same'
  if (!isLive(source)) return 'source-not-live'
  if (!isLive(target)) return 'target-not-live'
  // What was realised stays where its page and its supporters are.
  return source.stage.tone === 'done' ? 'source-realised' : undefined
}

/** What the page of a merge showed of both ideas: whoever presses must have seen them as they are. */
export const seenOf = (source: Pick<Idea, 'version'>, target: Pick<Idea, 'version'>) =>
  `${source.version}-${target.version}`

const day = 86_400_000

/** The moment after which the staff need wait for an author's answer no longer. */
export const answerDeadline = (askedAt: Date, days: number) =>
  new Date(askedAt.getTime() + days * day)

type Asked = { state: string; answerBy: Date | string | null }

/** Whether the author of the source has let their time go by without a word. */
export const isUnanswered = ({ state, answerBy }: Asked, moment: Date) =>
  state === 'asked' && !!answerBy && new Date(answerBy) <= moment

/** Two ideas in an order that is the same from either side. */
export const pairOf = (one: string, other: string): [string, string] =>
  one < other ? [one, other] : [other, one]
