import { speakers } from '#app/messages/i18n.ts'
import { env } from './env.server.ts'
import { asHtml, asText, type Block, mailPage } from './mail-block.ts'
import type { Locale } from './visit.server.ts'
import { unsubscribeToken } from './unsubscribe.server.ts'

type Item = {
  title: string
  path: string
  lines: { event: string; count: number; status: string }[]
}

/** What a mail job carries. `params.path` is a path of the site; the rest fills the words of the template. */
export type MailOrder = {
  to: string
  template: string
  locale: Locale
  params: Record<string, unknown> & { path?: string; items?: Item[] }
  unsubscribe?: { personId: string; event: string }
}

/** A mail as people will read it. */
export type Mail = {
  subject: string
  text: string
  html: string
  unsubscribeUrl?: string
}

const longestSubject = 150
const url = (path: string) => new URL(path, env.publicUrl).href

/** Control characters out, but for line breaks; a text that arrives here may hold anything. */
const clean = (text: string) => text.replace(/[^\P{Cc}\n]/gu, ' ')
const oneLine = (text: string) => clean(text).replace(/\s+/g, ' ').trim().slice(0, longestSubject)

/** Subject, plain text and simple HTML of a mail, in its reader's language. */
export function renderMail(order: MailOrder, site: string): Mail {
  const { unsubscribe } = order
  const say = sayer(order, site)
  const unsubscribeUrl =
    unsubscribe && url(`/unsubscribe/${unsubscribeToken(unsubscribe.personId, unsubscribe.event)}`)
  const blocks = [...bodyOf(order, say), ...footOf(site, unsubscribeUrl, say)]
  return {
    subject: oneLine(say('subject')),
    text: blocks.map(asText).join('\n\n') + '\n',
    html: mailPage(order.locale, blocks.map(asHtml).join('\n')),
    unsubscribeUrl,
  }
}

type Say = (key: string, more?: Record<string, unknown>) => string

/** Says a key of the template, or one that all share; '' where the template has no such words. */
function sayer({ template, locale, params, unsubscribe }: MailOrder, site: string): Say {
  const speaker = speakers[locale] ?? speakers.it
  const say = speaker.t as (key: string, options: object) => string
  const context = unsubscribe?.event
  return (key, more) => {
    const own = `mail:letters.${template}.${key}`
    const options = { context, site, ...params, ...more }
    const known = [own, `mail:${key}`, key].find((name) => speaker.exists(name, options))
    return known ? clean(say(known, options)) : ''
  }
}

function bodyOf({ params, template }: MailOrder, say: Say): Block[] {
  const texts = (key: string): Block[] =>
    say(key)
      .split('\n\n')
      .filter(Boolean)
      .map((text) => ({ is: 'text', text }))
  const { reason, note, path, items } = params
  const why = reason ? say('reason', { why: say(`staff:reasons.${String(reason)}`) }) : ''
  return [
    { is: 'text', text: say('hello') },
    ...texts('text'),
    ...(why ? [{ is: 'text', text: why } as const] : []),
    ...(note ? [{ is: 'quote', lines: clean(String(note)).split('\n') } as const] : []),
    ...(items ?? []).flatMap((item) => itemBlocks(item, say)),
    ...(path ? [{ is: 'link', text: say('button'), href: url(path) } as const] : []),
    ...(template === 'digest' && !params.more ? [] : texts('after')),
  ]
}

function itemBlocks({ title, path, lines }: Item, say: Say): Block[] {
  const said = lines.map(({ event, ...what }) => say('line', { ...what, context: event }))
  return [
    { is: 'title', text: oneLine(title), href: url(path) },
    { is: 'list', lines: said },
  ]
}

function footOf(site: string, unsubscribeUrl: string | undefined, say: Say): Block[] {
  const house = `${site}, ${env.publicUrl.origin}`
  if (!unsubscribeUrl) return [{ is: 'small', text: house }]
  const why: Block = { is: 'small', text: `${say('foot')} ${house}` }
  return [why, { is: 'small', text: say('unsubscribe'), href: unsubscribeUrl }]
}
