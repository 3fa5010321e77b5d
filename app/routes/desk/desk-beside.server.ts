import { pastOf } from '#app/domain/appeals/receipt.server.ts'
import type { Idea } from '#app/domain/ideas/idea.server.ts'
import { may, type Person } from '#app/domain/identity/viewer.rules.ts'
import { roundOfIdea } from '#app/domain/rounds/line.server.ts'
import { db } from '#db/database.server.ts'

type Beside = { name: 'appeal' | 'resubmission' | 'round'; href: string }

/** What concerns an idea elsewhere on the staff's side now, for who may open it: a request, a round. */
export async function besideIdea(idea: Idea, member: Person): Promise<Beside[]> {
  const found = await Promise.all([
    may(member, 'appeals.decide') ? waitingRequest(idea.id) : null,
    may(member, 'rounds.run') ? liveRound(idea) : null,
  ])
  return found.filter((one) => one !== null)
}

async function waitingRequest(ideaId: string): Promise<Beside | null> {
  const past = await pastOf(db, ideaId)
  const asked = past.appeals.find(({ decidedAt }) => !decidedAt)
  if (asked) return { name: 'appeal', href: `/staff/appeals/${asked.id}` }
  const sent = past.resubmissions.find(({ decidedAt }) => !decidedAt)
  return sent ? { name: 'resubmission', href: `/staff/appeals/${sent.id}` } : null
}

async function liveRound(idea: Idea): Promise<Beside | null> {
  const round = (await roundOfIdea(db, idea))?.round
  return round ? { name: 'round', href: `/staff/rounds/${round.number}` } : null
}
