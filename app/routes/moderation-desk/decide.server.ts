import type { z } from 'zod'
import { LastAdmin } from '#app/domain/identity/role.server.ts'
import type { Person } from '#app/domain/identity/viewer.rules.ts'
import { isOnPerson } from '#app/domain/moderation/act.rules.ts'
import type { DecideForm, DirectForm } from '#app/domain/moderation/decide.form.ts'
import { decide, decideDirectly } from '#app/domain/moderation/decide.server.ts'
import type { Thing } from '#app/domain/moderation/sight.server.ts'
import { transaction } from '#db/database.server.ts'
import { factsFor } from './template.server.ts'

type Said = z.output<typeof DecideForm>
type Direct = Omit<z.output<typeof DirectForm>, 'subject' | 'id' | 'redirectTo'>

const undoing = ['gone', 'nobody'] as const

/** Refusals that come once something was changed already: the transaction is undone by them. */
class Refused extends Error {
  constructor(readonly outcome: (typeof undoing)[number]) {
    super(outcome)
  }
}

const whole = async <T>(work: Promise<T>) => {
  const outcome = await work
  const refused = undoing.find((word) => word === outcome)
  if (refused) throw new Refused(refused)
  return outcome
}

async function caught<T>(work: Promise<T>) {
  try {
    return await work
  } catch (error) {
    if (error instanceof Refused) return error.outcome
    if (error instanceof LastAdmin) return 'last-admin'
    throw error
  }
}

const wishOf = async (said: Direct, personId: string | null) => ({
  act: said.act,
  reason: said.reason ?? ('' as const),
  facts: await factsFor(said, personId),
  days: said.days || null,
  hides: isOnPerson(said.act) ? said.hides === 'on' : true,
})

/** Decides on an item in a transaction of its own; answers as `decide`, and `last-admin`. */
export async function decideOn(
  moderator: Person,
  item: { id: string; authorId: string | null },
  { seen, ...said }: Omit<Said, 'view'>,
) {
  const wish = { ...(await wishOf(said, item.authorId)), seen }
  return caught(transaction((tx) => whole(decide(tx, moderator, item.id, wish))))
}

/** As `decideOn`, on what a moderator came across. */
export async function decideAtOnce(
  moderator: Person,
  thing: Thing & { authorId: string | null },
  said: Direct,
) {
  const { subject, subjectId, authorId } = thing
  const wish = await wishOf(said, authorId)
  const at = { subject, subjectId }
  return caught(transaction((tx) => whole(decideDirectly(tx, moderator, at, wish))))
}

/** Where each refusal is said on the form. */
export const refusals = {
  'not-allowed': { act: 'moderation:desk.refusal.notAllowed' },
  own: { act: 'moderation:desk.refusal.own' },
  staff: { act: 'moderation:desk.refusal.staff' },
  gone: { act: 'moderation:desk.refusal.gone' },
  'decided-already': { act: 'moderation:desk.refusal.decided' },
  nobody: { act: 'moderation:desk.refusal.nobody' },
  'last-admin': { act: 'moderation:desk.refusal.lastAdmin' },
  'reason-needed': { reason: 'errors:required' },
  'facts-needed': { facts: 'errors:required' },
  'days-needed': { days: 'moderation:desk.silenceEnds' },
} as const
