/** A day whose name begins with a vowel: “8 nov 2026”, “11 marzo”. */
const isVowelled = /^(8|11) \p{L}/u
const article = /\b(il|dal|al|del|nel|sul) $/i
const elided = (word: string) =>
  /^il$/i.test(word) ? (word[0] === 'I' ? 'L’' : 'l’') : `${word}l’`

/** Italian words as they are said before a day, in front of which they end: “dal ” 12 marzo, “dall’” 8 marzo. */
export const beforeDay = (words: string, day: string) =>
  isVowelled.test(day) ? words.replace(article, (_, word: string) => elided(word)) : words

/** An Italian sentence with its articles as the days that were put into it want them. */
export function withArticles(sentence: string, values: Record<string, unknown>) {
  const days = Object.values(values).filter(
    (value): value is string => typeof value === 'string' && isVowelled.test(value),
  )
  return days.reduce((said, day) => {
    const parts = said.split(day)
    const last = parts.pop()!
    return parts.map((part) => beforeDay(part, day) + day).join('') + last
  }, sentence)
}
