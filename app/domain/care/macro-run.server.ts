import type { Tx } from '#db/database.server.ts'
import type { Person } from '../identity/viewer.rules.ts'
import type { Case } from './case.server.ts'
import { type CaseChanges, changeCase } from './change.server.ts'
import { draftsOf, keepDraft } from './draft.server.ts'
import {
  type Filled,
  actsOf,
  dividedActs,
  fillIn,
  type MacroAct,
  type Values,
} from './macro.rules.ts'
import type { Macro } from './macro.server.ts'
import { valuesOf } from './values.server.ts'

/** What a ready answer would do with a case, shown before any of it is done. */
export function macroFor(macro: Macro, { locale }: Pick<Case, 'locale'>, values: Values) {
  const own = locale === 'it' ? macro.bodyIt : macro.bodyEn
  const other = locale === 'it' ? macro.bodyEn : macro.bodyIt
  const body = own || other
  const isOtherLanguage = !own && !!other
  const filled: Filled = fillIn(body, values)
  return {
    ...filled,
    isOtherLanguage,
    lang: isOtherLanguage ? (locale === 'it' ? ('en' as const) : ('it' as const)) : locale,
    ...dividedActs(actsOf(macro.acts), !!body),
  }
}

/**
 * Does what a ready answer says: its acts at once, its words into the agent's draft, after what is
 * there. Nothing is sent by it. Answers `done` with the state for when the words are sent, or why
 * the acts could not be done, and then nothing is.
 */
export async function runMacro(
  tx: Tx,
  agent: Person,
  found: Case,
  { macro, seen }: { macro: Macro; seen: number },
) {
  const wish = macroFor(macro, found, await valuesOf(tx, agent, found))
  if (wish.now.length) {
    const outcome = await changeCase(tx, agent, found, { ...changesOf(wish.now, agent), seen })
    if (outcome !== 'changed') return outcome
  }
  if (wish.text) await addToDraft(tx, agent, found.id, wish.text)
  return { done: true as const, whenSent: wish.whenSent, hasWords: !!wish.text }
}

function changesOf(acts: MacroAct[], agent: Person) {
  const changes: CaseChanges = {}
  const add = acts.flatMap((act) => (act.act === 'tag' ? [act.tag] : []))
  if (add.length) changes.tags = { add }
  for (const act of acts) {
    if (act.act === 'assign') changes.assigneeId = agent.id
    if (act.act === 'priority') changes.priority = act.to
    if (act.act === 'state') changes.state = act.to
  }
  return changes
}

/** What is there already is not put there a second time. */
async function addToDraft(tx: Tx, agent: Person, caseId: string, text: string) {
  const { reply } = await draftsOf(tx, agent, caseId)
  if (reply.body.includes(text)) return
  const body = reply.body.trim() ? `${reply.body.trimEnd()}\n\n${text}` : text
  await keepDraft(tx, agent, { caseId, kind: 'reply' }, { ...reply, body })
}
