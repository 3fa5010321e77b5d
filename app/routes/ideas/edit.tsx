import {
  type ActionFunctionArgs,
  json,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import editorUrl from '#app/editor.ts?worker&url'
import { findOwnIdea } from '#app/domain/ideas/edit.server.ts'
import { arrangeImages, imagesOf, waitingImages } from '#app/domain/ideas/image.server.ts'
import type { Person } from '#app/domain/identity/viewer.rules.ts'
import { changeIdea } from '#app/domain/moderation/screen.server.ts'
import type { Handle } from '#app/root.tsx'
import { EditPage } from '#app/ui/editor-edit.tsx'
import editorStyles from '#app/ui/editor.css?url'
import { pageTitle } from '#app/ui/page-title.ts'
import { back, found, numberIn } from '#app/web/answer.server.ts'
import type { Words } from '#app/web/form.server.ts'
import { requireVoice } from '#app/web/guard.server.ts'
import { db, transaction } from '#db/database.server.ts'
import { levelRefusal, wrongImages } from '../level-refusal.server.ts'
import {
  keepStored,
  type Read,
  readIdea,
  roomFor,
  shownAgain,
  storeFiles,
} from './edit-form.server.ts'
import { formPage, storedIn } from './new-page.server.ts'

export const handle: Handle = { section: 'ideas', wide: true }
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: editorStyles }]
export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, { key: 'ideas:editor.editTitle' })

type Own = NonNullable<Awaited<ReturnType<typeof findOwnIdea>>>

const pathOf = ({ number, slug }: Own) => `/ideas/${number}/${slug}`

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const author = await requireVoice({ request, context })
  const idea = found(await findOwnIdea(db, author, numberIn(params)))
  if (idea.status === 'draft') throw redirect(`/ideas/new?draft=${idea.id}`)
  const { stored, images } = await storedIn(idea)
  return {
    ...(await formPage(context.visit.locale)),
    images,
    stored: { ...stored, version: idea.version },
    path: pathOf(idea),
    isOpen: idea.stage.editsOpen,
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const author = await requireVoice({ request, context })
  const idea = found(await findOwnIdea(db, author, numberIn(params)))
  if (!idea.stage.editsOpen) return back(pathOf(idea), 'edits-closed')
  const form = await readIdea(request)
  const sent = await keepSent(author, idea, form)
  const page = { author, form, sent, locale: context.visit.locale }
  if (!form.values || sent.refused.length) return again(page)

  const outcome = found(await edit(author, idea, form.values, sent))
  if (outcome === 'conflict') return again({ ...page, isConflict: true })
  if (outcome === 'too-many-links') return tooLinked(page)
  if (outcome === 'silenced') return silenced(page)
  return back(pathOf(idea), noticeOf[outcome])
}

const noticeOf = {
  edited: 'idea-edited',
  unchanged: 'idea-unchanged',
  waits: 'idea-waiting',
  'edits-closed': 'edits-closed',
}

type Sent = Awaited<ReturnType<typeof keepSent>>

/** New images wait as their owner's alone until the whole edit is right. */
async function keepSent(author: Person, idea: Own, { typed, files }: Read) {
  const { remove, alts } = typed
  const there = [...(await imagesOf(db, idea.id)), ...(await waitingImages(db, author, typed.kept))]
  const gone = there.filter(({ id }) => remove.includes(id))
  const { stored, refused } = await storeFiles(
    files,
    await roomFor(author, there.length - gone.length),
  )
  const kept = await transaction((tx) => keepStored(tx, author, stored))
  const waiting = [...typed.kept, ...kept.kept]
  return { kept: waiting, remove, alts, refused: [...refused, ...kept.refused] }
}

/** With these the images change as well. */
const keeping = ['edited', 'unchanged', 'waits']

async function edit(author: Person, { id, number }: Own, values: Values, sent: Sent) {
  const { title, body, category: categoryId, tags, version = 0 } = values
  return transaction(async (tx) => {
    const text = { title, body, categoryId, tags }
    const outcome = await changeIdea(tx, author, { number, version }, text)
    if (outcome && keeping.includes(outcome)) await arrangeImages(tx, author, id, sent)
    return outcome
  })
}

type Values = NonNullable<Read['values']>

type Page = {
  author: Person
  form: Read
  sent: Sent
  locale: 'it' | 'en'
  isConflict?: boolean
  words?: Words
}

/** The same page with what was typed: 400 when it is wrong, 409 beside the text that is there now. */
async function again({ author, form: { typed, error }, sent, locale, isConflict, words }: Page) {
  const { kept, refused, alts } = sent
  const waiting = (await waitingImages(db, author, kept)).map(({ id }) => ({ id }))
  const wrong = await wrongImages(author, refused, locale)
  const initialValue = { ...shownAgain(typed), version: typed.version }
  const said = { error: { ...error, images: wrong.images }, words: words ?? wrong.words }
  return json(
    { initialValue, ...said, kept, waiting, alts, refused, isConflict },
    { status: isConflict ? 409 : 400 },
  )
}

async function tooLinked(page: Page) {
  const { key, words } = await levelRefusal(page.author, 'links', page.locale)
  const form = { ...page.form, error: { ...page.form.error, body: [key] } }
  return again({ ...page, form, words })
}

const silenced = (page: Page) =>
  again({ ...page, form: { ...page.form, error: { body: ['moderation:waits.silenced'] } } })

export default function EditIdea() {
  const page = useLoaderData<typeof loader>()
  const done = useActionData<typeof action>()
  return (
    <>
      <EditPage page={page} done={done} />
      {page.isOpen && <script type="module" src={editorUrl} />}
    </>
  )
}
