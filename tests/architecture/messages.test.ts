import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { resources } from '#app/messages/resources.ts'
import { filesIn } from '#tests/files.ts'

type Tree = { [key: string]: string | Tree }

const plural = /_(zero|one|two|few|many|other)$/

function keys(tree: Tree, path = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[path + key, value] as [string, string]]
      : keys(value, `${path}${key}.`),
  )
}
const all = (locale: 'it' | 'en') => keys(resources[locale] as unknown as Tree)
const stems = (locale: 'it' | 'en') => new Set(all(locale).map(([key]) => key.replace(plural, '')))

test('[#165] Italian and English say the same things', () => {
  expect([...stems('it')].filter((key) => !stems('en').has(key))).toEqual([])
  expect([...stems('en')].filter((key) => !stems('it').has(key))).toEqual([])
})

test('no message is empty, and both languages use the same values', () => {
  const values = (text: string) =>
    [...text.matchAll(/\{\{\s*(\w+)/g)]
      .map(([, name]) => name)
      .sort()
      .join()
  const english = new Map(all('en'))
  const odd = all('it').filter(([key, text]) => {
    const other = english.get(key)
    return (
      !text.trim() || (other !== undefined && values(other) !== values(text) && !plural.test(key))
    )
  })
  expect(odd).toEqual([])
})

test('Italian has typographic apostrophes and no exclamation marks', () => {
  const straight = all('it').filter(([, text]) => /\p{L}'|!/u.test(text))
  expect(straight).toEqual([])
})

test('no message is left that nobody says', () => {
  const code = filesIn('app', /\.tsx?$/)
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n')
  const said = (key: string) => {
    const parts = key.split('.')
    // A key may be said whole, or with a computed last part: `t(`reasons.${code}`)`.
    return (
      parts.some(
        (_, i) =>
          code.includes(parts.slice(i).join('.')) && parts.length - i >= Math.min(2, parts.length),
      ) || parts.some((_, i) => i > 0 && code.includes(`${parts.slice(0, i).slice(-1)[0]}.\${`))
    )
  }
  const unsaid = [...stems('it')]
    .map((key) => key.replace(/^[a-z]+\./, ''))
    .filter((key) => !said(key))
  expect(unsaid).toEqual([])
})
