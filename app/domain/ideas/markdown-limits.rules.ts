const longest = 20_000
const deepest = 6
const mostMarks = 1_500
const mostLines = 1_500

/** Control characters and those that turn the direction of text around; line feed and tab stay. */
const unwanted = /[^\P{Cc}\n\t]|[\u202a-\u202e\u2066-\u2069\ufeff\u2028\u2029]/gu
const container = /^(?:>|[-*+](?=\s)|\d{1,9}[.)](?=\s))/

/** A line with at most six quote and list marks at its start, indented by no more than they need. */
function shallow(line: string) {
  let rest = line
  let kept = ''
  for (let marks = 0; ;) {
    const blank = rest.length - rest.trimStart().length
    const mark = container.exec(rest.slice(blank, blank + 12))?.[0] ?? ''
    if (marks <= deepest) kept += rest.slice(0, Math.min(blank, deepest * 2))
    rest = rest.slice(blank)
    if (!mark) return kept + rest
    if (++marks <= deepest) kept += mark
    rest = rest.slice(mark.length)
  }
}

/** A text as it may be read: cut to 20,000 characters, without control characters, never deep. */
export const tamed = (source: string) =>
  source
    .slice(0, longest)
    .replace(/\r\n?/g, '\n')
    .replace(unwanted, '')
    .split('\n')
    .map(shallow)
    .join('\n')

/** False for a text that is mostly marks: parsers take their worst time on those, and nobody writes them. */
export const isProse = (text: string) =>
  countOf(text, /[*_~`[\]()<>|#@!\\&/]/g) <= mostMarks && countOf(text, /\n/g) <= mostLines

const countOf = (text: string, what: RegExp) => text.match(what)?.length ?? 0
