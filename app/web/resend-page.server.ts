import { speakers } from '#app/messages/i18n.ts'
import { drawnPage } from './drawn.server.ts'
import { plainHtml } from './plain-page.server.ts'
import type { Locale } from './visit.server.ts'

const marks: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string) => text.replace(/[&<>"]/g, (mark) => marks[mark]!)

/** 503 for a form that has no page of its own: what was typed, and a button that sends it again. */
export function resendPage(lng: Locale, path: string, fields: [string, string][]) {
  const t = speakers[lng].getFixedT(lng, 'errors')
  const again = fields.map(
    ([name, value]) =>
      `<input type="hidden" name="${escaped(name)}" value="${escaped(value).replaceAll('\n', '&#10;')}">`,
  )
  const texts = fields
    .filter(([, value]) => /\s/.test(value))
    .map(([, value]) => `<blockquote>${escaped(value).replaceAll('\n', '<br>')}</blockquote>`)
  const body = `<p>${t('notKept')}</p>${texts.join('')}
<form method="post" action="${escaped(path)}">${again.join('')}<button>${t('sendAgain')}</button></form>`
  return drawnPage(plainHtml(lng, t('title.503'), body), {
    status: 503,
    headers: { 'Retry-After': '5' },
  })
}
