import type { LoaderFunctionArgs } from '@remix-run/node'
import { renderMarkdown } from '#app/domain/ideas/markdown.rules.ts'
import { wantsKeys } from '#app/domain/identity/keys.server.ts'
import { may, type Person } from '#app/domain/identity/viewer.rules.ts'
import { claimItem } from '#app/domain/moderation/claim.server.ts'
import { contentOf, decisionsOn, findItem, flagsOf } from '#app/domain/moderation/item.server.ts'
import { claimantOf, namesOf } from '#app/domain/moderation/queue.server.ts'
import { spokenIn } from '#app/domain/points/level.rules.ts'
import { historyOf } from '#app/domain/moderation/record.server.ts'
import type { ReviewItem } from '#app/domain/moderation/review.rules.ts'
import { undoableDecisions } from '#app/domain/moderation/undo.server.ts'
import { found } from '#app/web/answer.server.ts'
import { db, readOnly, transaction } from '#db/database.server.ts'
import { viewIn } from './queue-page.server.ts'
import { signsOf } from './signs.server.ts'
import { templatesFor } from './template.server.ts'

/** All that is needed to decide on one item; looking at it tells the others that somebody does. */
export async function itemPage(
  { request, params, context }: LoaderFunctionArgs,
  moderator: Person,
) {
  const item = found(await findItem(db, moderator, params.id ?? ''))
  const { searchParams } = new URL(request.url)
  const { locale } = context.visit
  await showLooking(item, moderator)
  const [around, content, history] = await Promise.all([
    aroundItem(item, moderator),
    contentOf(db, item),
    item.authorId ? historyOf(db, item.authorId) : undefined,
  ])
  return {
    item: shown(item),
    signs: await signsOf(item, locale),
    ...around,
    ...toldOf(content, item),
    history: history && spokenIn(locale, history),
    ...rightsOver(item, moderator, !!history?.isStaff),
    templates: await templatesFor(item.authorId),
    view: viewIn(searchParams.get('view')),
    help: searchParams.has('help'),
  }
}
export type ItemPage = Awaited<ReturnType<typeof itemPage>>

async function showLooking({ id, state }: ReviewItem, moderator: Person) {
  if (state === 'open' && !readOnly()) await transaction((tx) => claimItem(tx, moderator, id))
}

function rightsOver({ authorId }: ReviewItem, moderator: Person, isStaff: boolean) {
  const isOwn = authorId === moderator.id
  return { isOwn, canDecide: !isOwn && (!isStaff || may(moderator, 'people.manage')) }
}

async function aroundItem(item: ReviewItem, moderator: Person) {
  const claimant = item.state === 'open' ? claimantOf(item, moderator.id) : null
  const [reports, past, names, fresh, hasKeys] = await Promise.all([
    flagsOf(db, item),
    decisionsOn(db, item),
    namesOf(db, [claimant]),
    undoableDecisions(db, moderator),
    wantsKeys(db, moderator.id),
  ])
  return {
    reports,
    past: past.map(pastOf),
    lookedAtBy: names.get(claimant ?? '') ?? null,
    fresh,
    hasKeys,
  }
}

type Past = Awaited<ReturnType<typeof decisionsOn>>[number]

/** A decision as the moderators' pages tell it. */
export const pastOf = ({ decision, by }: Past) => {
  const { id, act, reason, facts, decidedAt, until, isAutomated, undoneAt, liftedAt } = decision
  return { id, act, reason, facts, decidedAt, until, isAutomated, undoneAt, liftedAt, by }
}

function shown(item: ReviewItem) {
  const { id, subject, subjectId, why, excerpt, severity, flagsCount } = item
  const { isHeld, openedAt, state, version, authorId } = item
  const said = { id, subject, subjectId, why, excerpt, severity, flagsCount }
  return { ...said, isHeld, openedAt, state, version, hasAuthor: !!authorId }
}

type Content = Awaited<ReturnType<typeof contentOf>>

/** Texts as the page shows them: what people wrote is rendered as on the idea's own page. */
function toldOf(content: Content, item: ReviewItem) {
  const { idea, profile, text, parent, images } = { ...nothing, ...content }
  return {
    idea: idea && { number: idea.number, slug: idea.slug, title: idea.title, status: idea.status },
    ...wordsOf(text, item),
    parent: parent && { author: parent.author, html: renderMarkdown(parent.body) },
    images,
    profile,
  }
}

type Shown = {
  idea?: Content['idea']
  profile: NonNullable<Content['profile']> | null
  text?: string
  parent?: { author: string | null; body: string } | null
  images: { id: string; alt: string; purpose: string }[]
}
const nothing: Shown = { profile: null, images: [] }

/** What it says now; where nothing does any more, what it said when it came in. */
const wordsOf = (text: string | undefined, item: ReviewItem) =>
  text === undefined
    ? { html: null, wasHtml: item.excerpt ? renderMarkdown(item.excerpt) : null, isEdited: false }
    : { html: renderMarkdown(text), wasHtml: null, isEdited: !isSame(text, item) }

/** Whether the text still is what came in: flags and rules keep its beginning, with the title or without. */
const isSame = (text: string, { excerpt }: ReviewItem) => {
  const plain = (words: string) => words.replace(/\s+/g, ' ').trim()
  const [now, then] = [plain(text), plain(excerpt)]
  return !then || now.startsWith(then.slice(0, 200)) || then.includes(now.slice(0, 200))
}
