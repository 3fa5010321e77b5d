import { parseWithZod } from '@conform-to/zod/v4'
import { categoryList } from '#app/domain/ideas/categories.server.ts'
import { clean, IdeaForm, limits, tagsOf } from '#app/domain/ideas/idea.form.ts'
import { storeImage, type Stored } from '#app/domain/ideas/image-file.server.ts'
import { keepImage } from '#app/domain/ideas/image.server.ts'
import { imagesAllowed } from '#app/domain/ideas/post-rights.server.ts'
import type { IdeaText } from '#app/domain/ideas/publish.server.ts'
import type { Wisher } from '#app/domain/points/rights.server.ts'
import type { Refused } from '#app/ui/editor-images.tsx'
import { formOf } from '#app/web/form.server.ts'
import { db, type Tx } from '#db/database.server.ts'

const mostDraft = 20_000

/**
 * What the idea form says: `typed` as it came, to be shown or kept again; `files`; and the checked
 * `values`, or `error` with message keys by field.
 */
export async function readIdea(request: Request) {
  const form = await formOf(request)
  const files = form.getAll('images').filter((file): file is File => isChosen(file))
  form.delete('images')
  const submission = parseWithZod(form, { schema: IdeaForm })
  const typed = typedOf(form)
  const categories = await categoryList(db)
  const error: Errors = submission.status === 'success' ? {} : wrongIn(submission.reply().error)
  if (!categories.some(({ id }) => id === typed.category))
    error.category = ['ideas:editor.error.category']
  const isRight = submission.status === 'success' && !error.category
  return { typed, files, categories, error, values: isRight ? submission.value : undefined }
}

type Errors = Record<string, string[] | null>
const wrongIn = (error: Errors | null | undefined) => ({ ...(error ?? { '': ['errors:invalid'] }) })

export type Read = Awaited<ReturnType<typeof readIdea>>

const isChosen = (file: FormDataEntryValue) => typeof file !== 'string' && file.size > 0

function typedOf(form: FormData) {
  const one = (name: string) => {
    const value = form.get(name)
    return typeof value === 'string' ? clean(value).slice(0, mostDraft) : undefined
  }
  const many = (name: string) => form.getAll(name).filter((value) => isId(value))
  const draft = one('draft')
  return {
    title: one('title') ?? '',
    body: one('body') ?? '',
    category: one('category'),
    tags: one('tags') ?? '',
    alts: Array.from({ length: limits.images }, (_, i) => one(`alt${i}`)?.slice(0, limits.alt)),
    kept: many('kept') as string[],
    remove: many('remove') as string[],
    draft: isId(draft) ? draft : undefined,
    version: Number(one('version')) || undefined,
    intent: one('intent'),
    confirm: one('confirm') === 'yes',
    website: one('website'),
  }
}

type Typed = Read['typed']

const isId = (value: unknown): value is string =>
  typeof value === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value)

/** What was typed as a text that can be kept as a draft, however unfinished. */
export const draftText = (
  { typed: { title, body, category, tags }, categories }: Read,
  locale: 'it' | 'en',
): IdeaText => {
  const chosen = categories.find(({ id }) => id === category)
  return {
    title: title.trim().slice(0, 300),
    body,
    categoryId: (chosen ?? categories[0]!).id,
    isUnsorted: !chosen,
    tags: tagsOf(tags).slice(0, 20),
    locale,
  }
}

/** Nothing in the form says anything: it would be a draft of nothing. */
export const isBlank = ({ typed: { title, body, tags }, files }: Read) =>
  !files.length && [title, body, tags].every((text) => !text.trim())

type Sent = { file: string; image: Stored }

/** How many more images an idea may have that has `there`, and why no more than that. */
export async function roomFor(author: Wisher, there: number) {
  const allowed = await imagesAllowed(db, author)
  const full = allowed < limits.images ? ('level' as const) : ('too-many' as const)
  return { room: allowed - there, full }
}

type Room = Awaited<ReturnType<typeof roomFor>>

/** Stores the files there is room for; the others are `refused`, each with its reason. */
export async function storeFiles(files: File[], { room, full }: Room) {
  const stored: Sent[] = []
  const refused: Refused[] = []
  for (const each of files) {
    const file = shownName(each.name)
    const image = stored.length < room ? await storeFile(each) : full
    if (typeof image === 'string') refused.push({ file, why: image })
    else stored.push({ file, image })
  }
  return { stored, refused }
}

const storeFile = async (file: File) =>
  file.size > limits.imageBytes
    ? 'too-large'
    : storeImage(Buffer.from(await file.arrayBuffer()), 'idea')

const shownName = (name: string) =>
  clean(name)
    .replace(/[\n\t\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .slice(0, 60) || '?'

/** Gives stored files to `owner`, as images that wait for their idea; the quota may refuse some. */
export async function keepStored(tx: Tx, owner: { id: string }, stored: Sent[]) {
  const kept: string[] = []
  const refused: Refused[] = []
  for (const { file, image } of stored) {
    const row = await keepImage(tx, owner.id, image, { purpose: 'idea' })
    if (row === 'quota') refused.push({ file, why: 'quota' })
    else kept.push(row.id)
  }
  return { kept, refused }
}

/** What the form shows again in each field. */
export const shownAgain = ({ title, body, category, tags, draft }: Typed) => ({
  title,
  body,
  category: category ?? '',
  tags,
  draft,
})
