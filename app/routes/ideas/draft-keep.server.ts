import {
  draftIdBeside,
  draftTitled,
  newDraftId,
  ownIdea,
  saveDraft,
} from '#app/domain/ideas/draft.server.ts'
import { arrangeImages, imagesOf } from '#app/domain/ideas/image.server.ts'
import { saysOrSaid } from '#app/domain/ideas/text-at.server.ts'
import type { Person } from '#app/domain/identity/viewer.rules.ts'
import { db, transaction } from '#db/database.server.ts'
import {
  draftText,
  isBlank,
  keepStored,
  type Read,
  roomFor,
  storeFiles,
} from './edit-form.server.ts'

/**
 * Keeps whatever the form of a new idea says as its author's draft, whose id it carries, images
 * included, before anything is judged: nothing typed is lost. Answers the `draftId` with its images,
 * or the `published` idea that this draft has become. A form that says nothing begins no draft.
 */
export async function keepTyped(author: Person, form: Read, locale: 'it' | 'en') {
  const { typed, files } = form
  const { remove, alts } = typed
  const draftId = typed.draft!
  if (isBlank(form) && !(await ownIdea(db, author, draftId)))
    return { draftId, images: [], refused: [], isNothing: true }
  const there = await imagesOf(db, draftId)
  const gone = there.filter(({ id }) => remove.includes(id))
  const sent = await storeFiles(files, await roomFor(author, there.length - gone.length))
  const text = draftText(form, locale)

  return transaction(async (tx) => {
    const { draft, published } = await saveDraft(tx, author, draftId, text)
    if (!draft) return { published }
    const { kept, refused } = await keepStored(tx, author, sent.stored)
    const images = await arrangeImages(tx, author, draft.id, { kept, remove, alts })
    const shown = images.map(({ id, alt }) => ({ id, alt }))
    return {
      draftId: draft.id,
      images: shown,
      refused: [...sent.refused, ...refused],
      isNothing: false,
    }
  })
}

/**
 * As `keepTyped`, for a form that is sent and not left again: where another window published this
 * very draft with other words, those of the form begin a draft of their own, the same one however
 * often it is sent. The images of the draft stay with what was published.
 */
export async function keepSent(
  author: Person,
  form: Read,
  locale: 'it' | 'en',
): ReturnType<typeof keepTyped> {
  const kept = await keepTyped(author, form, locale)
  if (!kept.published || isBlank(form)) return kept
  if (await saysOrSaid(db, kept.published, draftText(form, locale))) return kept
  const beside = draftIdBeside(kept.published.id, form.typed)
  const { length } = await imagesOf(db, kept.published.id)
  return keepSent(author, withDraft(form, beside, length), locale)
}

/** The form with another draft's id, in which the first `without` images are not. */
const withDraft = (form: Read, draft: string, without = 0): Read => ({
  ...form,
  typed: { ...form.typed, draft, alts: form.typed.alts.slice(without) },
})

/** The form with its draft's id, which publishes it once; one that lost it is known by its title. */
export async function withOwnDraft(author: Person, form: Read) {
  const { draft, title } = form.typed
  if (draft) return form
  const titled = title ? await draftTitled(db, author, title) : undefined
  return withDraft(form, titled?.id ?? newDraftId())
}
