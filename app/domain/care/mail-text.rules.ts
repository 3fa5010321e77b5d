/** What a mail says, apart from what it quotes of the mail that it answers. */
export type Said = { body: string; quoted: string }

const longest = 20_000
const mostLines = 2_000

/**
 * The lines with which mail programs begin what they quote, in the languages that we get mail in; a
 * line may be broken in two by them.
 */
const beginnings = [
  /^(il|on|le|am|el|em)\b.{4,160}\b(ha scritto|wrote|a écrit|schrieb|escribió|escreveu)\b.{0,80}:$/i,
  /^-{2,} ?(original message|messaggio originale|forwarded message|messaggio inoltrato|ursprüngliche nachricht)/i,
  /^_{20,}$/,
  /^(begin forwarded message|inizio messaggio inoltrato):?$/i,
]

/** The head of a mail quoted without a mark: `Da:` and `Inviato:`, one after the other. */
const heads = [
  /^\*?(da|from|von|de)\*?: \S/i,
  /^\*?(inviato|sent|data|date|gesendet|envoyé|a|to)\*?: \S/i,
]

const phones = /^(inviato da|sent from|get outlook|scarica outlook|envoyé de mon|gesendet von)\b/i

/**
 * Parts the plain text of a mail into what was written now and what is quoted below; signatures
 * (`-- `, RFC 3676 4.3) and lines such as “Inviato da iPhone” are left out. What is quoted between
 * what was written stays where it is. Where everything looks quoted, everything counts as written.
 */
export function partMail(text: string): Said {
  const lines = text.slice(0, longest).replace(/\r\n?/g, '\n').split('\n').slice(0, mostLines)
  const at = beginOfQuote(lines)
  const written = withoutSignature(lines.slice(0, at)).join('\n').trim()
  const quoted = lines.slice(at).join('\n').trim()
  return written ? { body: written, quoted } : { body: lines.join('\n').trim(), quoted: '' }
}

function beginOfQuote(lines: string[]) {
  for (const [i, line] of lines.entries()) {
    if (begins(line.trim(), (lines[i + 1] ?? '').trim())) return i
    if (isHead(lines, i)) return i
  }
  return endOfMarked(lines)
}

const begins = (line: string, next: string) =>
  beginnings.some((one) => one.test(line) || (line.length > 4 && one.test(`${line} ${next}`)))

const isHead = (lines: string[], i: number) =>
  heads[0]!.test(lines[i]!.trim()) && heads[1]!.test((lines[i + 1] ?? '').trim())

/** Lines marked by `>` up to the end are a quote; with words after them they are part of an answer. */
function endOfMarked(lines: string[]) {
  let at = lines.length
  for (let i = lines.length - 1; i >= 0; i--) {
    const line = lines[i]!.trim()
    if (line.startsWith('>')) at = i
    else if (line) break
  }
  return at
}

function withoutSignature(lines: string[]) {
  const at = lines.findIndex((line) => line === '-- ' || line === '--' || phones.test(line.trim()))
  return at > 0 ? lines.slice(0, at) : lines
}
