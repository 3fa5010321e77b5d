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

const opening = {
  anyone: /./,
  members: /require(Member|Proof|Permission)\(/,
  staff: /requirePermission\(/,
}

test('every door below "members" asks who knocks, and every door below "staff" what they may do', () => {
  expect(doors().length).toBeGreaterThan(10)
  const unguarded = doors().filter(({ group, file }) => {
    const code = readFileSync(file, 'utf8')
    const opens =
      /export (async )?(function|const) (loader|action)/.test(code) ||
      /export \{.*(loader|action)/.test(code)
    return opens && !opening[group].test(code)
  })
  expect(unguarded).toEqual([])
})

test('[#43] a guard stands in the loader and in the action alike', () => {
  const half = doors()
    .filter(({ group }) => group !== 'anyone')
    .filter(({ file }) => {
      const code = readFileSync(file, 'utf8')
      const hasBoth = /function loader/.test(code) && /function action/.test(code)
      return hasBoth && (code.match(/require(Member|Proof|Permission)\(/g) ?? []).length < 2
    })
  expect(half.map(({ file }) => file)).toEqual([])
})
