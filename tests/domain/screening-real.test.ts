import { existsSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { bandsOf, nearlySame, resemblance, shinglesOf } from '#app/domain/moderation/print.rules.ts'
import { patternOf, WordList } from '#app/domain/moderation/word.rules.ts'

const folder = process.env.REAL_DATA ?? '../shared/data'
const file = (name: string) => `${folder}/${name}`
const isThere = existsSync(file('madrid-debate-comments.csv.gz'))

const most = 2_500
const textsOf = (name: string, column: string) =>
  rowsOf(name)
    .map((row) => row[column] ?? '')
    .filter(Boolean)

function rowsOf(name: string) {
  const bytes = readFileSync(file(name))
  const text = (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')
  return parse(text, {
    columns: true,
    bom: true,
    relax_quotes: true,
    relax_column_count: true,
    to: most,
  }) as Record<string, string>[]
}

type Said = { author: string; text: string }

/** Which comments are nearly the same as one of somebody else, as the house finds them; and how many it compared. */
function copiesAmong(all: Said[]) {
  const shelves = new Map<string, number[]>()
  const shingles = all.map(({ text }) => shinglesOf(text))
  const isOther = (one: number, other: number) => all[one]!.author !== all[other]!.author
  let [compared, copies] = [0, 0]
  for (const [i, own] of shingles.entries()) {
    const near = new Set<number>()
    for (const band of bandsOf(own)) {
      const shelf = shelves.get(band) ?? []
      for (const other of shelf) near.add(other)
      shelves.set(band, [...shelf, i])
    }
    compared += near.size
    const alike = [...near].filter((one) => resemblance(own, shingles[one]!) >= nearlySame)
    if (alike.some((one) => isOther(one, i))) copies++
  }
  return { copies, compared, long: shingles.filter(({ size }) => size > 0).length }
}

test.skipIf(!isThere)(
  'among the comments of real people hardly any is nearly the same as somebody else’s, and few are compared',
  () => {
    const said = rowsOf('madrid-proposal-comments.csv.gz').map(({ author_id, text = '' }) => ({
      author: author_id ?? '',
      text,
    }))
    const { copies, compared, long } = copiesAmong(said)
    expect(long).toBeGreaterThan(1_000)
    expect(copies / long).toBeLessThan(0.002)
    expect(compared / long).toBeLessThan(5)
  },
  60_000,
)

test.skipIf(!isThere)(
  'real comments that were changed a little are found again',
  () => {
    const texts = textsOf('madrid-debate-comments.csv.gz', 'body').slice(0, 500)
    const long = texts.filter((text) => shinglesOf(text).size > 80)
    const changed = (text: string, i: number) => {
      const words = text.split(' ')
      words[i % words.length] = 'otra'
      return `${words.join(' ').toUpperCase()} gracias`
    }
    const found = long.filter((text, i) => {
      const [one, other] = [shinglesOf(text), shinglesOf(changed(text, i))]
      const bands = new Set(bandsOf(one))
      return bandsOf(other).some((band) => bands.has(band)) && resemblance(one, other) >= nearlySame
    })
    expect(found.length / long.length).toBeGreaterThan(0.97)
  },
  60_000,
)

/** Short words that real words are full of, and some that real people do write. */
const words = [
  'ass',
  'cunt',
  'culo',
  'cazzo',
  'merda',
  'pene',
  'ano',
  'stronz*',
  'fuck',
  'shit',
  'puta',
  'mierda',
  'coño',
]

test.skipIf(!isThere)(
  'in real texts the list finds words that are there, and nothing else',
  () => {
    const list = new WordList(
      words.map((word) => ({ word, pattern: patternOf(word), severity: 2 })),
    )
    const texts = [
      ...textsOf('madrid-debate-comments.csv.gz', 'body'),
      ...textsOf('it-terremoto-segnalazioni.csv.gz', 'descrizione'),
      ...textsOf('food-reviews.csv', 'Text'),
    ]
    const plain = new RegExp(
      `(?<![\\p{L}\\p{N}])(${words.join('|').replace('stronz*', 'stronz\\p{L}*')})(?![\\p{L}\\p{N}])`,
      'iu',
    )
    const looked = texts.map((text) => ({
      isFound: list.in(text).length > 0,
      isPlain: plain.test(text.normalize('NFC')),
    }))
    const missed = looked.filter(({ isFound, isPlain }) => isPlain && !isFound)
    const disguised = looked.filter(({ isFound, isPlain }) => isFound && !isPlain)
    expect(missed).toEqual([])
    expect(disguised.length / texts.length).toBeLessThan(0.001)
  },
  60_000,
)
