import { createHmac } from 'node:crypto'
import { speakers } from '#app/messages/i18n.ts'
import { env } from './env.server.ts'
import { languageBlocks, meaningOf, receiptBlocks } from './mail-receipt.ts'
import { aboveBlocks, answerBlocks, howToAnswer, type Travel } from './mail-case.ts'
import { redressBlocks, ruleBlocks } from './mail-statement.ts'
import { asHtml, asText, type Block, mailPage } from './mail-block.ts'
import type { Locale } from './visit.server.ts'
import { muteEvent, unsubscribeToken } from './unsubscribe.server.ts'
import { withdrawToken } from './withdraw-token.server.ts'
import { now } from '#db/time.ts'

type Item = {
  ideaId?: string
  /** What it tells of where that is no idea: news with the words of the site. */
  topic?: string
  title: string
  path: string
  /** What news of points and rewards say of (`Facts`) is in their lines too. */
  lines: { event: string; count: number; status: string; step?: string; badge?: string }[]
  reason?: string
  note?: string
  couldChange?: string
}

/** What a mail job carries. `params.path` is a path of the site; the rest fills the words of the template. */
export type MailOrder = {
  to: string
  template: string
  locale: Locale
  params: Record<string, unknown> & { path?: string; items?: Item[] }
  unsubscribe?: { personId: string; event: string }
  /** The idea that it tells of; mails about one idea hang together in a mail program. */
  about?: string
  /** Whether muting that idea ends mails like this one. */
  isMutable?: boolean
  /** The merge that its reader may take a vote back from. */
  withdraw?: string
  /** The answer of care that it brings; its words are filled in as it leaves. */
  caseMessage?: string
  /** The case whose arrival it tells of. */
  caseReceipt?: string
  travel?: Travel
}

/** A mail as people will read it. */
export type Mail = {
  subject: string
  text: string
  html: string
  unsubscribeUrl?: string
  /** The name under which mail programs gather all that one reader gets about one idea. */
  thread?: string
  travel?: Travel
}

const longestSubject = 150
const url = (path: string) => new URL(path, env.publicUrl).href

/** Control characters out, but for line breaks; a text that arrives here may hold anything. */
const clean = (text: string) => text.replace(/[^\P{Cc}\n]/gu, ' ')
const oneLine = (text: string) => clean(text).replace(/\s+/g, ' ').trim().slice(0, longestSubject)

/**
 * Subject, plain text and simple HTML of a mail, in its reader's language. Where the idea is
 * private, the subject, which others may see on a screen, says nothing of it.
 */
export function renderMail(order: MailOrder, site: string): Mail {
  const { unsubscribe, params } = order
  const say = sayer(order, site)
  const unsubscribeUrl = unsubscribe && leaveUrl(unsubscribe.personId, unsubscribe.event)
  const blocks = [...bodyOf(order, say), ...footOf(order, site, say)]
  return {
    subject: oneLine(say(params.isPrivate ? 'quietSubject' : 'subject')),
    text: blocks.map(asText).join('\n\n') + '\n',
    html: mailPage(order.locale, blocks.map(asHtml).join('\n')),
    unsubscribeUrl,
    thread: threadOf(order),
    travel: order.travel,
  }
}

const leaveUrl = (personId: string, event: string) =>
  url(`/unsubscribe/${unsubscribeToken(personId, event)}`)

/** The same for every mail to one reader about one idea, and nobody can tell which. */
function threadOf({ about, unsubscribe }: MailOrder) {
  if (!about || !unsubscribe) return undefined
  const of = createHmac('sha256', env.secret).update(`thread ${unsubscribe.personId} ${about}`)
  return `idea.${of.digest('base64url').slice(0, 24)}`
}

type Say = (key: string, more?: Record<string, unknown>) => string

/** Says a key of the template, or one that all share; '' where the template has no such words. */
function sayer({ template, locale, params, unsubscribe }: MailOrder, site: string): Say {
  const speaker = speakers[locale] ?? speakers.it
  const say = speaker.t as (key: string, options: object) => string
  const context = unsubscribe?.event
  return (key, more) => {
    const own = `mail:letters.${template}.${key}`
    const options: Record<string, unknown> = { context, site, ...params, ...more }
    if (options.badge) options.badge = say(`points:badges.${String(options.badge)}.name`, {})
    const known = [own, `mail:${key}`, key].find((name) => speaker.exists(name, options))
    return known ? clean(say(known, options)) : ''
  }
}

