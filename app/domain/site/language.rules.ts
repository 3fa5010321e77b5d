const italian =
  /\b(il|lo|la|gli|le|un|una|di|che|non|per|con|è|del|della|sono|questa|più|anche)\b/gi
const english = /\b(the|an|of|that|not|for|with|is|this|are|and|to|we|it|you|more|also|our)\b/gi

/** The language of a text, by its small words; `undefined` where they do not tell. */
export function languageOf(text: string): 'it' | 'en' | undefined {
  const [it, en] = [italian, english].map((words) => text.match(words)?.length ?? 0) as [
    number,
    number,
  ]
  if (Math.max(it, en) < 2 || it === en) return undefined
  return it > en ? 'it' : 'en'
}
