import { asc, eq } from 'drizzle-orm'
import { newId } from '#db/columns.ts'
import { prepared, type Read, type Tx } from '#db/database.server.ts'
import { heldWords } from '#db/schema/moderation-watch.ts'
import { audit } from '../audit/audit.server.ts'
import { may, type Person } from '../identity/viewer.rules.ts'
import { patternOf, WordList } from './word.rules.ts'

const every = (db: Read) => () =>
  db
    .select({
      id: heldWords.id,
      word: heldWords.word,
      pattern: heldWords.pattern,
      severity: heldWords.severity,
    })
    .from(heldWords)
    .orderBy(asc(heldWords.pattern))
    .prepare('held_words')

/** The words that hold a post, in alphabetic order of how they are looked for. */
export const heldWordList = (db: Read) => prepared(db, 'held_words', every(db)).execute()

let ready: { of: string; list: WordList } | undefined

/** The words of the list that a text holds, the gravest first. */
export async function wordsHeldIn(db: Read, text: string) {
  const words = await heldWordList(db)
  // Sorting the list anew costs more than reading it.
  const of = words.map(({ pattern, severity }) => `${pattern} ${severity}`).join('\n')
  if (ready?.of !== of) ready = { of, list: new WordList(words) }
  return ready.list.in(text)
}

const most = 2_000

/**
 * Puts words on the list, those that it has already with a new severity. Answers how many there were
 * to put there; `too-many` where the list would be longer than 2,000, nothing written; `not-allowed`.
 */
export async function holdWords(
  tx: Tx,
  moderator: Person,
  words: string[],
  severity: number,
): Promise<number | 'too-many' | 'not-allowed'> {
  if (!may(moderator, 'moderation.rules')) return 'not-allowed'
  const fresh = new Map(
    words.flatMap((word) => {
      const pattern = patternOf(word).slice(0, 100)
      return pattern ? [[pattern, word.trim().slice(0, 100)] as const] : []
    }),
  )
  if ((await tx.$count(heldWords)) + fresh.size > most) return 'too-many'
  for (const [pattern, word] of fresh)
    await tx
      .insert(heldWords)
      .values({ id: newId(), word, pattern, severity, addedBy: moderator.id })
      .onConflictDoUpdate({ target: heldWords.pattern, set: { severity } })
  const facts = { subject: 'held-words', added: [...fresh.values()], severity }
  if (fresh.size) await audit(tx, moderator.id, 'moderation.words-held', facts)
  return fresh.size
}

/** Takes a word off the list: `freed`, `not-there`, or `not-allowed`. */
export async function freeWord(tx: Tx, moderator: Person, id: string) {
  if (!may(moderator, 'moderation.rules')) return 'not-allowed'
  const [word] = await tx.delete(heldWords).where(eq(heldWords.id, id)).returning()
  if (!word) return 'not-there'
  const facts = { subject: 'held-words', word: word.word }
  await audit(tx, moderator.id, 'moderation.word-freed', facts)
  return 'freed'
}
