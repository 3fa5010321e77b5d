import {
  type ActionFunctionArgs,
  json,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import editorUrl from '#app/editor.ts?worker&url'
import { deleteDraft, ownIdea } from '#app/domain/ideas/draft.server.ts'
import type { Idea } from '#app/domain/ideas/idea.server.ts'
import { hasTooManyLinks } from '#app/domain/ideas/post-rights.server.ts'
import { type SimilarIdea, similarIdeas } from '#app/domain/ideas/similar.server.ts'
import { waitingRoom } from '#app/domain/ideas/waiting.server.ts'
import { followByTakingPart } from '#app/domain/follows/follow.server.ts'
import type { Person } from '#app/domain/identity/viewer.rules.ts'
import { proposeIdea } from '#app/domain/moderation/screen.server.ts'
import type { Handle } from '#app/root.tsx'
import editorStyles from '#app/ui/editor.css?url'
import { EditorPage } from '#app/ui/editor-page.tsx'
import { SimilarStep } from '#app/ui/editor-step.tsx'
import { pageTitle } from '#app/ui/page-title.ts'
import { back } from '#app/web/answer.server.ts'
import type { Words } from '#app/web/form.server.ts'
import { requireVoice } from '#app/web/guard.server.ts'
import { db, transaction } from '#db/database.server.ts'
import { levelRefusal, wrongImages } from '../level-refusal.server.ts'
import { keepSent, withOwnDraft } from './draft-keep.server.ts'
import { type Read, readIdea, shownAgain } from './edit-form.server.ts'
import { newIdeaPage } from './new-page.server.ts'

export const handle: Handle = { section: 'ideas', wide: true }
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: editorStyles }]
export const meta: MetaFunction = ({ matches }) => pageTitle(matches, { key: 'ideas:editor.title' })

export async function loader({ request, context }: LoaderFunctionArgs) {
  const author = await requireVoice({ request, context })
  return newIdeaPage(author, new URL(request.url).searchParams, context.visit.locale)
}

const similarShown = 5

export async function action({ request, context }: ActionFunctionArgs) {
  const author = await requireVoice({ request, context })
  const form = await readIdea(request)
  if (form.typed.website) return back('/ideas')
  if (form.typed.intent === 'delete') return discard(author, form.typed.draft)
  const own = await withOwnDraft(author, form)
  let taken
  // Another window was quicker: with the same words both lead to the same page, with others to two.
  while (!taken) taken = await take(author, own, context.visit.locale)
  return taken
}

async function take(author: Person, form: Read, locale: 'it' | 'en') {
  const kept = await keepSent(author, form, locale)
  if (kept.published) return leadTo(kept.published)
  const page = { author, kept, form, locale }
  if (isWanting(kept)) return again(page)
  if (form.typed.intent === 'draft') return back(`/ideas/new?draft=${kept.draftId}`, 'draft-saved')
  if (!form.values) return again(page)
  return publishUnlessRefused(page, form.values)
}

async function publishUnlessRefused(page: Page, values: Values) {
  const { author, kept, form } = page
  if (await hasTooManyLinks(db, author, values.body)) return tooLinked(page)
  const similar = await unseen(form.typed)
  if (similar.length) return json({ ...shownWith(kept, form), error: null, similar })
  return publish(page, values)
}

/** The ideas like this one, unless the author has been shown them. */
const unseen = async ({ confirm, title }: Read['typed']): Promise<SimilarIdea[]> =>
  confirm ? [] : similarIdeas(db, title, { limit: similarShown })

type Kept = Extract<Awaited<ReturnType<typeof keepSent>>, { draftId: string }>

const isWanting = ({ refused, isNothing }: Kept) => isNothing || refused.length > 0

const shownWith = (kept: Kept, { typed }: Read) => ({
  ...kept,
  initialValue: { ...shownAgain(typed), draft: kept.draftId },
})

type Page = { author: Person; kept: Kept; form: Read; locale: 'it' | 'en'; words?: Words }

/** The same page with what was typed; 413 when the person's space is full, else 400. */
async function again({ author, kept, form, locale, words }: Page) {
  const full = kept.refused.some(({ why }) => why === 'quota')
  const { images, words: shots } = await wrongImages(author, kept.refused, locale)
  const isEmptyDraft = kept.isNothing && form.typed.intent === 'draft'
  const wrong = isEmptyDraft ? { title: ['ideas:editor.error.nothing'] } : form.error
  const error = { ...wrong, images }
  const shown = { ...shownWith(kept, form), error, words: words ?? shots, similar: null }
  return json(shown, { status: full ? 413 : 400 })
}

async function tooLinked(page: Page) {
  const { key, words } = await levelRefusal(page.author, 'links', page.locale)
  return again({ ...page, form: { ...page.form, error: { body: [key] } }, words })
}

async function discard(author: Person, draftId = '') {
  const published = await transaction(async (tx) =>
    (await deleteDraft(tx, author, draftId)) ? undefined : ownIdea(tx, author, draftId),
  )
  return published ? leadTo(published) : back('/ideas', 'draft-deleted')
}

type Values = NonNullable<Read['values']>

async function publish(page: Page, values: Values) {
  const { author, kept, form, locale } = page
  const { category: categoryId, title, body, tags } = values
  const proposed = await transaction(async (tx) => {
    const text = { title, body, categoryId, tags, locale }
    const done = await proposeIdea(tx, author, text, kept.draftId)
    if (done && done !== 'silenced') await followByTakingPart(tx, author.id, done.idea.id)
    return done
  })
  if (!proposed) return undefined
  if (proposed === 'silenced')
    return again({ ...page, form: { ...form, error: { body: ['moderation:waits.silenced'] } } })
  return leadTo(proposed.idea)
}

const leadTo = ({ number, slug, status }: Idea) =>
  back(`/ideas/${number}/${slug}`, status === waitingRoom ? 'idea-waiting' : 'idea-published')

export default function NewIdea() {
  const page = useLoaderData<typeof loader>()
  const done = useActionData<typeof action>()
  if (done?.similar) return <SimilarStep done={done} siteName={page.siteName} />
  return (
    <>
      <EditorPage page={page} done={done} />
      <script type="module" src={editorUrl} />
    </>
  )
}
