import { sql, type SQL } from 'drizzle-orm'
import { type Read, rows, run, type Tx } from './database.server.ts'
import { isPostgres } from './dialect.ts'

/** One wish of a search: any of `forms` as a whole word, or a word that begins with `prefix`; or words in a row. */
export type Term = { forms: string[]; prefix?: string } | { phrase: string[] }
export type Wanted = { terms: Term[]; joined: 'and' | 'or' }

/** Puts an idea's words (already folded and stemmed, apart by blanks) into the index, replacing what was there. */
export async function indexWords(tx: Tx, number: number, title: string, body: string) {
  await dropWords(tx, number)
  if (isPostgres)
    await run(
      tx,
      sql`insert into idea_search (number, words) values (${number},
        setweight(to_tsvector('simple', ${title}), 'A') || setweight(to_tsvector('simple', ${body}), 'D'))
       `,
    )
  else
    await run(
      tx,
      sql`insert into idea_search (rowid, title, body) values (${number}, ${title}, ${body})`,
    )
}

/** Takes an idea out of the index; nothing happens where it was not in. */
export async function dropWords(tx: Tx, number: number) {
  if (isPostgres) await run(tx, sql`delete from idea_search where number = ${number}`)
  else await run(tx, sql`delete from idea_search where rowid = ${number}`)
}

/** The numbers above `after` and up to `last` that the index holds, ascending. */
export async function indexedNumbers(db: Read, after: number, last: number): Promise<number[]> {
  const column = isPostgres ? sql`number` : sql`rowid`
  const found = await rows<{ number: number }>(
    db,
    sql`select ${column} as number from idea_search
      where ${column} > ${after} and ${column} <= ${last} order by ${column}`,
  )
  return found.map(({ number }) => Number(number))
}

const quoted = (word: string) => `"${word.replaceAll('"', '')}"`
const lexeme = (word: string) => `'${word.replace(/['\\]/g, '')}'`

function ftsTerm(term: Term) {
  if ('phrase' in term) return quoted(term.phrase.join(' '))
  return `(${[...term.forms.map(quoted), ...(term.prefix ? [`${quoted(term.prefix)}*`] : [])].join(' OR ')})`
}

function tsTerm(term: Term) {
  if ('phrase' in term) return `(${term.phrase.map(lexeme).join(' <-> ')})`
  return `(${[...term.forms.map(lexeme), ...(term.prefix ? [`${lexeme(term.prefix)}:*`] : [])].join(' | ')})`
}

// Ranking costs a look at each idea: of words that almost every idea holds, the newest are ranked.
const mostLookedAt = 5_000

/**
 * The numbers of ideas that match, best first. `where` narrows by columns of `ideas`. The words of
 * `wanted` come folded; whatever they hold, they are quoted and cannot be read as query syntax. Of
 * more than 5,000 ideas with these words, the newest 5,000 are looked at.
 */
export async function matchingNumbers(
  db: Read,
  wanted: Wanted,
  { where, limit, offset = 0 }: { where: SQL; limit: number; offset?: number },
): Promise<number[]> {
  const query = isPostgres ? onPostgres(wanted, where) : onSqlite(wanted, where)
  const found = await rows<{ number: number }>(db, sql`${query} limit ${limit} offset ${offset}`)
  return found.map(({ number }) => Number(number))
}

function onSqlite({ terms, joined }: Wanted, where: SQL) {
  const match = terms.map(ftsTerm).join(joined === 'and' ? ' AND ' : ' OR ')
  const found = sql`select rowid as number, bm25(idea_search, 6.0, 1.0) as distance from idea_search
    where idea_search match ${match} order by rowid desc limit ${mostLookedAt}`
  return sql`select ideas.number as number from (${found}) as found
    cross join ideas on ideas.number = found.number where ${where} order by found.distance`
}

function onPostgres({ terms, joined }: Wanted, where: SQL) {
  const match = terms.map(tsTerm).join(joined === 'and' ? ' & ' : ' | ')
  const found = sql`select number, words from idea_search
    where words @@ to_tsquery('simple', ${match}) order by number desc limit ${mostLookedAt}`
  return sql`select ideas.number as number from (${found}) as found
    join ideas on ideas.number = found.number where ${where}
    order by ts_rank(found.words, to_tsquery('simple', ${match})) desc, ideas.number desc`
}
