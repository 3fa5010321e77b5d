import { folded } from '../ideas/words.rules.ts'

/** What stands where personal data was taken out, for a person to look at and write anew. */
export const gap = '[…]'

const shortestName = 3

// What repeats has an end: a text that somebody made for it would keep the house busy otherwise.
const personal: RegExp[] = [
  /[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+/g,
  /\bhttps?:\/\/\S+/gi,
  /\b[A-Z]{2}\d{2}(?:[ ]?[A-Z0-9]{4}){3,7}(?:[ ]?[A-Z0-9]{1,4})?\b/g,
  /\b[A-Z]{6}\d{2}[A-Z]\d{2}[A-Z]\d{3}[A-Z]\b/gi,
  /\b(?:via|viale|piazza|corso|largo|vicolo|strada|street|road|avenue)\s+[\p{L}'’. ]{2,40}?,?\s*\d{1,4}(?:\/?[a-z])?\b(?:,?\s*\d{5})?/giu,
  /(?:n\.?\s?|nr\.?\s?|n°\s?|#|lotto\s|lot\s|batch\s|ordine\s|order\s)\s{0,3}[A-Z]{0,8}\d[\w/-]{3,}/gi,
  /(?:\+|00)?\d[\d\s./-]{7,}\d/g,
]

const greeting =
  /^\s*(?:ciao|buongiorno|buonasera|salve|gentile|gent\.(?:mo|ma)|cara|caro|egregio|dear|hello|hi|good (?:morning|afternoon|evening))\b[^\n]{0,60}[,.:!]?\s*\n/i
const farewell =
  /\n[^\S\n]*(?:un caro saluto|cordiali saluti|cari saluti|distinti saluti|saluti|a presto|buona giornata|grazie e (?:saluti|buona giornata)|kind regards|best regards|best wishes|regards|yours)\b[\s\S]*$/i

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/**
 * A text of a case as it may begin an answer for everybody: without greeting and signature, and with
 * gaps where addresses, numbers and the `names` of who wrote stood. A person still has to look.
 */
export function withoutPersonalData(text: string, names: string[]) {
  const body = `${text}\n`.replace(greeting, '').replace(farewell, '').trim()
  const bare = personal.reduce((rest, kind) => rest.replace(kind, gap), body)
  return namesOf(names).reduce((rest, name) => rest.replace(name, gap), bare)
}

function namesOf(names: string[]) {
  const parts = names.flatMap((name) => name.split(/\s+/)).filter(isName)
  return [...new Set(parts)].map(
    (name) => new RegExp(`(?<!\\p{L})${escaped(name)}(?!\\p{L})`, 'giu'),
  )
}

const isName = (part: string) => folded(part).length >= shortestName
