const longestTitle = 100
const longestBody = 60_000

/** Text as both databases can hold it: no NUL, no half characters. */
export const storable = (text: string) =>
  text.replaceAll('\u0000', '').replace(/\p{Cs}/gu, '\ufffd')

/** The beginning of a text in at most `most` characters, ending at a word. */
export function cutAtWord(text: string, most: number) {
  if (text.length <= most) return text
  const start = text.slice(0, most - 1)
  const end = start.search(/\s+\S*$/)
  return `${(end > most / 2 ? start.slice(0, end) : start).replace(/\p{Cs}$/u, '').trimEnd()}…`
}

/**
 * A title and a body, both with something to read, and what was mended on the way. A title that is
 * too long is cut at a word, and kept whole in the body. `undefined` when there is nothing to read.
 */
export function mendedText(rawTitle: string, rawBody: string) {
  const repairs = isStorable(rawTitle + rawBody)
    ? []
    : ['characters that cannot be stored: left out']
  let title = storable(rawTitle).replace(/\s+/g, ' ').trim()
  let body = storable(rawBody).trim()
  if (!title && !body) return undefined

  if (!title) {
    title = body.replace(/\s+/g, ' ')
    repairs.push('no title: the first words of the text')
  }
  if (!body) {
    body = title
    repairs.push('no text: the title stands in')
  }
  return shortened(title, body, repairs)
}

function shortened(title: string, body: string, repairs: string[]) {
  if (title.length > longestTitle) {
    if (!body.replace(/\s+/g, ' ').includes(title)) body = `${title}\n\n${body}`
    title = cutAtWord(title, longestTitle)
    repairs.push('title cut at a word, whole in the text')
  }
  if (body.length > longestBody) {
    body = cutAtWord(body, longestBody)
    repairs.push('text cut')
  }
  return { title, body, repairs }
}

const isStorable = (text: string) => storable(text) === text
