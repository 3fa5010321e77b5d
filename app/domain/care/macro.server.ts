import { and, asc, eq, isNull } from 'drizzle-orm'
import type { z } from 'zod'
import type { Read, Tx } from '#db/database.server.ts'
import { plus } from '#db/expressions.ts'
import { macros } from '#db/schema/care-desk.ts'
import { now } from '#db/time.ts'
import { audit } from '../audit/audit.server.ts'
import type { MacroForm } from './macro.form.ts'
import type { MacroAct } from './macro.rules.ts'

type Agent = { id: string }
type Text = Omit<z.output<typeof MacroForm>, 'intent' | 'seen'>

/** A ready answer, as the database has it. */
export type Macro = typeof macros.$inferSelect

const inOrder = [asc(macros.position), asc(macros.id)]

/** The ready answers that agents may use, in the order of the house. */
export const macrosInUse = (db: Read) =>
  db
    .select()
    .from(macros)
    .where(isNull(macros.retiredAt))
    .orderBy(...inOrder)

/** Every ready answer, those that are retired too. */
export const allMacros = (db: Read) =>
  db
    .select()
    .from(macros)
    .orderBy(...inOrder)

/** The ready answer of this id, retired or not. */
export async function findMacro(db: Read, id: string) {
  const [macro] = await db.select().from(macros).where(eq(macros.id, id))
  return macro
}

/** What a form asks for, as acts in the order in which they are done. */
const actsIn = ({ assign, tags, priority, state }: Text): MacroAct[] => [
  ...(assign ? [{ act: 'assign', to: 'me' } as const] : []),
  ...tags.map((tag) => ({ act: 'tag', tag }) as const),
  ...(priority ? [{ act: 'priority', to: priority } as const] : []),
  ...(state ? [{ act: 'state', to: state } as const] : []),
]

const rowOf = (text: Text) => ({
  name: text.name,
  bodyIt: text.bodyIt,
  bodyEn: text.bodyEn,
  acts: actsIn(text),
})

/** Adds a ready answer at the end; answers its id. */
export async function addMacro(tx: Tx, editor: Agent, text: Text) {
  const all = await allMacros(tx)
  const position = 1 + Math.max(0, ...all.map((macro) => macro.position))
  const [macro] = await tx
    .insert(macros)
    .values({ ...rowOf(text), position })
    .returning({ id: macros.id })
  await audit(tx, editor.id, 'macro.added', { subject: macro!.id, name: text.name })
  return macro!.id
}

/** Changes a ready answer that is as `seen` says: `changed`, or `stale` where somebody was quicker. */
export async function changeMacro(
  tx: Tx,
  editor: Agent,
  { id, seen }: { id: string; seen: number },
  text: Text,
) {
  const [changed] = await tx
    .update(macros)
    .set({ ...rowOf(text), version: plus(macros.version, 1) })
    .where(and(eq(macros.id, id), eq(macros.version, seen)))
    .returning({ id: macros.id })
  if (!changed) return 'stale'
  await audit(tx, editor.id, 'macro.changed', { subject: id, name: text.name })
  return 'changed'
}

/** Takes a ready answer out of use, or into it again; undefined where there is none. */
export async function retireMacro(tx: Tx, editor: Agent, id: string, isRetired: boolean) {
  const [macro] = await tx
    .update(macros)
    .set({ retiredAt: isRetired ? now() : null, version: plus(macros.version, 1) })
    .where(eq(macros.id, id))
    .returning({ id: macros.id })
  if (!macro) return undefined
  const act = isRetired ? 'macro.retired' : 'macro.restored'
  await audit(tx, editor.id, act, { subject: id })
  return isRetired ? 'retired' : 'restored'
}

/** Moves a ready answer one place up or down among those in use; at the end of the list it stays. */
export async function placeMacro(tx: Tx, editor: Agent, id: string, by: -1 | 1) {
  const all = await macrosInUse(tx)
  const from = all.findIndex((macro) => macro.id === id)
  if (from < 0) return undefined
  const other = all[from + by]
  if (!other) return 'moved'

  const order = all.toSpliced(from, 1).toSpliced(from + by, 0, all[from]!)
  for (const [position, macro] of order.entries())
    await tx
      .update(macros)
      .set({ position: position + 1 })
      .where(eq(macros.id, macro.id))
  await audit(tx, editor.id, 'macro.placed', { subject: id })
  return 'moved'
}
