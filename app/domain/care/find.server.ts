import { and, desc, eq, isNotNull, lt } from 'drizzle-orm'
import { casesHolding } from '#db/case-search.server.ts'
import type { Read } from '#db/database.server.ts'
import { cases } from '#db/schema/care.ts'
import { people } from '#db/schema/identity.ts'
import type { Term } from '#db/search.server.ts'
import { searchOf } from '../ideas/idea-search.rules.ts'
import { casesOfNumbers, casesOnPage, type ListedCase } from './list.server.ts'
import { soughtIn } from './find.rules.ts'

/**
 * The cases that an agent looks for, the newest first: by number (`#1042`), by the whole address of
 * whoever wrote, else by words of what was said, noted, and of the name. `before` is the number after
 * which the page begins. What holds no word finds nothing.
 */
export async function findCases(db: Read, typed: string, before?: number) {
  const numbers = await numbersFor(db, typed, before)
  const rows: ListedCase[] = await casesOfNumbers(db, numbers.slice(0, casesOnPage))
  return { rows, next: numbers.length > casesOnPage ? numbers[casesOnPage - 1] : undefined }
}

async function numbersFor(db: Read, typed: string, before?: number): Promise<number[]> {
  const sought = soughtIn(typed)
  if (sought.number !== undefined)
    return sought.number < (before ?? Infinity) ? [sought.number] : []
  const page = { limit: casesOnPage + 1, before }
  if (sought.email) return writtenBy(db, sought.email, page)
  const terms = searchOf(typed)?.wanted.terms
  return terms ? holding(db, terms, page) : []
}

/**
 * Whole words first: every beginning of a word costs the index all words that begin so. Where they do
 * not fill the page, the last word may be half a one.
 */
async function holding(db: Read, terms: Term[], page: Page) {
  const whole = await casesHolding(db, terms.map(wholeOf), page)
  const last = terms.at(-1)!
  if (whole.length === page.limit || 'phrase' in last) return whole
  return casesHolding(db, [...terms.slice(0, -1).map(wholeOf), last], page)
}

const wholeOf = (term: Term): Term => ('phrase' in term ? term : { forms: term.forms })

type Page = { limit: number; before?: number }

/** The cases from an address: of the member whose it is, and of the mails that came from it. */
async function writtenBy(db: Read, email: string, { limit, before }: Page) {
  const [person] = await db
    .select({ id: people.id })
    .from(people)
    .where(eq(people.emailFolded, email))
  const of = [eq(cases.emailFolded, email), ...(person ? [eq(cases.personId, person.id)] : [])]
  const found = await Promise.all(
    of.map((from) =>
      db
        .select({ number: cases.number })
        .from(cases)
        .where(
          and(from, isNotNull(cases.confirmedAt), before ? lt(cases.number, before) : undefined),
        )
        .orderBy(desc(cases.number))
        .limit(limit),
    ),
  )
  const numbers = new Set(found.flat().map(({ number }) => number))
  return [...numbers].sort((one, other) => other - one).slice(0, limit)
}