/** Letters that say at their end how much more there is, if there is. */
const listing = ['digest', 'round', 'promise']

function bodyOf({ params, template, unsubscribe, withdraw }: MailOrder, say: Say): Block[] {
  const { path, items, kind } = params
  const texts = (key: string): Block[] =>
    say(key, { count: params.more })
      .split('\n\n')
      .filter(Boolean)
      .map((text) => ({ is: 'text', text }))
  return [
    ...aboveBlocks(params, say),
    { is: 'text', text: say('hello') },
    ...texts('text'),
    ...answerBlocks(params, say),
    ...ruleBlocks(params, say),
    ...decisionBlocks(params, say),
    ...redressBlocks(params, say),
    ...receiptBlocks(params, say),
    ...(items ?? []).flatMap((item) => itemBlocks(item, say)),
    ...(path
      ? [{ is: 'link', text: say('button', { context: kind }), href: url(path) } as const]
      : []),
    ...ratingBlocks(params.ratePath, say),
    ...(unsubscribe && withdraw
      ? [...texts('withdrawText'), withdrawLink(unsubscribe.personId, withdraw, say)]
      : []),
    ...(listing.includes(template) && !params.more ? [] : texts('after')),
    ...howToAnswer(params, say),
  ]
}

/** Five figures to choose from, each a link to the page where one is confirmed. */
function ratingBlocks(path: unknown, say: Say): Block[] {
  if (typeof path !== 'string' || !path) return []
  const links = [5, 4, 3, 2, 1].map((score) => ({
    text: `${score} · ${say(`care:rating.scores.${score}`)}`,
    href: url(`${path}?score=${score}`),
  }))
  return [{ is: 'choice', links }]
}

/** Taking one's vote back with one click: for this reader and this merge alone. */
const withdrawLink = (personId: string, mergeId: string, say: Say): Block => ({
  is: 'small',
  text: say('withdraw'),
  href: url(`/withdraw/${withdrawToken(personId, mergeId, now())}`),
})

type Decision = Partial<Record<'reason' | 'note' | 'couldChange' | 'path', unknown>>

/** Why something was decided, in the words of who did, and what could change it. */
function decisionBlocks(decision: Decision, say: Say): Block[] {
  const { reason, note, couldChange } = decision
  const why = reason ? say('reason', { why: say(`staff:reasons.${String(reason)}`) }) : ''
  const quote = (text: unknown): Block[] =>
    text ? [{ is: 'quote', lines: clean(String(text)).split('\n') }] : []
  return [
    ...(why ? [{ is: 'text', text: `${why}${meaningOf(decision, say)}` } as const] : []),
    ...quote(note),
    ...languageBlocks(decision, say),
    ...(couldChange ? [{ is: 'text', text: say('couldChange') } as const] : []),
    ...quote(couldChange),
  ]
}

function itemBlocks({ topic, title, path, lines, ...decision }: Item, say: Say): Block[] {
  const said = lines.map(({ event, ...what }) =>
    topic
      ? say(`notifications:news.${event}`, { ...what, context: what.step })
      : say('line', { ...what, context: event }),
  )
  return [
    { is: 'title', text: oneLine(title || say(`notifications:topics.${topic}`)), href: url(path) },
    { is: 'list', lines: said },
    ...decisionBlocks(decision, say),
  ]
}

function footOf({ unsubscribe, about, isMutable }: MailOrder, site: string, say: Say): Block[] {
  const house = `${site}, ${env.publicUrl.origin}`
  if (!unsubscribe) return [{ is: 'small', text: house }]
  const { personId, event } = unsubscribe
  const small = (key: string, href: string): Block => ({ is: 'small', text: say(key), href })
  return [
    { is: 'small', text: `${say('foot')} ${house}` },
    ...(about && isMutable ? [small('muteIdea', leaveUrl(personId, muteEvent(about)))] : []),
    small('unsubscribe', leaveUrl(personId, event)),
  ]
}
