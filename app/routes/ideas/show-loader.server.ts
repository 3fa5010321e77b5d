import { json, type LoaderFunctionArgs } from '@remix-run/node'
import { type ThreadPlace, threadPlace, threadQuery } from '#app/domain/comments/thread.rules.ts'
import { commentThreads, type Said, type Thread } from '#app/domain/comments/thread.server.ts'
import { langOf, linkOf } from '#app/domain/ideas/idea-feed.rules.ts'
import { aroundIdea } from '#app/domain/ideas/idea-page.server.ts'
import { findIdea, type Idea, type Status } from '#app/domain/ideas/idea.server.ts'
import { roadOf } from '#app/domain/ideas/status.rules.ts'
import { plainText, renderMarkdown } from '#app/domain/ideas/markdown.rules.ts'
import { relatedIdeas } from '#app/domain/ideas/similar.server.ts'
import { heldVotesOn } from '#app/domain/moderation/burst.server.ts'
import { waitsFor } from '#app/domain/moderation/waiting.server.ts'
import { spokenIn } from '#app/domain/points/level.rules.ts'
import { siteSettings } from '#app/domain/site/site.server.ts'
import { thanksOn } from '#app/domain/thanks/thanks.server.ts'
import { goalOf } from '#app/domain/workflow/shortlist.server.ts'
import { historyOf, officialAnswerOf } from '#app/domain/workflow/timeline.server.ts'
import { stepsOf } from '#app/domain/workflow/workflow.rules.ts'
import { found, numberIn } from '#app/web/answer.server.ts'
import { env } from '#app/web/env.server.ts'
import type { Locale } from '#app/web/visit.server.ts'
import { db } from '#db/database.server.ts'
import { mergedShown } from './show-merged.server.ts'
import { refusalShown } from './show-receipt.server.ts'
import { roundShown } from './show-round.server.ts'
import { dossierTold } from './show-dossier.server.ts'
import { promiseOn } from './show-promise.server.ts'
import { realisedOn } from './show-realised.server.ts'

/** The idea of an address, or the 404 of one that the visitor may not see. */
export const ideaOf = async ({ params, context }: LoaderFunctionArgs) =>
  found(await findIdea(db, numberIn(params), context.visit.viewer))

type Found = Awaited<ReturnType<typeof ideaOf>>

/** The page of the idea of an address. */
export const ideaPage = async (knock: LoaderFunctionArgs) => pageOf(knock, await ideaOf(knock))

/** Everything on an idea's page that is the same for everybody. */
export async function pageOf({ request, context }: LoaderFunctionArgs, idea: Found) {
  const { locale } = context.visit
  const asked = new URL(request.url).searchParams
  const place = threadPlace(asked)
  const [around, history, answer, near, talk, site, thanked, kept] = await Promise.all([
    aroundIdea(db, idea),
    historyOf(db, idea.id),
    officialAnswerOf(db, idea.id),
    relatedIdeas(db, idea),
    commentThreads(db, idea.id, place),
    siteSettings(db),
    thanksOn(db, idea.id),
    wordKept(idea, asked, locale),
  ])
  // An idea that was merged is read as it was under an address of its own.
  const path = `/ideas/${idea.number}/${idea.mergedIntoId ? 'original' : idea.slug}`
  return json({
    idea: told(idea, locale),
    path,
    url: env.publicUrl.origin + path,
    description: plainText(idea.body).slice(0, 200),
    author: spokenIn(locale, around.author),
    category: { id: around.category.id, label: named(around.category, locale) },
    tags: around.tags,
    images: around.images,
    voters: around.voters,
    goal: goalOf(site, idea),
    ...roadTold(idea, history, around.stages, locale),
    answer: answer && { ...answer, html: renderMarkdown(answer.body) },
    near: near.map((other) => linkOf(other, locale)),
    thankedBy: thanked.get('') ?? null,
    talk: talkTold({ idea, locale, thanked }, path, place, talk),
    ...kept,
  })
}

