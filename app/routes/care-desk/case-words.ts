import { useTranslation } from 'react-i18next'
import { casePriorities, caseStates } from '#app/domain/care/state.rules.ts'
import type { MacroAct } from '#app/domain/care/macro.rules.ts'
import { useFormat } from '#app/ui/format.ts'
import { usePoints } from '#app/ui/points.tsx'
import { type Act, useCasePage } from './case-types.ts'

type Details = Record<string, unknown>
const isOf = <T extends string>(list: readonly T[], value: unknown): value is T =>
  list.includes(value as T)

type Say = (details: Details) => string

/** What was done with a case, in words after the name of whoever did it. */
export function useActWords() {
  const { t } = useTranslation('care')
  const told: Record<string, Say> = {
    ...useChangeWords(),
    ...useNumberWords(),
    ...useMailWords(),
    ...useRemedyWords(),
    deleted: () => t('talk.did.deleted'),
    opened: () => t('talk.did.opened'),
    reopened: () => t('talk.did.reopened'),
    closed: () => t('talk.did.closed'),
    woken: () => t('talk.did.woken'),
    warned: () => t('talk.did.warned'),
    breached: () => t('talk.did.breached'),
  }
  return ({ act, details }: Pick<Act, 'act' | 'details'>) =>
    told[act]?.(details) ?? t('talk.did.other')
}

/** What names another case. */
function useNumberWords(): Record<string, Say> {
  const { t } = useTranslation('care')
  const numberIn = ({ number }: Details) => ({ number: String(number as number) })
  return {
    merged: (details) => t('talk.did.merged', numberIn(details)),
    'merged-into': (details) => t('talk.did.mergedInto', numberIn(details)),
    split: (details) => t('talk.did.split', numberIn(details)),
    'split-from': (details) => t('talk.did.splitFrom', numberIn(details)),
    linked: (details) => t('talk.did.linked', numberIn(details)),
    unlinked: () => t('talk.did.unlinked'),
    'invited-idea': () => t('talk.did.invitedIdea'),
  }
}

/** What the mail had to say. */
function useMailWords(): Record<string, Say> {
  const { t } = useTranslation('care')
  const numberIn = ({ number }: Details) => ({ number: String(number as number) })
  return {
    undelivered: () => t('talk.did.undelivered'),
    'sender-unproved': () => t('talk.did.unproved'),
    'other-sender': (details) => t('talk.did.otherSender', numberIn(details)),
    follows: (details) => t('talk.did.follows', numberIn(details)),
    'files-left-out': ({ count }) => t('talk.did.filesLeftOut', { count: Number(count ?? 0) }),
  }
}

/** What was given to make good. */
function useRemedyWords(): Record<string, Say> {
  const { t } = useTranslation('care')
  const { text: points } = usePoints()
  const whatOf = ({ kind, amount }: Details) =>
    kind === 'points' ? points(Number(amount)) : t('remedies.aCoupon')
  return {
    'remedy-asked': (given) => t('talk.did.remedyAsked', { what: whatOf(given) }),
    'remedy-given': (given) => t('talk.did.remedyGiven', { what: whatOf(given) }),
    'remedy-refused': (given) => t('talk.did.remedyRefused', { what: whatOf(given) }),
  }
}

/** What changed how the case is filed. */
function useChangeWords(): Record<string, Say> {
  const { t } = useTranslation('care')
  const { topics } = useCasePage()
  const labelOf = (id: unknown) => topics.find((one) => one.id === id)?.label ?? String(id)
  return {
    assigned: useAssignedWords(),
    state: useStateWords(),
    priority: ({ to }) =>
      t('talk.did.priority', {
        priority: isOf(casePriorities, to) ? t(`talk.priority.${to}`) : String(to),
      }),
    topic: ({ to }) => t('talk.did.topic', { topic: labelOf(to) }),
    tags: ({ add, remove }) => {
      const said = [
        Array.isArray(add) && add.length ? t('talk.did.tagged', { tags: add.join(', ') }) : '',
        Array.isArray(remove) && remove.length
          ? t('talk.did.untagged', { tags: remove.join(', ') })
          : '',
      ]
      return said.filter(Boolean).join(', ')
    },
  }
}

function useAssignedWords(): Say {
  const { t } = useTranslation('care')
  const { agents, me } = useCasePage()
  return ({ to }) => {
    if (!to) return t('talk.did.unassigned')
    if (to === me) return t('talk.did.assignedYou')
    const name = agents.find((one) => one.id === to)?.name ?? t('talk.formerAgent')
    return t('talk.did.assigned', { name })
  }
}

function useStateWords(): Say {
  const { t } = useTranslation('care')
  const { dateTime } = useFormat()
  return ({ to, until }) => {
    if (to === 'snoozed' && typeof until === 'string')
      return t('talk.did.snoozed', { when: dateTime(until) })
    return t('talk.did.state', {
      state: isOf(caseStates, to) ? t(`talk.state.${to}`) : String(to),
    })
  }
}

/** What a ready answer would do, in words. */
export function useMacroWords() {
  const { t } = useTranslation('care')
  return (act: MacroAct) => {
    if (act.act === 'assign') return t('talk.would.assign')
    if (act.act === 'tag') return t('talk.would.tag', { tag: act.tag })
    if (act.act === 'priority')
      return t('talk.would.priority', { priority: t(`talk.priority.${act.to}`) })
    return t('talk.would.state', { state: t(`talk.state.${act.to}`) })
  }
}
