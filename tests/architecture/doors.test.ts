import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'

type Group = 'anyone' | 'members' | 'staff'

/** The modules of `routes.ts` under each "from here on" heading, then those of `staff-routes.ts`. */
function doors() {
  const found: { group: Group; file: string }[] = []
  let group: Group = 'anyone'
  const pages = ['app/routes.ts', 'app/staff-routes.ts'].map((page) => readFileSync(page, 'utf8'))
  for (const line of pages.join('\n').split('\n')) {
    const heading = /\/\/ .*\b(anyone|members|staff)\b/.exec(line)
    if (heading) group = heading[1] as Group
    for (const [, file] of line.matchAll(/'(routes\/[^']+\.tsx?)'/g))
      found.push({ group, file: `app/${file}` })
  }
  return found
}

// A voice is a member who may post: `requireVoice` asks for the member first.
const asks = /require(Member|Proof|Permission|Voice)\(/
// The decisions about somebody, and their data, are theirs even while they are suspended; nothing else is.
const concerned = /require(Concerned|OwnProof)\(/
const ofTheConcerned =
  /^app\/routes\/me\/(decisions(-one)?|privacy(-erase)?|proof)\.tsx$|^app\/routes\/me\/privacy-copy\.ts$/
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

const isDoor = (name: string) => name === 'loader' || name === 'action'

/** The functions of a module and of the server modules beside it that it names. */
function functionsAround(file: string) {
  const code = readFileSync(file, 'utf8')
  const beside = [...code.matchAll(/from '(\.\/[\w-]+\.server\.ts)'/g)].map(([, path]) =>
    readFileSync(join(dirname(file), path!), 'utf8'),
  )
  return { own: functionsOf(code), beside: beside.flatMap(functionsOf) }
}

/** Whether `loader` and `action` each pass one of the guards, themselves or through functions beside them. */
function isGuarded(file: string, guards: RegExp[]) {
  const { own, beside } = functionsAround(file)
  const passed = new Set<string>()
  const passes = (text: string) =>
    guards.some((guard) => guard.test(text)) ||
    [...passed].some((name) => new RegExp(`\\b${name}\\(`).test(text))
  // What calls a function that passes, passes: until nothing is added.
  for (let size = -1; size < passed.size;) {
    size = passed.size
    for (const { name, text } of [...beside, ...own])
      if (name && !isDoor(name) && passes(text)) passed.add(name)
  }
  return own
    .filter(({ name, text }) => isDoor(name) && !leadsToPublic.test(text))
    .every(({ text }) => passes(text))
}

test('[#43] every loader and action below "members" asks who knocks, below "staff" what they may do', () => {
  expect(doors().length).toBeGreaterThan(10)
  const guards = (group: Group, file: string) =>
    ofTheConcerned.test(file) ? [concerned] : opening[group]
  const unguarded = doors().filter(({ group, file }) => !isGuarded(file, guards(group, file)))
  expect(unguarded).toEqual([])
})

test('[#43] the guards that take a name of their own ask for the member first', () => {
  const guards = functionsAround('app/web/guard.server.ts').own
  for (const name of ['Concerned', 'Voice', 'Permission', 'Proof']) {
    const text = guards.find((guard) => guard.name === `require${name}`)?.text
    expect(text, name).toMatch(/await requireMember\(/)
  }
})

test('every door that sends people away for a while tells their programs for how long, too', () => {
  const waits = doors()
    .map(({ file }) => ({ file, code: readFileSync(file, 'utf8') }))
    .filter(({ code }) => /\btooMany\(/.test(code))
  expect(waits.length).toBeGreaterThan(3)
  const silent = waits.filter(({ code }) => !/actionHeaders\b.*=> actionHeaders$/m.test(code))
  expect(silent.map(({ file }) => file)).toEqual([])
})
