/** What stands in a ready answer for what only the case knows. */
export const placeholders = [
  'name',
  'number',
  'subject',
  'product',
  'batch',
  'shop',
  'topic',
  'agent',
  'site',
] as const
export type Placeholder = (typeof placeholders)[number]

export type Values = Record<Placeholder, string>

export type Filled = {
  text: string
  /** Placeholders that the case has nothing for. */
  missing: string[]
  /** What looks like a placeholder and is none. */
  unknown: string[]
}

const gap = /\{\{\s*([^{}\s]{1,40})\s*\}\}/gu
const isKnown = (name: string): name is Placeholder =>
  (placeholders as readonly string[]).includes(name)

/**
 * A text with its placeholders filled from the case. What the case has nothing for stays as it is and
 * is named, so that nobody sends a gap. Values are put in as they are, never looked into again.
 */
export function fillIn(text: string, values: Values): Filled {
  const missing = new Set<string>()
  const unknown = new Set<string>()
  const filled = text.replace(gap, (whole, name: string) => {
    if (!isKnown(name)) return (unknown.add(name), whole)
    const value = values[name].trim()
    if (!value) return (missing.add(name), whole)
    return value
  })
  return { text: filled, missing: [...missing], unknown: [...unknown] }
}

/** The placeholders of a text that there are none of, for whoever writes a ready answer. */
export const unknownIn = (text: string) =>
  [...text.matchAll(gap)].map(([, name]) => name!).filter((name) => !isKnown(name))

export const priorities = ['low', 'normal', 'high', 'urgent'] as const
export const macroStates = ['waiting', 'solved'] as const

/** What a ready answer does beside its words, in order. */
export type MacroAct =
  | { act: 'assign'; to: 'me' }
  | { act: 'tag'; tag: string }
  | { act: 'priority'; to: (typeof priorities)[number] }
  | { act: 'state'; to: (typeof macroStates)[number] }

const isOf = <T extends string>(list: readonly T[], value?: string): value is T =>
  list.includes(value as T)

/** One act as it is stored, or undefined for what is none (any more). */
function actOf({ act, to, tag }: Record<string, string>): MacroAct | undefined {
  if (act === 'assign') return { act, to: 'me' }
  if (act === 'tag' && tag) return { act, tag }
  if (act === 'priority' && isOf(priorities, to)) return { act, to }
  if (act === 'state' && isOf(macroStates, to)) return { act, to }
  return undefined
}

/** The acts of a ready answer, as they are stored; what is none is left out. */
export const actsOf = (stored: Record<string, string>[]) =>
  stored.map(actOf).filter((act) => act !== undefined)

/**
 * A ready answer with words never touches the state of the case by itself: that waits for the words
 * to be sent. Without words it is all that the answer does, and happens at once.
 */
export const dividedActs = (acts: MacroAct[], hasWords: boolean) => ({
  now: acts.filter(({ act }) => !hasWords || act !== 'state'),
  whenSent: hasWords ? acts.find((act) => act.act === 'state')?.to : undefined,
})
