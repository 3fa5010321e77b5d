import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

type Group = 'anyone' | 'members' | 'staff'

/** The modules of `routes.ts` under each "from here on" heading. */
function doors() {
  const found: { group: Group; file: string }[] = []
  let group: Group = 'anyone'
  for (const line of readFileSync('app/routes.ts', 'utf8').split('\n')) {
    const heading = /\/\/ .*\b(anyone|members|staff)\b/.exec(line)
    if (heading) group = heading[1] as Group
    for (const [, file] of line.matchAll(/'(routes\/[^']+\.tsx?)'/g))
      found.push({ group, file: `app/${file}` })
  }
  return found
}

const asks = /require(Member|Proof|Permission)\(/
const may = /requirePermission\(/
// A script that saves by itself is told 401 instead of being led away.
const answers401 = /if \(!viewer\) return new Response\(null, \{ status: 401 \}\)/
const opening = { anyone: [/./], members: [asks, answers401], staff: [may] }

/** The functions of a module, by name, each with its text. */
const functionsOf = (code: string) =>
  code
    .split(/^(?=(?:export )?(?:default )?(?:async )?(?:function|const) )/m)
    .map((text) => ({ name: /(?:function|const) (\w+)/.exec(text)?.[1] ?? '', text }))

// A loader that only redirects, or shows a page that anyone may read: see the import it names.
const leadsToPublic = /^export const loader = (\(\) => redirect\(|ideaPage$)/m

/** Whether `loader` and `action` each pass one of the guards, themselves or through a function beside them. */
function isGuarded(code: string, guards: RegExp[]) {
  const all = functionsOf(code)
  const passes = (text: string) => guards.some((guard) => guard.test(text))
  const helpers = all.filter(({ text }) => passes(text)).map(({ name }) => name)
  const doors = all.filter(
    ({ name, text }) => /^(loader|action)$/.test(name) && !leadsToPublic.test(text),
  )
  return doors.every(
    ({ text }) => passes(text) || helpers.some((name) => text.includes(`${name}(`)),
  )
}

test('[#43] every loader and action below "members" asks who knocks, below "staff" what they may do', () => {
  expect(doors().length).toBeGreaterThan(10)
  const unguarded = doors().filter(
    ({ group, file }) => !isGuarded(readFileSync(file, 'utf8'), opening[group]),
  )
  expect(unguarded).toEqual([])
})

test('every door that sends people away for a while tells their programs for how long, too', () => {
  const waits = doors()
    .map(({ file }) => ({ file, code: readFileSync(file, 'utf8') }))
    .filter(({ code }) => /\btooMany\(/.test(code))
  expect(waits.length).toBeGreaterThan(3)
  const silent = waits.filter(({ code }) => !/actionHeaders\b.*=> actionHeaders$/m.test(code))
  expect(silent.map(({ file }) => file)).toEqual([])
})
