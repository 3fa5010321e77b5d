import {
  type ActionFunctionArgs,
  json,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import editorUrl from '#app/editor.ts?worker&url'
import { deleteDraft, ownIdea, publishDraft } from '#app/domain/ideas/draft.server.ts'
import { type SimilarIdea, similarIdeas } from '#app/domain/ideas/similar.server.ts'
import { followByTakingPart } from '#app/domain/follows/follow.server.ts'
import type { Person } from '#app/domain/identity/viewer.rules.ts'
import type { Handle } from '#app/root.tsx'
import editorStyles from '#app/ui/editor.css?url'
import { EditorPage } from '#app/ui/editor-page.tsx'
import { SimilarStep } from '#app/ui/editor-step.tsx'
import { pageTitle } from '#app/ui/page-title.ts'
import { back, found } from '#app/web/answer.server.ts'
import { requireMember } from '#app/web/guard.server.ts'
import { db, transaction } from '#db/database.server.ts'
import { keepTyped } from './draft-keep.server.ts'
import { type Read, readIdea, shownAgain } from './edit-form.server.ts'
import { newIdeaPage } from './new-page.server.ts'

export const handle: Handle = { section: 'ideas', wide: true }
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: editorStyles }]
export const meta: MetaFunction = ({ matches }) => pageTitle(matches, { key: 'ideas:editor.title' })

export async function loader({ request, context }: LoaderFunctionArgs) {
  const author = await requireMember({ request, context })
  return newIdeaPage(author, new URL(request.url).searchParams, context.visit.locale)
}

const similarShown = 5

export async function action({ request, context }: ActionFunctionArgs) {
  const author = await requireMember({ request, context })
  const form = await readIdea(request)
  if (form.typed.website) return back('/ideas')
  if (form.typed.intent === 'delete') return discard(author, form.typed.draft)

  const { locale } = context.visit
  const kept = await keepTyped(author, form, locale)
  if (kept.published) return back(pathOf(kept.published), 'idea-published')
  if (isWanting(kept)) return again(kept, form)
  if (form.typed.intent === 'draft') return back(`/ideas/new?draft=${kept.draftId}`, 'draft-saved')
  if (!form.values) return again(kept, form)

  const similar = await unseen(form.typed)
  if (similar.length) return json({ ...shownWith(kept, form), error: null, similar })
  return publish(author, kept.draftId, form.values, locale)
}

/** The ideas like this one, unless the author has been shown them. */
const unseen = async ({ confirm, title }: Read['typed']): Promise<SimilarIdea[]> =>
  confirm ? [] : similarIdeas(db, title, { limit: similarShown })

type Kept = Extract<Awaited<ReturnType<typeof keepTyped>>, { draftId: string }>

const isWanting = ({ refused, isNothing }: Kept) => isNothing || refused.length > 0

const shownWith = (kept: Kept, { typed }: Read) => ({
  ...kept,
  initialValue: { ...shownAgain(typed), draft: kept.draftId },
})

/** The same page with what was typed; 413 when the person's space is full, else 400. */
function again(kept: Kept, form: Read) {
  const full = kept.refused.some(({ why }) => why === 'quota')
  const images = kept.refused.length ? ['ideas:editor.error.images'] : null
  const isEmptyDraft = kept.isNothing && form.typed.intent === 'draft'
  const wrong = isEmptyDraft ? { title: ['ideas:editor.error.nothing'] } : form.error
  const shown = { ...shownWith(kept, form), error: { ...wrong, images }, similar: null }
  return json(shown, { status: full ? 413 : 400 })
}

async function discard(author: Person, draftId = '') {
  const published = await transaction(async (tx) =>
    (await deleteDraft(tx, author, draftId)) ? undefined : ownIdea(tx, author, draftId),
  )
  return published ? back(pathOf(published), 'idea-published') : back('/ideas', 'draft-deleted')
}

type Values = NonNullable<Read['values']>

async function publish(
  author: Person,
  draftId: string,
  { category: categoryId, title, body, tags }: Values,
  locale: 'it' | 'en',
) {
  const idea = await transaction(async (tx) => {
    const text = { title, body, categoryId, tags, locale }
    const published = await publishDraft(tx, author, draftId, text)
    if (published) await followByTakingPart(tx, author.id, published.id)
    // The same form, sent twice: the other one was quicker, and leads to the same page.
    return published ?? (await ownIdea(tx, author, draftId))
  })
  return back(pathOf(found(idea)), 'idea-published')
}

const pathOf = ({ number, slug }: { number: number; slug: string }) => `/ideas/${number}/${slug}`

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
