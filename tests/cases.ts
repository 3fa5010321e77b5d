import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const folder = new URL('.', import.meta.url).pathname
const last = 165
/** Cases of things that Granaio does not have yet; each leaves this list with the thing itself. */
const notYet = new Map([
  ['surveys, quizzes and campaigns', [97, 105, 108, 110]],
  ['tokens of an API, webhooks and single sign-on', [33, 34, 35, 36, 54, 76, 77, 78]],
  ['one-time codes, second factors and invitations', [29, 37, 38]],
])

/** What `npm run check` holds, without a test of its own. */
const held = new Map([[148, 'npm run check:layers, npm run check:unused']])

const isTest = (name: string) => /\.(test|spec)\.ts$/.test(name) || name.startsWith('chaos/')

/** Where each case is covered: the numbers in the titles of tests, as in `[#13]` or `[#12 #13]`. */
function coverage() {
  const covered = new Map<number, Set<string>>()
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(isTest))
    for (const [bracket] of readFileSync(join(folder, name), 'utf8').matchAll(/\[#[\d #]+\]/g))
      for (const [, number] of bracket.matchAll(/#(\d+)/g)) {
        const places = covered.get(Number(number)) ?? new Set()
        covered.set(Number(number), places.add(name))
      }
  return covered
}

const covered = coverage()
for (const [number, where] of held) covered.set(number, new Set([where]))
const all = Array.from({ length: last }, (_, i) => i + 1)
for (const number of all.filter((n) => covered.has(n)))
  console.log(`#${number}`.padEnd(6), [...covered.get(number)!].join(', '))

const later = [...notYet.values()].flat()
const missing = all.filter((n) => !covered.has(n) && !later.includes(n))
console.log(`\nCovered: ${covered.size} of ${last}.`)
console.log(`Not yet covered: ${missing.map((n) => `#${n}`).join(' ')}`)
for (const [what, numbers] of notYet)
  console.log(
    `Waiting for ${what}: ${numbers
      .filter((n) => !covered.has(n))
      .map((n) => `#${n}`)
      .join(' ')}`,
  )
