import { fileLimits } from '#app/domain/care/file.rules.ts'
import {
  type CaseFile,
  keepCaseFiles,
  type Sender,
  waitingFiles,
} from '#app/domain/care/file.server.ts'
import {
  type FileRefusal,
  storeCaseFile,
  type StoredFile,
} from '#app/domain/care/file-store.server.ts'
import { clean } from '#app/domain/ideas/idea.form.ts'
import { db, transaction } from '#db/database.server.ts'

/** A file that came with a form and waits for it to be done. */
export type WaitingFile = { id: string; name: string; kind: CaseFile['kind']; bytes: number }
export type RefusedFile = { file: string; why: FileRefusal | 'too-many' | 'quota' }

const isChosen = (file: FormDataEntryValue): file is File =>
  typeof file !== 'string' && file.size > 0

/** Takes the files out of a form. */
export function filesOf(form: FormData) {
  const files = form.getAll('attachments').filter(isChosen)
  form.delete('attachments')
  return files
}

const isId = (value: unknown): value is string =>
  typeof value === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value)

/** The ids of files that came with this form before, without those to leave out. */
export function keptIn(form: FormData) {
  const removed = form.getAll('remove')
  return form.getAll('kept').filter((id): id is string => isId(id) && !removed.includes(id))
}

/**
 * Keeps the files of a form until it is done, with those that came before: nothing has to be chosen
 * twice. Those that are not taken are `refused`, each with its reason.
 */
export async function keepFiles(sender: Sender, files: File[], kept: string[]) {
  const before = await waitingFiles(db, sender?.id ?? null, kept)
  const room = fileLimits.inMessage - before.length
  const stored: StoredFile[] = []
  const refused: RefusedFile[] = []
  for (const file of files) {
    const done = stored.length < room ? await storeFile(file) : ('too-many' as const)
    if (typeof done === 'string') refused.push({ file: nameOf(file), why: done })
    else stored.push(done)
  }
  const fresh = await transaction((tx) => keepCaseFiles(tx, sender, stored))
  for (const file of fresh.refused) refused.push({ file, why: 'quota' })
  return { waiting: [...before, ...fresh.kept].map(shown), refused }
}

const storeFile = async (file: File) =>
  file.size > fileLimits.bytes
    ? ('too-large' as const)
    : storeCaseFile(Buffer.from(await file.arrayBuffer()), file.name)

const nameOf = ({ name }: File) =>
  clean(name)
    .replace(/[\n\t\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .slice(0, 60) || '?'

const shown = ({ id, name, kind, bytes }: CaseFile): WaitingFile => ({ id, name, kind, bytes })

/** 413 where the sender's space is full, else 400. */
export const statusFor = (refused: RefusedFile[]) =>
  refused.some(({ why }) => why === 'quota') ? 413 : 400
