import { json } from '@remix-run/node'
import type { Case } from '#app/domain/care/case.server.ts'
import { type CaseChanges, changeCase } from '#app/domain/care/change.server.ts'
import { undoReply } from '#app/domain/care/composer.server.ts'
import type { CaseAct } from '#app/domain/care/desk-act.form.ts'
import { deleteMessage } from '#app/domain/care/message.server.ts'
import { deleteNote } from '#app/domain/care/note.server.ts'
import { revealField } from '#app/domain/care/reveal.server.ts'
import { snoozedUntil } from '#app/domain/care/snooze.rules.ts'
import type { Person } from '#app/domain/identity/viewer.rules.ts'
import { siteSettings } from '#app/domain/site/site.server.ts'
import { back, found } from '#app/web/answer.server.ts'
import type { invalid } from '#app/web/form.server.ts'
import { db, transaction } from '#db/database.server.ts'
import { now } from '#db/time.ts'
import { caseHref } from './case-href.ts'
import { afterThis } from './case-place.server.ts'

type Refuse = (errors: Record<string, string>) => ReturnType<typeof invalid>
type Form = { values?: CaseAct; refuse: Refuse }

/** Does one act of an agent on a case, and answers the page that comes after it. */
export async function actOn(agent: Person, row: Case, { values, refuse }: Form) {
  const act = values!
  const here = caseHref(row.id, { view: act.view })
  switch (act.intent) {
    case 'undo':
      return undo(agent, row, act)
    case 'reveal':
      return reveal(agent, row, act)
    case 'delete': {
      const outcome = await transaction((tx) => deleteMessage(tx, agent, row.id, act.message))
      return back(here, outcome === 'deleted' ? 'case-deleted' : 'case-too-late')
    }
    case 'delete-note': {
      const outcome = await transaction((tx) => deleteNote(tx, agent, row.id, act.note))
      return back(here, outcome === 'deleted' ? 'case-deleted' : 'case-too-late')
    }
    default:
      return change(agent, row, act, refuse)
  }
}

type Of<I extends CaseAct['intent']> = Extract<CaseAct, { intent: I }>

async function undo(agent: Person, row: Case, { message, view }: Of<'undo'>) {
  const outcome = await transaction((tx) => undoReply(tx, agent, row.id, message))
  return back(caseHref(row.id, { view, hash: 'composer' }), `case-${outcome}`)
}

/** The value stands in this one answer, and in no page's address. */
async function reveal(agent: Person, row: Case, { field, purpose }: Of<'reveal'>) {
  const told = found(await transaction((tx) => revealField(tx, agent, row.id, { field, purpose })))
  if (told === 'not-allowed') throw new Response(null, { status: 403 })
  return json({ revealed: { field, value: told.value } })
}

type Changing = Exclude<CaseAct, Of<'undo' | 'reveal' | 'delete' | 'delete-note'>>

async function change(agent: Person, row: Case, act: Changing, refuse: Refuse) {
  const { timeZone } = (await siteSettings(db)).calendar
  const wish = { ...changesOf(act, agent, timeZone), seen: act.seen }
  const isAway = act.intent === 'solve' || act.intent === 'snooze'
  const to = isAway ? await afterThis(agent, row, act.view) : caseHref(row.id, { view: act.view })
  const outcome = await transaction((tx) => changeCase(tx, agent, row, wish))
  if (outcome !== 'changed') return refuse({ [fieldOf(act)]: refusalWords(outcome) })
  return back(to, `case-${act.intent}`)
}

const states = { wake: 'open', wait: 'waiting', solve: 'solved', reopen: 'open' } as const

function changesOf(act: Changing, agent: Person, zone: string): CaseChanges {
  switch (act.intent) {
    case 'assign':
      return { assigneeId: assigneeOf(act.assignee, agent) }
    case 'priority':
      return { priority: act.priority }
    case 'topic':
      return { topicId: act.topic }
    case 'tag':
      return { tags: { add: [act.tag] } }
    case 'untag':
      return { tags: { remove: [act.tag] } }
    case 'snooze':
      return { state: 'snoozed', snoozedUntil: snoozedUntil(act, now(), zone) }
    default:
      return { state: states[act.intent] }
  }
}

const assigneeOf = (wish: string, agent: Person) =>
  wish === 'me' ? agent.id : wish === 'nobody' ? null : wish

const fields: Partial<Record<Changing['intent'], string>> = {
  assign: 'assignee',
  snooze: 'date',
  untag: 'tag',
}
const fieldOf = ({ intent }: Changing) => fields[intent] ?? intent

const words = {
  'changed-meanwhile': 'care:talk.error.changed',
  'no-such-agent': 'care:talk.error.agent',
  'no-such-topic': 'care:talk.error.topic',
  'no-way': 'care:talk.error.noWay',
  past: 'care:talk.error.date',
  'too-many-tags': 'care:talk.error.tags',
} as const

/** Why a case could not be changed, as a message key. */
export const refusalWords = (outcome: keyof typeof words) => words[outcome]
