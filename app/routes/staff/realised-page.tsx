import type {
  ActionFunctionArgs,
  LinksFunction,
  LoaderFunctionArgs,
  MetaFunction,
} from '@remix-run/node'
import { findIdea } from '#app/domain/ideas/idea.server.ts'
import { storeImage, type Stored } from '#app/domain/ideas/image-file.server.ts'
import { describeImage, dropImage, keepImage } from '#app/domain/ideas/image.server.ts'
import type { Person } from '#app/domain/identity/viewer.rules.ts'
import { changesIn, RealisedForm, type RealisedValues } from '#app/domain/realised/realised.form.ts'
import {
  publishRealisation,
  realisationOf,
  saveRealisation,
  withdrawRealisation,
} from '#app/domain/realised/realised.server.ts'
import { pageTitle } from '#app/ui/page-title.ts'
import staffStyles from '#app/ui/staff.css?url'
import { back, found, numberIn } from '#app/web/answer.server.ts'
import { invalid, read } from '#app/web/form.server.ts'
import { requirePermission } from '#app/web/guard.server.ts'
import { db, transaction, type Tx } from '#db/database.server.ts'
import { realisedEditor } from '../realised/editor.server.ts'
import { RealisedEditor } from '../realised/editor.tsx'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: staffStyles }]
export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, { key: 'realised:edit.title' })

export async function loader(knock: LoaderFunctionArgs) {
  return realisedEditor(knock, await requirePermission(knock, 'realised.edit'))
}

const refusals = {
  stale: { version: 'realised:edit.error.stale' },
  'no-such-source': { sources: 'realised:edit.error.sources' },
  'no-such-comment': { comment: 'realised:edit.error.comments' },
  'not-realised': { intent: 'realised:edit.error.notRealised' },
  nothing: { version: 'realised:edit.error.stale' },
  quota: { photo: 'identity:avatar.quota' },
}

export async function action(knock: ActionFunctionArgs) {
  const editor = await requirePermission(knock, 'realised.edit')
  const number = numberIn(knock.params)
  const idea = found(await findIdea(db, number, editor))
  const form = await read(knock.request, RealisedForm)
  if (form.reply) return invalid(form.reply)
  const here = `/staff/ideas/${number}/realised`
  const { values } = form
  if (values.intent === 'withdraw') {
    found(await transaction((tx) => withdrawRealisation(tx, editor, number)))
    return back(here, 'realised-withdrawn')
  }

  const stored = await photoIn(values)
  if (typeof stored === 'string') return form.refuse({ photo: `identity:avatar.${stored}` })
  const outcome = found(await written(editor, { number, ideaId: idea.id, values, stored }))
  if (outcome in refusals) return form.refuse(refusals[outcome as keyof typeof refusals])
  return back(here, outcome === 'saved' ? 'realised-saved' : 'realised-published')
}

const photoIn = async ({ photo }: RealisedValues) =>
  photo && storeImage(Buffer.from(await photo.arrayBuffer()), 'realised')

type Wish = { number: number; ideaId: string; values: RealisedValues; stored?: Stored }

/** A refusal leaves nothing behind: words, photo and publishing are one. */
class Refused extends Error {
  constructor(readonly outcome: string) {
    super(outcome)
  }
}

async function written(editor: Person, wish: Wish) {
  try {
    return await transaction((tx) => write(tx, editor, wish))
  } catch (refusal) {
    if (refusal instanceof Refused) return refusal.outcome
    throw refusal
  }
}

async function write(tx: Tx, editor: Person, { number, ideaId, values, stored }: Wish) {
  const photoId = await photoFor(tx, editor, { ideaId, values, stored })
  const { title, story, locale, honesty, realisedOn, productUrl, sources, version } = values
  const text = { title, story, locale, honesty, realisedOn, productUrl, sources, photoId }
  const saved = await saveRealisation(
    tx,
    editor,
    { number, version },
    { ...text, changes: changesIn(values) },
  )
  if (saved && saved !== 'saved') throw new Refused(saved)
  if (!saved || values.intent === 'save') return saved
  const shown = await publishRealisation(tx, editor, number)
  if (shown === 'not-realised' || shown === 'nothing') throw new Refused(shown)
  return shown === 'already-published' ? 'saved' : shown
}

/** The photo that stays or comes: the one it takes the place of is forgotten. */
async function photoFor(tx: Tx, editor: Person, { ideaId, values, stored }: Omit<Wish, 'number'>) {
  const before = await photoBefore(tx, ideaId)
  const { photoAlt: alt, removePhoto } = values
  const goes = !!(stored ?? removePhoto)
  if (before) await (goes ? dropImage(tx, before) : describeImage(tx, before, alt))
  if (!stored) return removePhoto ? null : before
  const kept = await keepImage(tx, editor.id, stored, { purpose: 'realised', ideaId, alt })
  if (kept === 'quota') throw new Refused(kept)
  return kept.id
}

async function photoBefore(tx: Tx, ideaId: string) {
  const page = await realisationOf(tx, ideaId)
  return page?.photoId ?? null
}

export default RealisedEditor
