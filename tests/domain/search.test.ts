import fc from 'fast-check'
import { expect, test } from 'vitest'
import { highlighted } from '#app/domain/ideas/excerpt.rules.ts'
import { searchOf } from '#app/domain/ideas/idea-search.rules.ts'
import { searchIdeas } from '#app/domain/ideas/idea-search.server.ts'
import { placeIdea, publishIdea } from '#app/domain/ideas/publish.server.ts'
import { relatedIdeas, similarIdeas } from '#app/domain/ideas/similar.server.ts'
import { db, transaction } from '#db/database.server.ts'
import { moves } from '#db/schema/workflow.ts'
import { mergeWords } from '#db/search.server.ts'
import { quickest } from '#tests/measured.ts'
import { world } from '#tests/world.ts'

const texts = {
  tin: ['Una scatola di latta da riempire', 'Porto la scatola e la riempio di fette biscottate.'],
  rolls: ['Panini caldi la sera', 'Nella città vecchia i panini finiscono alle sei.'],
  milk: ['Lo yogurt dell’allevamento qui vicino', 'Perché comprarlo lontano? È più buono.'],
  loaf: ['Half loaves for people living alone', 'A baker could bake smaller loaves on weekdays.'],
} satisfies Record<string, [string, string]>

const bakery = async () => {
  const people = await world()
  const ideas = await transaction(async (tx) => {
    const made: Record<string, Awaited<ReturnType<typeof publishIdea>>> = {}
    for (const [name, [title, body]] of Object.entries(texts))
      made[name] = await publishIdea(tx, people.ann, {
        title,
        body,
        categoryId: 'products',
        tags: name === 'milk' ? ['filiera'] : [],
      })
    return made as Record<keyof typeof texts, Awaited<ReturnType<typeof publishIdea>>>
  })
  return { ...people, ...ideas }
}
const { ann, tin, rolls, milk, loaf, refillStation } = await bakery()

const numbersOf = async (q: string) =>
  (await searchIdeas(db, q, {})).ideas.map(({ number }) => number)

test('a word is found by its forms, its beginning, and without its accents and case', async () => {
  expect(await numbersOf('panino')).toEqual([rolls.number])
  expect(await numbersOf('CITTA')).toEqual([rolls.number])
  expect(await numbersOf('biscott')).toEqual([tin.number])
  expect(await numbersOf('allevamenti')).toEqual([milk.number])
  expect(await numbersOf('weekday')).toEqual([loaf.number])
  expect(await numbersOf('filiera')).toEqual([milk.number])
  expect(await numbersOf('bakery cathedral')).not.toContain(tin.number)
})

test('all the words are wanted; when no idea has them all, some are enough, and it is said', async () => {
  expect(await numbersOf('scatola di latta')).toEqual([tin.number])
  expect((await searchIdeas(db, 'scatola yogurt', {})).joined).toBe('or')
  expect(new Set(await numbersOf('scatola yogurt'))).toEqual(new Set([tin.number, milk.number]))
  expect(await numbersOf('qwerty asdfgh')).toEqual([])
})

test('words in quotes are found as they stand, in a row', async () => {
  expect(await numbersOf('"fette biscottate"')).toEqual([tin.number])
  expect(await numbersOf('“smaller loaves”')).toEqual([loaf.number])
  expect(await numbersOf('"biscottate fette"')).toEqual([])
})

test('filters narrow a search too', async () => {
  const found = async (filters: Parameters<typeof searchIdeas>[2]) =>
    (await searchIdeas(db, 'scatola', filters)).total
  expect(await found({ category: 'products' })).toBe(1)
  expect(await found({ category: 'packaging' })).toBe(0)
  expect(await found({ author: ann.handle, status: 'voting' })).toBe(1)
  expect(await found({ answered: true })).toBe(0)
  expect(await found({ tag: 'filiera' })).toBe(0)
})

test('the words that were sought are marked where they first stand, and the text is whole', () => {
  const far = `${'Parole che non c’entrano. '.repeat(30)}Poi la **scatola** di latta.`
  const parts = highlighted(far, searchOf('scatole')!.sought)
  expect(parts.filter(({ hit }) => hit).map(({ text }) => text)).toEqual(['scatola'])
  expect(parts[0]!.text.startsWith('…')).toBe(true)
  const whole = highlighted('Una città, due CITTÀ', searchOf('citta')!.sought)
  expect(whole.map(({ text }) => text).join('')).toBe('Una città, due CITTÀ')
  expect(whole.filter(({ hit }) => hit).map(({ text }) => text)).toEqual(['città', 'CITTÀ'])
})

