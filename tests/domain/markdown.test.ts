import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mentionsIn, plainText, renderMarkdown } from '#app/domain/ideas/markdown.rules.ts'
import { xssCorpus } from './xss-corpus.ts'

const tags = 'p|br|hr|h3|h4|h5|h6|ul|ol|li|blockquote|pre|code|em|strong|del|a'
const allowedTag = new RegExp(
  `^<(/(${tags})|(${tags})( /)?` +
    `|ol start="\\d+"|a href="(https?://|mailto:)[^"<>]*" rel="nofollow ugc noopener"` +
    `|a href="/members/[a-z0-9_]{3,20}")>$`,
)

/** Every tag of the HTML is one of ours, attribute by attribute; what is between them is text. */
function expectHarmless(html: string) {
  for (const [tag] of html.matchAll(/<[^>]*>?/g)) expect(tag).toMatch(allowedTag)
  expect(html.replace(/<[^>]*>/g, '')).not.toMatch(/[<>]/)
}

test.each(xssCorpus)('[#1] nothing runs: %j', (payload) => {
  for (const links of [true, false]) {
    expectHarmless(renderMarkdown(payload, { links }))
    expectHarmless(renderMarkdown(`before ${payload} after`, { links }))
  }
})

test('[#1] HTML is shown as the text it was typed as', () => {
  expect(renderMarkdown('a <b>bold</b> claim')).toBe('<p>a &lt;b&gt;bold&lt;/b&gt; claim</p>\n')
  expect(renderMarkdown('<div>\n\nhi')).toContain('&lt;div&gt;')
})

test('[#1] whatever is typed, only our tags come out', () => {
  const shards = fc.constantFrom(
    ...xssCorpus,
    '[',
    '](',
    ')',
    '*',
    '_',
    '`',
    '>',
    '\n',
    '@ann',
    '<',
  )
  const mix = fc.array(fc.oneof(shards, fc.string({ unit: 'binary' })), { maxLength: 12 })
  fc.assert(
    fc.property(mix, fc.boolean(), (parts, links) =>
      expectHarmless(renderMarkdown(parts.join(''), { links })),
    ),
    { numRuns: 200 },
  )
})

test('[#6] only http, https and mailto lead anywhere', () => {
  const rel = 'rel="nofollow ugc noopener"'
  expect(renderMarkdown('[x](https://example.org/a?b=1&c=2)')).toBe(
    `<p><a href="https://example.org/a?b=1&amp;c=2" ${rel}>x</a></p>\n`,
  )
  expect(renderMarkdown('[x](mailto:ann@example.org)')).toContain('href="mailto:ann@example.org"')
  expect(renderMarkdown('https://example.org')).toContain(`<a href="https://example.org" ${rel}>`)
  for (const url of [
    'javascript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    '//evil.example',
    '/x',
  ])
    expect(renderMarkdown(`[words](${url})`)).toBe('<p>words</p>\n')
})

test('[#7] an image from elsewhere is a link, never fetched', () => {
  const html = renderMarkdown('![a tin](https://example.org/tin.png)')
  expect(html).toContain('<a href="https://example.org/tin.png"')
  expect(html).toContain('>a tin</a>')
  expect(html).not.toContain('<img')
})

test('without the right to links, their words stay', () => {
  const html = renderMarkdown('[here](https://example.org) and @giulia', { links: false })
  expect(html).toBe('<p>here and <a href="/members/giulia">@giulia</a></p>\n')
})

test('members who are called by name get a link, addresses of mail and code do not', () => {
  expect(renderMarkdown('Ciao @Giulia_B, senti.')).toContain(
    '<a href="/members/giulia_b">@Giulia_B</a>,',
  )
  expect(renderMarkdown('`@giulia`')).not.toContain('<a')
  expect(renderMarkdown('x/@giulia and a@b and @a')).not.toContain('<a')
  expect(renderMarkdown('[@giulia](https://example.org)')).not.toContain('/members/')
  expect(mentionsIn('@Ann, @ben and @ann again; ann@example.org')).toEqual(['ann', 'ben'])
  const [shortest, longest] = ['al', 'a'.repeat(30)]
  expect(mentionsIn(`@${shortest} and @${longest}, not @a`)).toEqual([shortest, longest])
  expect(mentionsIn(Array.from({ length: 40 }, (_, i) => `@somebody${i}`).join(' '))).toHaveLength(
    10,
  )
})

test('headings start below those of the page', () => {
  expect(renderMarkdown('# One\n\n## Two\n\n###### Six')).toBe(
    '<h3>One</h3>\n<h4>Two</h4>\n<h6>Six</h6>\n',
  )
})

test('control characters and turned-around text are dropped', () => {
  expect(renderMarkdown('a\u0000b\u001bc\u202ed\u2066e')).toBe('<p>abcde</p>\n')
})

test('plain text is what a person would read out, in one line', () => {
  const text = '# Title\n\nSome **bold** [link](https://example.org) & <i>more</i>\n\n- one\n- two'
  expect(plainText(text)).toBe('Title Some bold link & <i>more</i> one two')
})

const bombs = ['>', '> ', '[', '![', '*', '*a ', '**a', 'a_b', '`', '~~a', '<a', '<!--', '&#', 'a@']
const lines = ['- - ', '1. ', '- a\n', '  - a\n', '|a|\n|-|\n', '>\n- ', '[a](<', '```\n', '=\n']

test.each([...bombs, ...lines])('[#115] [#116] 100 kB of %j cost next to nothing', (bomb) => {
  const text = bomb.repeat(100_000 / bomb.length)
  // The best of five: the cost of the text, and not of a compiler or a collector that came by.
  const costs = Array.from({ length: 5 }, () => {
    const before = process.cpuUsage()
    renderMarkdown(text)
    return process.cpuUsage(before).user / 1000
  })
  expect(Math.min(...costs)).toBeLessThan(100)
})

test('[#115] a megabyte is cut before it is read, and depth ends at six', () => {
  expect(renderMarkdown('words '.repeat(200_000)).length).toBeLessThan(21_000)
  const deep = renderMarkdown(`${'> '.repeat(500)}deep`)
  expect(deep.match(/<blockquote>/g)).toHaveLength(6)
  expect(deep).toContain('deep')
})
