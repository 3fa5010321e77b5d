import fc from 'fast-check'
import { expect, test } from 'vitest'
import { safePath } from '#app/web/safe-redirect.ts'

const home = 'https://house.example'

test.each([
  '//evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '/%2F%2Fevil.example',
  '/%2f/evil.example',
  '/%5cevil.example',
  '/%255cevil.example',
  '/%25252fevil.example/%2f',
  'https:evil.example',
  'https://evil.example',
  'javascript:alert(1)',
  '@evil.example',
  '/\t/evil.example',
  '\t//evil.example',
  '/\n/evil.example',
  '/%09/evil.example',
  '/%0d%0aSet-Cookie:a=b',
  '/%e0%a4%a',
  '///evil.example',
  'evil.example',
  '。。//evil.example',
  '',
  null,
  undefined,
  ['/ideas'],
])('[#63] %j leads home', (wanted) => {
  expect(safePath(wanted)).toBe('/')
})

test.each([
  '/@evil',
  '/．．/evil',
  '/ideas',
  '/ideas/3/slug?sort=new&q=a%20b#latest',
  '/ideas?q=a//b',
  '/città',
])('[#63] %s stays on this site', (wanted) => {
  expect(new URL(safePath(wanted), home).origin).toBe(home)
})

test.each(['/ideas', '/ideas/3/slug?sort=new&q=a%20b#latest', '/me'])('%s is kept', (wanted) => {
  expect(safePath(wanted)).toBe(wanted)
})

test('[#63] whatever is asked for, the way never leaves this site', () => {
  const bits = fc.constantFrom(
    '/',
    '\\',
    '%2f',
    '%5c',
    '%25',
    '@',
    ':',
    '.',
    'evil',
    '\t',
    '?',
    '#',
  )
  fc.assert(
    fc.property(
      fc.array(bits, { maxLength: 12 }).map((some) => some.join('')),
      (wanted) => {
        expect(new URL(safePath(wanted), home).origin).toBe(home)
      },
    ),
    { numRuns: 2000 },
  )
})

test.each(['/città', '/。evil.example', '/／／evil.example', '/ideas?q=€ 5', '/😀', '/\ud800'])(
  '[#13 #63] %j can stand in a header',
  (wanted) => {
    expect(() => new Headers({ Location: safePath(wanted) })).not.toThrow()
  },
)
