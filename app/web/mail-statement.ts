import type { Block } from './mail-block.ts'

type Say = (key: string, more?: Record<string, unknown>) => string
type Params = Readonly<Record<string, unknown>>

const isStatement = ({ kind, rule }: Params) => kind === 'statement' && !!rule

const texts = (all: string[]): Block[] => all.filter(Boolean).map((text) => ({ is: 'text', text }))

/** The rule that a decision of the moderators rests on, to stand before the facts. */
export function ruleBlocks(params: Params, say: Say): Block[] {
  if (!isStatement(params)) return []
  const rule = `moderation:statement.rules.${String(params.rule)}`
  return texts([
    say('statement.rule', { name: say(`${rule}.name`), text: say(`${rule}.text`) }),
    params.note ? say('statement.facts') : '',
  ])
}

/** How long the decision holds, whether a machine made it, and what can be done against it. */
export function redressBlocks(params: Params, say: Say): Block[] {
  if (!isStatement(params)) return []
  return texts([
    params.until ? say('statement.until') : '',
    say(params.isAutomated ? 'statement.automated' : 'statement.byPerson'),
    params.objectBy ? say('statement.object') : '',
  ])
}
