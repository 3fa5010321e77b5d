import { mediaTypes } from '#app/domain/care/file.rules.ts'
import { type CaseFile, findCaseFile } from '#app/domain/care/file.server.ts'
import { caseFileBytes } from '#app/domain/care/file-store.server.ts'
import type { Person } from '#app/domain/identity/viewer.rules.ts'
import { found } from '#app/web/answer.server.ts'
import type { Knock } from '#app/web/visit.server.ts'
import { db } from '#db/database.server.ts'

const isId = (text = '') => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)

/** A file's address is no page to sign in at and come back to: signed out there is nothing. */
export function signedIn({ context }: Knock) {
  if (!context.visit.viewer) throw new Response(null, { status: 401 })
}

/**
 * A file of a case, whole, to whoever may see the case at this moment; there is no address of it
 * that does without. Whatever is asked of it (a part, its head, whether it is still the same), who
 * asks is asked first, and nothing of it is kept on the way. It can do nothing where it is opened.
 */
export async function caseFileAnswer(
  viewer: Person,
  { id, file: fileId }: { id?: string; file?: string },
  find = findCaseFile,
) {
  if (!isId(id) || !isId(fileId)) throw new Response(null, { status: 404 })
  const file = found(await find(db, viewer, id!, fileId!))
  const bytes = found(await caseFileBytes(file.id, file.kind))
  return new Response(new Uint8Array(bytes), { headers: headersOf(file, bytes.length) })
}

const headersOf = ({ kind, name }: CaseFile, length: number) => ({
  'Content-Type': mediaTypes[kind],
  'Content-Length': String(length),
  'Content-Disposition': `${kind === 'image' ? 'inline' : 'attachment'}; ${named(name)}`,
  'Content-Security-Policy': "sandbox; default-src 'none'",
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'Accept-Ranges': 'none',
  'Cache-Control': 'private, no-store',
})

/** The name twice, as old and new browsers read it; nothing in it can end the header. */
function named(name: string) {
  const plain = name.normalize('NFKD').replace(/[^\w .()-]/g, '_')
  const whole = encodeURIComponent(name).replace(
    /['()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `filename="${plain}"; filename*=UTF-8''${whole}`
}
