import { Marked, type Tokens } from 'marked'
import sanitizeHtml from 'sanitize-html'
import { isProse, tamed } from './markdown-limits.rules.ts'

const handle = /(^|[^\w@/.])@(\w{2,30})(?![\w@])/g
const safeUrl = /^(https?:\/\/[^\s/]|mailto:[^\s@]+@)/i
const rel = 'nofollow ugc noopener'

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const escaped = (text: string) => text.replace(/[&<>"']/g, (mark) => entities[mark]!)

/** A link where the address is one we allow, else only its words. */
const linkTo = (href: string, label: string) =>
  safeUrl.test(href)
    ? `<a href="${escaped(href)}" rel="${rel}">${escaped(label)}</a>`
    : escaped(label)

const withMentions = (text: string) =>
  escaped(text).replace(
    handle,
    (_, before: string, name: string) =>
      `${before}<a href="/members/${name.toLowerCase()}">@${name}</a>`,
  )

function dialect(link: (href: string, label: string) => string) {
  const nothing = () => undefined
  return new Marked({
    gfm: true,
    breaks: true,
    // HTML stays text; tables are off, because a row of pipes is the cheapest of bombs.
    tokenizer: { html: nothing, tag: nothing, table: nothing, def: nothing },
    renderer: {
      html: ({ text }: Tokens.HTML | Tokens.Tag) => escaped(text),
      text(token: Tokens.Text | Tokens.Escape) {
        return 'tokens' in token && token.tokens
          ? this.parser.parseInline(token.tokens)
          : withMentions(token.text)
      },
      link({ href, tokens }) {
        return link(href, this.parser.parseInline(tokens, this.parser.textRenderer))
      },
      image: ({ href, text }) => link(href, text || href),
      heading({ depth, tokens }) {
        const level = Math.min(depth + 2, 6)
        return `<h${level}>${this.parser.parseInline(tokens)}</h${level}>\n`
      },
      checkbox: ({ checked }) => (checked ? '☑ ' : '☐ '),
      code: ({ text }) => `<pre><code>${escaped(text)}</code></pre>\n`,
    },
  })
}

const withLinks = dialect(linkTo)
const withoutLinks = dialect((_href, label) => escaped(label))

const allowed: sanitizeHtml.IOptions = {
  allowedTags: [
    ...['p', 'br', 'hr', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'li', 'blockquote'],
    ...['pre', 'code', 'em', 'strong', 'del', 'a'],
  ],
  allowedAttributes: { a: ['href', 'rel'], ol: ['start'] },
  allowedSchemes: ['http', 'https', 'mailto'],
  allowProtocolRelative: false,
  disallowedTagsMode: 'escape',
}

/**
 * What a member wrote, as HTML that is safe to show. HTML is shown as text, images become links
 * (nothing is fetched from elsewhere), headings start at h3, `@handle` leads to the member. Text
 * past 20,000 characters is dropped. `links: false` leaves the words of links and not the links.
 */
export function renderMarkdown(source: string, { links = true }: { links?: boolean } = {}): string {
  return sanitizeHtml(parsed(links ? withLinks : withoutLinks, source), allowed)
}

function parsed(marked: Marked, source: string) {
  const text = tamed(source)
  if (isProse(text)) return marked.parse(text, { async: false })
  return `<p>${escaped(text).replaceAll('\n', '<br>')}</p>`
}

const decoded = Object.fromEntries(Object.entries(entities).map(([mark, code]) => [code, mark]))

/** The words of a text without its marks, in one line: for excerpts, mails and descriptions. */
export function plainText(source: string): string {
  return parsed(withoutLinks, source)
    .replace(/<\/?(?:p|br|hr|h\d|ul|ol|li|blockquote|pre)>/g, ' ')
    .replace(/<[^<>]*>/g, '')
    .replace(/&(?:amp|lt|gt|quot|#39);/g, (code) => decoded[code]!)
    .replace(/\s+/g, ' ')
    .trim()
}

/** How many links to pages a text has; those that call a member or a mail address are none. */
export const linksIn = (source: string) =>
  renderMarkdown(source).match(/<a href="https?:/gi)?.length ?? 0

const mostMentions = 10

/** The handles a text calls by `@`, lower-cased, each once, at most ten. */
export function mentionsIn(source: string): string[] {
  const found = [...plainText(source).matchAll(handle)].map(([, , name]) => name!.toLowerCase())
  return [...new Set(found)].slice(0, mostMentions)
}
