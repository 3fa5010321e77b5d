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
import { editIdea, findOwnIdea } from '#app/domain/ideas/edit.server.ts'
import { limits } from '#app/domain/ideas/idea.form.ts'
import { arrangeImages, imagesOf, waitingImages } from '#app/domain/ideas/image.server.ts'
import type { Person } from '#app/domain/identity/viewer.rules.ts'
import type { Handle } from '#app/root.tsx'
import { EditPage } from '#app/ui/editor-edit.tsx'
import editorStyles from '#app/ui/editor.css?url'
import { pageTitle } from '#app/ui/page-title.ts'
import { back, found, numberIn } from '#app/web/answer.server.ts'
import { requireMember } from '#app/web/guard.server.ts'
import { db, transaction } from '#db/database.server.ts'
import { keepStored, type Read, readIdea, shownAgain, storeFiles } from './edit-form.server.ts'
import { formPage, storedIn } from './new-page.server.ts'

export const handle: Handle = { section: 'ideas', wide: true }
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: editorStyles }]
export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, { key: 'ideas:editor.editTitle' })

type Own = NonNullable<Awaited<ReturnType<typeof findOwnIdea>>>

const pathOf = ({ number, slug }: Own) => `/ideas/${number}/${slug}`

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const author = await requireMember({ request, context })
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
  const author = await requireMember({ request, context })
  const idea = found(await findOwnIdea(db, author, numberIn(params)))
  if (!idea.stage.editsOpen) return back(pathOf(idea), 'edits-closed')
  const form = await readIdea(request)
  const sent = await keepSent(author, idea, form)
  if (!form.values || sent.refused.length) return again(author, form, sent)

  const outcome = found(await edit(author, idea, form.values, sent))
  if (outcome === 'conflict') return again(author, form, sent, true)
  return back(pathOf(idea), outcome === 'edits-closed' ? outcome : `idea-${outcome}`)
}

type Sent = Awaited<ReturnType<typeof keepSent>>

/** New images wait as their owner's alone until the whole edit is right. */
async function keepSent(author: Person, idea: Own, { typed, files }: Read) {
  const { remove, alts } = typed
  const there = [...(await imagesOf(db, idea.id)), ...(await waitingImages(db, author, typed.kept))]
  const gone = there.filter(({ id }) => remove.includes(id))
  const { stored, refused } = await storeFiles(files, limits.images - there.length + gone.length)
  const kept = await transaction((tx) => keepStored(tx, author, stored))
  const waiting = [...typed.kept, ...kept.kept]
  return { kept: waiting, remove, alts, refused: [...refused, ...kept.refused] }
}

async function edit(author: Person, { id, number }: Own, values: Values, sent: Sent) {
  const { title, body, category: categoryId, tags, version = 0 } = values
  return transaction(async (tx) => {
    const text = { title, body, categoryId, tags }
    const outcome = await editIdea(tx, author, { number, version }, text)
    if (outcome === 'edited' || outcome === 'unchanged') await arrangeImages(tx, author, id, sent)
    return outcome
  })
}

type Values = NonNullable<Read['values']>

/** The same page with what was typed: 400 when it is wrong, 409 beside the text that is there now. */
async function again(author: Person, { typed, error }: Read, sent: Sent, isConflict = false) {
  const { kept, refused, alts } = sent
  const waiting = (await waitingImages(db, author, kept)).map(({ id }) => ({ id }))
  const images = refused.length ? ['ideas:editor.error.images'] : null
  const initialValue = { ...shownAgain(typed), version: typed.version }
  return json(
    { initialValue, error: { ...error, images }, kept, waiting, alts, refused, isConflict },
    { status: isConflict ? 409 : 400 },
  )
}

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
