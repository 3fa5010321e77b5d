import type { MentionState } from '#app/domain/mentions/mention.rules.ts'

export const mentionActs = ['case', 'answer', 'ignore', 'reopen'] as const
export type MentionAct = (typeof mentionActs)[number]

const from: Record<MentionState, MentionAct[]> = {
  new: ['case', 'answer', 'ignore'],
  case: ['answer'],
  answered: ['case', 'answer', 'ignore', 'reopen'],
  ignored: ['case', 'answer', 'reopen'],
}

/** What can be done with a mention as it stands; what has a case keeps it. */
export const waysOf = ({ state, caseId }: { state: MentionState; caseId: string | null }) =>
  from[state].filter((act) => !caseId || act === 'answer')