test('similar ideas are told while a title is typed, the refused ones with the reason', async () => {
  const refused = await transaction(async (tx) => {
    const idea = await publishIdea(tx, ann, {
      title: 'Una scatola di latta con il mio nome',
      body: 'Incisa a mano, una per famiglia, da portare in negozio.',
      categoryId: 'products',
      tags: [],
    })
    const note = 'Costa troppo inciderle una a una.'
    const move = { fromStatus: 'voting', toStatus: 'declined', team: 'Forno', reason: 'too_costly' }
    await tx.insert(moves).values({ ...move, ideaId: idea.id, note })
    return (await placeIdea(tx, idea, { status: 'declined', place: 'board' }, []))!
  })
  const like = await similarIdeas(db, 'Le scatole di latta in negozio', { limit: 5 })
  expect(like.map(({ number }) => number).sort()).toEqual([tin.number, refused.number].sort())
  expect(like.find(({ number }) => number === refused.number)).toMatchObject({
    lastReason: 'Costa troppo inciderle una a una.',
    stage: { id: 'declined' },
  })
  const rest = await similarIdeas(db, 'Le scatole di latta', { limit: 5, except: tin.number })
  expect(rest.map(({ number }) => number)).toEqual([refused.number])
  expect(await similarIdeas(db, 'di la e', { limit: 5 })).toEqual([])
  expect((await relatedIdeas(db, refused)).map(({ number }) => number)).toEqual([tin.number])
})

test('[#48] a hidden idea is neither found nor similar nor related', async () => {
  const hidden = await transaction(async (tx) => {
    const idea = await publishIdea(tx, ann, {
      title: 'Unicorno di marzapane segretissimo',
      body: 'Una storia che non deve uscire da qui, mai.',
      categoryId: 'products',
      tags: ['segreto'],
    })
    return (await placeIdea(tx, idea, { status: 'hidden', place: 'private' }, ['segreto']))!
  })
  for (const q of ['unicorno', 'marzapane segretissimo', '"unicorno di marzapane"', 'segreto'])
    expect(await numbersOf(q)).toEqual([])
  expect(await similarIdeas(db, hidden.title, { limit: 9 })).toEqual([])
  expect(await relatedIdeas(db, { number: 0, title: hidden.title })).toEqual([])
  expect((await searchIdeas(db, 'unicorno', { status: 'hidden' })).total).toBe(0)
})

const syntax = [
  '"',
  "'",
  '*',
  '(',
  ')',
  ':',
  '^',
  '-',
  '+',
  'NEAR',
  'AND',
  'OR',
  'NOT',
  '<->',
  '&',
  '|',
  '!',
  '\\',
  '%',
  '_',
  ';--',
  '\u0000',
  '🥖',
  '\ud800',
  'refill',
  'è',
]

test('[#11] nothing that may be typed breaks the search', async () => {
  const typed = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.array(fc.constantFrom(...syntax), { maxLength: 12 }).map((bits) => bits.join(' ')),
    fc.array(fc.constantFrom(...syntax), { maxLength: 12 }).map((bits) => bits.join('')),
  )
  await fc.assert(
    fc.asyncProperty(typed, async (q) => {
      const found = await searchIdeas(db, q, {})
      expect(found.total).toBeGreaterThanOrEqual(0)
      await similarIdeas(db, q, { limit: 3 })
    }),
    { numRuns: 150 },
  )
})

test('[#11] ten thousand characters are searched as fast as two hundred', async () => {
  const long = ['a '.repeat(5_000), '"'.repeat(10_000), 'x'.repeat(10_000), '🥖'.repeat(5_000)]
  const searchAll = async () => {
    for (const q of long) expect((await searchIdeas(db, q, {})).total).toBeGreaterThanOrEqual(0)
  }
  expect(await quickest(searchAll)).toBeLessThan(2_000)
  expect(await numbersOf('refill station '.repeat(100))).toEqual([refillStation.number])
})

test('merging the index, a little at a time, ends, and finds what was found before', async () => {
  const before = await numbersOf('scatola')
  const merge = (begins: boolean) => transaction((tx) => mergeWords(tx, begins))
  let steps = 0
  for (let begins = true; await merge(begins); begins = false) expect(++steps).toBeLessThan(100)
  expect(await numbersOf('scatola')).toEqual(before)
  expect(before.length).toBeGreaterThan(0)
  expect(await merge(true)).toBe(false)
})
