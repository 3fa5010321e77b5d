import { parseWithZod } from '@conform-to/zod/v4'
import type { z } from 'zod'
import {
  type FileRefusal,
  storeCaseFile,
  type StoredFile,
} from '#app/domain/care/file-store.server.ts'
import { fileLimits, shownName } from '#app/domain/care/file.rules.ts'
import { formOf, invalid, type Words } from '#app/web/form.server.ts'

/** What a composer says: the checked `values` or a `reply` as of any form, and the files that came with it. */
export async function readComposer<Schema extends z.core.$ZodType>(
  request: Request,
  schema: Schema,
) {
  const form = await formOf(request)
  const files = form.getAll('files').filter((file): file is File => isChosen(file))
  form.delete('files')
  const submission = parseWithZod(form, { schema })
  const refuse = (errors: Record<string, string>, words?: Words) =>
    invalid(
      submission.reply({
        fieldErrors: Object.fromEntries(Object.entries(errors).map(([k, v]) => [k, [v]])),
      }),
      words,
    )
  const values = submission.status === 'success' ? submission.value : undefined
  return { files, refuse, values, reply: values ? undefined : submission.reply() }
}

const isChosen = (file: FormDataEntryValue) => typeof file !== 'string' && file.size > 0

export type Refused = { file: string; why: FileRefusal | 'too-many' | 'no-room' }

/** Stores the files there is room for beside `there` others; each of the rest with its reason. */
export async function storeComposerFiles(files: File[], there: number) {
  const stored: StoredFile[] = []
  const refused: Refused[] = []
  for (const file of files) {
    const isRoom = there + stored.length < fileLimits.inMessage
    const kept = isRoom ? await storeOne(file) : 'too-many'
    if (typeof kept === 'string') refused.push({ file: shownName(file.name, 'text'), why: kept })
    else stored.push(kept)
  }
  return { stored, refused }
}

const storeOne = async (file: File) =>
  file.size > fileLimits.bytes
    ? 'too-large'
    : storeCaseFile(Buffer.from(await file.arrayBuffer()), file.name)