/** How the brand keeps its word about an idea: what it promised, weighed, joined and made of it. */
async function wordKept(idea: Found, asked: URLSearchParams, locale: Locale) {
  const [real, promise, round, dossier, here, checked, waits] = await Promise.all([
    realisedOn(idea, locale),
    promiseOn(idea.id),
    roundShown(idea, locale),
    dossierTold(idea.id, locale),
    mergedShown(idea, asked, locale),
    heldVotesOn(db, idea.id),
    idea.place === 'private' ? waitsFor(db, { subject: 'idea', subjectId: idea.id }) : undefined,
  ])
  return { real, promise, round, dossier, here, checked, waits }
}

type History = Awaited<ReturnType<typeof historyOf>>

function roadTold(idea: Found, history: History, stages: Map<string, Status>, locale: Locale) {
  const label = (id: string | null) => {
    const stage = stages.get(id ?? '')
    return stage ? chipOf(stage, locale) : { ...unknown, label: id ?? '' }
  }
  return {
    steps: stepsOf(idea, history, roadOf([...stages.values()])).map((step) => ({
      ...step,
      ...label(step.status),
    })),
    history: history.map((move) => ({
      ...move,
      html: move.note && renderMarkdown(move.note),
      refusal: refusalShown(move, locale),
      status: label(move.toStatus),
    })),
  }
}

export type IdeaPage = Awaited<ReturnType<typeof ideaPage>>

const unknown = { key: '', label: '', tone: 'neutral' as Status['tone'], icon: '' }
const named = (words: { labelIt: string; labelEn: string }, locale: Locale) =>
  locale === 'it' ? words.labelIt : words.labelEn

const chipOf = (stage: Status, locale: Locale) => ({
  key: stage.id,
  label: named(stage, locale),
  tone: stage.tone,
  icon: stage.icon,
})

const told = ({ stage, ...idea }: Idea & { stage: Status }, locale: Locale) => ({
  id: idea.id,
  number: idea.number,
  title: idea.title,
  html: renderMarkdown(idea.body),
  lang: langOf(idea, locale),
  authorId: idea.authorId,
  publishedAt: idea.publishedAt,
  editedAt: idea.editedAt,
  isPrivate: idea.place === 'private',
  votesCount: idea.votesCount,
  commentsCount: idea.commentsCount,
  votesOpen: stage.votesOpen,
  commentsOpen: stage.commentsOpen,
  editsOpen: stage.editsOpen,
  status: chipOf(stage, locale),
})

type Thanks = Awaited<ReturnType<typeof thanksOn>>
type Talk = Awaited<ReturnType<typeof commentThreads>>
type Around = { idea: Idea; locale: Locale; thanked: Thanks }

const talkTold = (
  around: Around,
  path: string,
  place: ThreadPlace,
  { threads, next, alone }: Talk,
) => ({
  sort: place.sort,
  alone,
  isFirst: !place.after,
  here: path + threadQuery({ ...place, thread: alone ? place.thread : undefined }),
  nextHref: next && `${path}${threadQuery({ sort: place.sort, after: next })}#comments`,
  threads: threads.map((thread) => threadTold(around, thread)),
})

const threadTold = (around: Around, { replies, repliesCount, ...opener }: Thread) => ({
  ...commentTold(around, opener),
  repliesCount,
  replies: replies.map((reply) => commentTold(around, reply)),
})

const commentTold = ({ idea, locale, thanked }: Around, said: Said) => ({
  id: said.id,
  author: spokenIn(locale, said.author),
  team: said.team,
  isAuthorOfIdea: !!said.author && said.authorId === idea.authorId,
  official: !!said.team,
  html: said.body && renderMarkdown(said.body),
  createdAt: said.createdAt,
  editedAt: said.editedAt,
  deleted: !!said.deletedAt,
  hidden: !!said.hiddenAt,
  usefulCount: said.usefulCount,
  thankedBy: thanked.get(said.id) ?? null,
  depth: said.depth,
  answers: said.answers,
})
