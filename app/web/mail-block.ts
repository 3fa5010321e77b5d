/** The parts a mail is made of. */
export type Block =
  | { is: 'text'; text: string; href?: undefined }
  | { is: 'small'; text: string; href?: string }
  | { is: 'title'; text: string; href: string }
  | { is: 'link'; text: string; href: string }
  | { is: 'quote'; lines: string[] }
  | { is: 'list'; lines: string[] }
  | { is: 'choice'; links: { text: string; href: string }[] }

/** A part of a mail in plain text. */
export function asText(block: Block): string {
  if (block.is === 'quote') return block.lines.map((line) => `> ${line}`).join('\n')
  if (block.is === 'list') return block.lines.map((line) => `- ${line}`).join('\n')
  if (block.is === 'choice')
    return block.links.map(({ text, href }) => `${text}\n${href}`).join('\n')
  return block.href ? `${block.text}\n${block.href}` : block.text
}

const marks: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const escaped = (text: string) => text.replace(/[&<>"']/g, (mark) => marks[mark]!)

const small = 'font-size:14px;color:#6b5b4e'
const button =
  'display:inline-block;padding:12px 22px;border-radius:999px;background:#efae3a;color:#2b1a10;font-weight:bold;text-decoration:none'
const choice =
  'display:inline-block;padding:8px 18px;border:2px solid #efae3a;border-radius:999px;color:#2b1a10;text-decoration:none'
const quote = 'margin:0;padding:4px 16px;border-left:4px solid #efae3a'

/** A part of a mail in simple HTML; all that is said is escaped. */
export function asHtml(block: Block): string {
  if (block.is === 'quote')
    return `<blockquote style="${quote}">${block.lines.map(escaped).join('<br>')}</blockquote>`
  if (block.is === 'list')
    return `<ul>${block.lines.map((line) => `<li>${escaped(line)}</li>`).join('')}</ul>`
  if (block.is === 'choice')
    return block.links
      .map(
        ({ text, href }) =>
          `<p><a href="${escaped(href)}" style="${choice}">${escaped(text)}</a></p>`,
      )
      .join('\n')
  const words = escaped(block.text).replaceAll('\n', '<br>')
  const link = (style: string) => `<a href="${escaped(block.href!)}" style="${style}">${words}</a>`
  if (block.is === 'link') return `<p>${link(button)}</p>`
  if (block.is === 'title') return `<p><b>${link('color:#7a4300')}</b></p>`
  const inner = block.href ? link(small) : words
  return block.is === 'small' ? `<p style="${small}">${inner}</p>` : `<p>${inner}</p>`
}

/** The whole HTML of a mail: no picture, no script, nothing fetched. */
export const mailPage = (lang: string, body: string) => `<!doctype html>
<html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"></head>
<body style="margin:0;padding:24px;background:#fcf7ec;color:#33251c;font:17px/1.55 system-ui,-apple-system,'Segoe UI',sans-serif">
<div style="max-width:36em;margin:auto">
${body}
</div></body></html>
`
