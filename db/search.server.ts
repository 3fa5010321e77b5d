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

const pagesAtOnce = 200

/**
 * Merges the parts in which the index was written, 200 pages at most, so that nobody waits long for
 * the next write; answers whether there is more. `begins` takes in all that was written until now.
 * SQLite looks a word up in every part: in one it is found in half the time; and the words of what was
 * taken out are gone only then. PostgreSQL merges its own.
 */
export async function mergeWords(
  tx: Tx,
  begins: boolean,
  index: 'ideas' | 'cases' = 'ideas',
): Promise<boolean> {
  if (isPostgres) return false
  const into =
    index === 'ideas' ? sql`idea_search (idea_search, rank)` : sql`case_search (case_search, rank)`
  const changes = async () =>
    (await rows<{ n: number }>(tx, sql`select total_changes() as n`))[0]!.n
  const before = await changes()
  const pages = begins ? -pagesAtOnce : pagesAtOnce
  await run(tx, sql`insert into ${into} values ('merge', ${pages})`)
  return (await changes()) - before >= 2
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

function tsTerm(term: Term, label = '') {
  const lexemes = (words: string[]) => words.map((word) => lexeme(word) + label)
  if ('phrase' in term) return `(${lexemes(term.phrase).join(' <-> ')})`
  const beginning = term.prefix ? [`${lexeme(term.prefix)}:*${label.slice(1)}`] : []
  return `(${[...lexemes(term.forms), ...beginning].join(' | ')})`
}

/** What asks an index for all of `terms`: whatever they hold, none of it is read as syntax. */
export const matchOf = (terms: Term[]) =>
  isPostgres ? terms.map((term) => tsTerm(term)).join(' & ') : terms.map(ftsTerm).join(' AND ')

const mostLookedAt = 5_000

/** What narrows a search by columns of `ideas`, and how many numbers it answers at most. */
type Narrow = { where: SQL; limit: number }

/**
 * The numbers of ideas that match: those with all of it in the title first, then the warmest. The
 * words of `wanted` come folded; whatever they hold, they are quoted and cannot be read as query
 * syntax. Of more than `limit` such ideas, the newest are meant; no more than 5,000 are looked at.
 */
export const matchingNumbers = (db: Read, wanted: Wanted, narrow: Narrow) =>
  numbersOf(db, isPostgres ? onPostgres(wanted, narrow) : onSqlite(wanted, narrow))

/**
 * The numbers of ideas with some of `terms` in their titles, those with the most first. Of each
 * term the newest `each` ideas are looked at.
 */
export const sharingNumbers = (
  db: Read,
  terms: Term[],
  { each, ...narrow }: Narrow & { each: number },
) =>
  numbersOf(
    db,
    isPostgres ? sharingOnPostgres(terms, narrow) : sharingOnSqlite(terms, narrow, each),
  )

async function numbersOf(db: Read, query: SQL) {
  const found = await rows<{ number: number }>(db, query)
  return found.map(({ number }) => Number(number))
}

// Not by bm25: it counts every idea that holds a word before it weighs the first.
const newest = (match: string, { where, limit }: Narrow, titled = 0) =>
  sql`select * from (select ideas.number as number, ideas.hot as hot, ${titled} as titled from (
      select rowid as number from idea_search where idea_search match ${match}
      order by rowid desc limit ${mostLookedAt}) as found
    cross join ideas on ideas.number = found.number where ${where} limit ${limit}) as found`

function onSqlite({ terms, joined }: Wanted, narrow: Narrow) {
  const match = terms.map(ftsTerm).join(joined === 'and' ? ' AND ' : ' OR ')
  return sql`select number from (
      ${newest(`{title} : (${match})`, narrow, 1)} union all ${newest(match, narrow)}) as found
    group by number order by max(titled) desc, max(hot) desc, number desc limit ${narrow.limit}`
}

function sharingOnSqlite(terms: Term[], { where, limit }: Narrow, each: number) {
  const ofEach = terms.map((term) => newest(`{title} : ${ftsTerm(term)}`, { where, limit: each }))
  return sql`select number from (${sql.join(ofEach, sql` union all `)}) as found
    group by number order by count(*) desc, number desc limit ${limit}`
}

function onPostgres({ terms, joined }: Wanted, narrow: Narrow) {
  return ranked(terms.map((term) => tsTerm(term)).join(joined === 'and' ? ' & ' : ' | '), narrow)
}

const sharingOnPostgres = (terms: Term[], narrow: Narrow) =>
  ranked(terms.map((term) => tsTerm(term, ':A')).join(' | '), narrow)

function ranked(match: string, { where, limit }: Narrow) {
  const found = sql`select number, words from idea_search
    where words @@ to_tsquery('simple', ${match}) order by number desc limit ${mostLookedAt}`
  return sql`select ideas.number as number from (${found}) as found
    join ideas on ideas.number = found.number where ${where}
    order by ts_rank(found.words, to_tsquery('simple', ${match})) desc, ideas.number desc
    limit ${limit}`
}
