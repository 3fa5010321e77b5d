import type { LoaderFunctionArgs } from '@remix-run/node'
import { copyBytes } from '#app/domain/privacy/export-file.server.ts'
import { fetchExport } from '#app/domain/privacy/export.server.ts'
import { found } from '#app/web/answer.server.ts'
import { requireOwnProof } from '#app/web/guard.server.ts'
import { transaction } from '#db/database.server.ts'

/** One’s own copy of one’s data: for its owner, with a password typed just now, for a day. */
export async function loader(knock: LoaderFunctionArgs) {
  const member = await requireOwnProof(knock)
  const copy = found(await transaction((tx) => fetchExport(tx, member, knock.params.id ?? '')))
  const bytes = found(await copyBytes(copy.id))
  return new Response(new Uint8Array(bytes), {
    headers: {
      'Content-Type': 'application/zip',
      'Content-Length': String(bytes.length),
      'Content-Disposition': 'attachment; filename="granaio-data.zip"',
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'private, no-store',
    },
  })
}
