import { sql } from 'drizzle-orm'
import { largest } from './columns.ts'
import { type Read, rows, run, type Tx } from './database.server.ts'
import { isPostgres } from './dialect.ts'
import { matchOf, type Term } from './search.server.ts'

/** Puts the words of a case (already folded and stemmed) into the index, replacing what was there. */
export async function indexCaseWords(tx: Tx, number: number, words: string) {
  await dropCaseWords(tx, number)
  if (isPostgres)
    await run(
      tx,
      sql`insert into case_search (number, words) values (${number}, to_tsvector('simple', ${words}))`,
    )
  else await run(tx, sql`insert into case_search (rowid, words) values (${number}, ${words})`)
}

/** Takes a case out of the index; nothing happens where it was not in. */
export async function dropCaseWords(tx: Tx, number: number) {
  if (isPostgres) await run(tx, sql`delete from case_search where number = ${number}`)
  else await run(tx, sql`delete from case_search where rowid = ${number}`)
}

/**
 * The numbers of the cases that hold all of `terms`, the newest first, below `before` and no more than
 * `limit`. The words come folded; whatever they hold, they are quoted and cannot be read as query syntax.
 */
export async function casesHolding(
  db: Read,
  terms: Term[],
  { limit, before = largest }: { limit: number; before?: number },
): Promise<number[]> {
  const match = matchOf(terms)
  const found = await rows<{ number: number }>(
    db,
    isPostgres
      ? sql`select number from case_search
          where words @@ to_tsquery('simple', ${match}) and number < ${before}
          order by number desc limit ${limit}`
      : sql`select rowid as number from case_search
          where case_search match ${match} and rowid < ${before}
          order by rowid desc limit ${limit}`,
  )
  return found.map(({ number }) => Number(number))
}
