import { and, ne, sum } from 'drizzle-orm'
import { prepared, type Read, type Tx } from '#db/database.server.ts'
import { insertAll } from '#db/bulk.server.ts'
import { isAmong, isTupleAmong, listOf, tuplesOf, placeholder, plusGiven } from '#db/expressions.ts'
import { pointCounts } from '#db/schema/points.ts'

const target = [pointCounts.personId, pointCounts.rule, pointCounts.day]
const adding = { target, set: { times: plusGiven(pointCounts.times) } }

/** Somebody, by a rule, on a day. */
export type Counted = { personId: string; rule: string; day: string }

const isTheirs = () => isTupleAmong([pointCounts.personId, pointCounts.rule], 'pairs')

const onDays = (db: Read) => () =>
  db
    .select()
    .from(pointCounts)
    .where(and(isTheirs(), isAmong(pointCounts.day, 'days')))
    .prepare('counts_on_days')

const everSoFar = (db: Read) => () =>
  db
    .select({
      personId: pointCounts.personId,
      rule: pointCounts.rule,
      times: sum(pointCounts.times).mapWith(Number),
    })
    .from(pointCounts)
    .where(and(isTheirs(), ne(pointCounts.day, placeholder('noDay'))))
    .groupBy(pointCounts.personId, pointCounts.rule)
    .prepare('counts_ever')

/**
 * How often rules have paid some people, on some days and ever; what is paid meanwhile is added with
 * `add`, and written with `keep`. What was taken back stays counted: nobody gets a second try.
 */
export class Counts {
  readonly #known = new Map<string, number>()
  readonly #added = new Map<string, Counted & { times: number }>()

  /** What has been counted of those who are `asked` for; ever, of those rules only that `isLimited` names. */
  static async of(db: Read, asked: Counted[], isLimited: (rule: string) => boolean) {
    const counts = new Counts()
    if (!asked.length) return counts
    const days = listOf([...new Set(asked.map(({ day }) => day))])
    const list = { pairs: tuplesOf(asked.map(pairOf)), days }
    for (const row of await prepared(db, 'counts_on_days', onDays(db)).execute(list))
      counts.#known.set(nameOf(row), row.times)
    const limited = asked.filter(({ rule }) => isLimited(rule))
    for (const row of await timesEver(db, limited)) counts.#known.set(everOf(row), row.times)
    return counts
  }

  times = (of: Counted) => ({
    timesToday: this.#known.get(nameOf(of)) ?? 0,
    timesEver: this.#known.get(everOf(of)) ?? 0,
  })

  add({ personId, rule, day }: Counted) {
    const name = nameOf({ personId, rule, day })
    const ever = everOf({ personId, rule })
    this.#known.set(name, (this.#known.get(name) ?? 0) + 1)
    this.#known.set(ever, (this.#known.get(ever) ?? 0) + 1)
    const added = this.#added.get(name)
    if (added) added.times++
    else this.#added.set(name, { personId, rule, day, times: 1 })
  }

  async keep(tx: Tx) {
    await insertAll(tx, pointCounts, [...this.#added.values()], adding)
  }
}

const pairOf = ({ personId, rule }: Pick<Counted, 'personId' | 'rule'>) => [personId, rule]
const nameOf = ({ personId, rule, day }: Counted) => `${personId} ${rule} ${day}`
const everOf = ({ personId, rule }: Pick<Counted, 'personId' | 'rule'>) => `${personId} ${rule}`

/** How often rules have paid people since the house began: the sum of all days. */
export async function timesEver(db: Read, of: Pick<Counted, 'personId' | 'rule'>[]) {
  if (!of.length) return []
  // Databases of older versions kept that sum too, as of a day without a name.
  const list = { pairs: tuplesOf(of.map(pairOf)), noDay: '' }
  return prepared(db, 'counts_ever', everSoFar(db)).execute(list)
}
