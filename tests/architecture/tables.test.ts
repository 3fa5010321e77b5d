import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { expect, test } from 'vitest'
import { filesIn } from '#tests/files.ts'

/** Which slices of the domain may write the tables of each schema file. */
const owners: Record<string, string[]> = {
  activity: ['activity'],
  appeals: ['appeals'],
  boards: ['points'],
  care: ['care'],
  'care-clocks': ['care'],
  'care-desk': ['care'],
  'care-mail': ['care'],
  'care-outcomes': ['care'],
  comments: ['comments'],
  counters: ['ideas', 'care'],
  dossiers: ['dossiers'],
  faq: ['faq'],
  follows: ['follows'],
  ideas: ['ideas'],
  identity: ['identity'],
  jobs: ['jobs'],
  mentions: ['mentions'],
  merges: ['merges'],
  moderation: ['moderation'],
  'moderation-watch': ['moderation'],
  notifications: ['notifications'],
  points: ['points'],
  privacy: ['privacy'],
  'point-desk': ['points'],
  promises: ['promises'],
  realised: ['realised'],
  rewards: ['rewards'],
  rounds: ['rounds'],
  site: ['site', 'audit'],
  thanks: ['thanks'],
  votes: ['votes'],
  workflow: ['workflow'],
}

test('a slice writes only its own tables', () => {
  const ownersOf = new Map<string, string[]>()
  for (const file of filesIn('db/schema', /\.ts$/))
    for (const [, name] of readFileSync(file, 'utf8').matchAll(/export const (\w+) = table\(/g))
      ownersOf.set(name!, owners[basename(file, '.ts')] ?? [])

  const trespasses = []
  for (const file of [...filesIn('app', /\.tsx?$/), ...filesIn('commands', /\.ts$/)]) {
    const slice = /^app\/domain\/(\w+)/.exec(file)?.[1] ?? ''
    for (const [act, , name] of readFileSync(file, 'utf8').matchAll(
      /\.(insert|update|delete)\((\w+)\)/g,
    ))
      if (ownersOf.has(name!) && !ownersOf.get(name!)!.includes(slice))
        trespasses.push(`${file}: ${act}`)
  }
  expect(ownersOf.size).toBeGreaterThan(20)
  expect(trespasses).toEqual([])
})
