import { eq } from 'drizzle-orm'
import type { Case } from '#app/domain/care/case.server.ts'
import { type CaseChanges, changeCase } from '#app/domain/care/change.server.ts'
import { noteLook } from '#app/domain/care/looked.server.ts'
import { addMessage } from '#app/domain/care/message.server.ts'
import { addNote } from '#app/domain/care/note.server.ts'
import { openCase } from '#app/domain/care/open.server.ts'
import { transaction, type Tx } from '../database.server.ts'
import { cases } from '../schema/care.ts'
import { at, now } from '../time.ts'
import type { Stage } from './acts.ts'
import { type DemoCase, demoCases } from './case-stories.ts'
import { rated } from './ratings.ts'

const hour = 3_600_000
const agentHandle = 'ettore_forno'

/** Tells what people wrote to care, in the order in which they wrote, and what came of it. */
export async function tellCases({ today, cast }: Stage) {
  const agent = cast.get(agentHandle)!
  const inOrder = [...demoCases].sort((one, other) => other.hoursAgo - one.hoursAgo)
  for (const story of inOrder) {
    const start = today.getTime() - story.hoursAgo * hour
    const when = (hoursLater: number) => new Date(start + hoursLater * hour)
    const opened = await at(when(0), () => transaction((tx) => written(tx, story, cast)))
    for (const step of story.steps ?? [])
      await at(when(step.hoursLater), () =>
        transaction((tx) => followed(tx, { agent, opened }, step)),
      )
  }
}

type Cast = Stage['cast']

function written(tx: Tx, story: DemoCase, cast: Cast) {
  const { by, topic: topicId, subject, body, product, batch, shop, locale = 'it' } = story
  const from = typeof by === 'string' ? { personId: cast.get(by)!.id } : by
  return openCase(tx, {
    ...{ topicId, subject, body, product, batch, shop, locale },
    ...{ source: 'form', isConfirmed: true, ...from },
  })
}

type Desk = { agent: NonNullable<ReturnType<Cast['get']>>; opened: Case }
type Step = NonNullable<DemoCase['steps']>[number]

async function followed(tx: Tx, { agent, opened }: Desk, step: Step) {
  if ('says' in step)
    return addMessage(tx, opened, { side: 'member', authorId: opened.personId, body: step.says })
  if ('rates' in step) return rated(tx, opened.id, { score: step.rates, comment: step.because })
  await noteLook(tx, agent, opened.id)
  if ('notes' in step) return addNote(tx, agent, opened, { body: step.notes })
  if ('answers' in step) {
    const { answers: body, as: leavesAs } = step
    return addMessage(tx, opened, { side: 'care', authorId: agent.id, body, leavesAs })
  }
  const [{ version: seen } = opened] = await tx.select().from(cases).where(eq(cases.id, opened.id))
  return changeCase(tx, agent, opened, { ...changesOf(step, agent), seen })
}

type Changing = Extract<Step, { takes?: boolean }>

function changesOf(step: Changing, agent: { id: string }): CaseChanges {
  const { takes, tags, priority, snoozedHours } = step
  return {
    ...(takes && { assigneeId: agent.id }),
    ...(tags && { tags: { add: tags } }),
    ...(priority && { priority }),
    ...(snoozedHours && {
      state: 'snoozed' as const,
      snoozedUntil: new Date(now().getTime() + snoozedHours * hour),
    }),
  }
}
