export type Entry = {
  id: string
  title: string
  url: string
  at: Date
  updatedAt?: Date
  author: string
  summary: string
  category?: string
}
export type AtomFeed = {
  title: string
  subtitle?: string
  self: string
  url: string
  updatedAt: Date
  locale: string
  entries: Entry[]
}

const marks: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
// XML 1.0 has no way to write these, not even as entities.
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu

/** Text as it may stand in XML, in an element or in a quoted attribute. */
export const xml = (text: string) =>
  text.replace(unwritable, '').replace(/[&<>"']/g, (mark) => marks[mark]!)

const element = (name: string, text: string) => `<${name}>${xml(text)}</${name}>`
const link = (rel: string, href: string, type = 'text/html') =>
  `<link rel="${rel}" type="${type}" href="${xml(href)}"/>`

/** An Atom 1.0 feed; everything is escaped here, so callers give plain text and absolute addresses. */
export const atom = ({ title, subtitle, self, url, updatedAt, locale, entries }: AtomFeed) =>
  [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${xml(locale)}">`,
    element('id', self),
    element('title', title),
    subtitle ? element('subtitle', subtitle) : '',
    link('self', self, 'application/atom+xml'),
    link('alternate', url),
    element('updated', updatedAt.toISOString()),
    ...entries.map(written),
    '</feed>',
    '',
  ]
    .filter((line, i, all) => line || i === all.length - 1)
    .join('\n')

const written = ({ id, title, url, at, updatedAt = at, author, summary, category }: Entry) =>
  [
    '<entry>',
    element('id', id),
    element('title', title),
    link('alternate', url),
    element('published', at.toISOString()),
    element('updated', updatedAt.toISOString()),
    `<author>${element('name', author)}</author>`,
    category ? `<category term="${xml(category)}"/>` : '',
    element('summary', summary),
    '</entry>',
  ].join('')

/** The answer that carries a feed or another XML text. */
export const xmlResponse = (text: string, type = 'application/xml') =>
  new Response(text, { headers: { 'Content-Type': `${type}; charset=utf-8` } })
