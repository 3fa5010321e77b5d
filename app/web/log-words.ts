const keyPath =
  /^(\/+(?:verify|reset|set-up|unsubscribe|withdraw|erasure|flags|rate|contact\/+confirm)\/+).+/is

/** The path of a request as the log may hold it: of a link that is a key, the key is left out. */
export function loggedPath(path: string) {
  try {
    return decodeURIComponent(path).replace(keyPath, '$1…')
  } catch {
    return path.replace(keyPath, '$1…')
  }
}

const address = /[^\s<>"'(),:;@]+@[^\s<>"'(),:;@]+/g
// What a database or a parser quotes is what somebody typed; a name of ours stands after its kind.
const quoted = /((?:: |value |near |token '.*?', ))["'].*["']/gs

/**
 * What went wrong, in words that may be kept: no e-mail address, and nothing of what was asked with:
 * a query that failed is told without its values.
 */
export function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return plainly(String(error))
  const { query, cause } = error as Error & { query?: unknown }
  if (typeof query === 'string')
    return `Failed query: ${query}${cause ? ` (${wordsOf(cause)})` : ''}`
  return `${error.name}: ${plainly(error.message)}`
}

const longest = 1_000

/** Cut where a word ends: half an address is no address, and would stay. */
function plainly(text: string) {
  const short = text.length > longest ? `${text.slice(0, longest).replace(/\S*$/, '')}…` : text
  return short.replace(quoted, '$1…').replace(address, '…@…')
}

/** An error as the log holds it: its words, its number and where it happened; never its other fields. */
export function toldError(error: unknown): object {
  if (!(error instanceof Error)) return { message: wordsOf(error) }
  const { code } = error as Error & { code?: unknown }
  const cause = error.cause === undefined ? {} : { cause: toldError(error.cause) }
  return {
    ...{ type: error.name, message: wordsOf(error), stack: placesOf(error), ...cause },
    ...(['string', 'number'].includes(typeof code) && { code }),
  }
}

/** Where it happened, without the words before it: they may hold lines that look like places. */
function placesOf({ stack = '', message }: Error) {
  const at = stack.indexOf(message)
  const lines = stack.slice(at < 0 ? 0 : at + message.length).split('\n')
  return lines.filter((line) => /^\s+at /.test(line)).join('\n')
}
