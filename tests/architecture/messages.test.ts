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
  const [italian, english] = [stems('it'), stems('en')]
  expect([...italian].filter((key) => !english.has(key))).toEqual([])
  expect([...english].filter((key) => !italian.has(key))).toEqual([])
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

const code = filesIn('app', /\.tsx?$/)
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n')

/** Keys with a computed part, `t(`reasons.${code}`)`, as patterns. */
const computed = [...code.matchAll(/`([\w:.-]*\$\{[^`\n]*)`/g)]
  .map(([, inside]) => inside!.split(/\$\{[^}]*\}/).map((part) => part.replace(/[^\w:-]/g, '\\$&')))
  .filter((parts) => parts.some((part) => /[\w-]+(\\\.|:)|\\\.[\w-]+/.test(part)))
  .map((parts) => new RegExp(`^(\\w+:)?([\\w-]+\\.)*${parts.join('[\\w.-]+')}$`))

/** What stands right before a closing quote: whole keys, and their endings behind a prefix. */
const literal = new Set(
  [...code.matchAll(/[\w:.-]+(?=['"`])/g)].flatMap(([key]) => {
    const parts = key.split(/[.:]/)
    return parts.map((_, i) => parts.slice(i).join('.'))
  }),
)

test('no message is left that nobody says', () => {
  const isSaid = (name: string, key: string) => {
    const parts = key.split('.')
    return (
      parts.some((_, i) => literal.has(parts.slice(i).join('.'))) ||
      computed.some((pattern) => pattern.test(`${name}:${key}`) || pattern.test(key))
    )
  }
  const unsaid = [...stems('it')]
    .map((key) => [key.split('.')[0]!, key.split('.').slice(1).join('.')] as const)
    .filter(([name, key]) => !isSaid(name, key))
  expect(unsaid.map(([name, key]) => `${name}:${key}`)).toEqual([])
})
