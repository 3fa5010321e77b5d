import { clean } from '../ideas/idea.form.ts'
import { contactLimits } from './contact.form.ts'
import { partMail } from './mail-text.rules.ts'

const answers = /^\s*((re|r|aw|sv|fw|fwd|i|inoltra|rif|ris)\s*(\[\d{1,3}\])?\s*[:：]\s*)+/i
/** Our mails ask to write above a line of this kind, in whatever language. */
const line = /^[> \t]*## .{5,60} ##[ \t]*$/m

/** The subject of a mail as that of a case: without `Re:`, in one line; else how its text begins. */
export function subjectOf(subject: string, body: string) {
  const one = (text: string) => clean(text).replace(/\s+/g, ' ').trim()
  const own = one(subject).replace(answers, '') || one(body)
  return own.length > contactLimits.subject
    ? `${clean(own.slice(0, contactLimits.subject - 1))}…`
    : own
}

/** What a mail says, and what it quotes: signatures cut, and all below the line of ours quoted too. */
export function saidIn(text: string) {
  const { body, quoted } = partMail(clean(text))
  const at = body.search(line)
  if (at < 0 || !body.slice(0, at).trim()) return { body, quoted }
  return {
    body: body.slice(0, at).trim(),
    quoted: `${body.slice(at)}\n${quoted}`.trim(),
  }
}

const usual = {
  it: /\b(il|lo|gli|che|non|ho|di|del|della|per|con|sono|una|grazie|buongiorno|ciao|salve)\b/gi,
  en: /\b(the|and|is|are|was|have|has|not|of|to|for|with|you|my|thanks|hello|please)\b/gi,
}

/** The language that a text is written in, of those the house speaks; `otherwise` where one cannot tell. */
export function localeOfText(text: string, otherwise: 'it' | 'en'): 'it' | 'en' {
  const short = text.slice(0, 2_000)
  const [it, en] = [usual.it, usual.en].map((words) => short.match(words)?.length ?? 0)
  if (it === en) return otherwise
  return it! > en! ? 'it' : 'en'
}
