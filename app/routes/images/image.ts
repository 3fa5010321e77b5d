import type { LoaderFunctionArgs } from '@remix-run/node'
import { imageBytes, type Variant } from '#app/domain/ideas/image-file.server.ts'
import { findImage } from '#app/domain/ideas/image.server.ts'
import { found } from '#app/web/answer.server.ts'
import { db } from '#db/database.server.ts'

const variants: readonly string[] = ['large', 'thumb', 'avatar'] satisfies Variant[]
const isId = (text: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)

const keep = {
  public: 'public, max-age=31536000, immutable',
  private: 'private, no-store',
}

/** An image, to whoever may see what it belongs to; its name and type are ours, and it can do nothing. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const { id = '', variant = '' } = params
  if (!isId(id) || !variants.includes(variant)) throw new Response(null, { status: 404 })

  const sight = found(await findImage(db, id, context.visit.viewer))
  const bytes = found(await imageBytes(id, variant as Variant))
  return new Response(new Uint8Array(bytes), {
    headers: {
      'Content-Type': 'image/webp',
      'Content-Length': String(bytes.length),
      'Content-Disposition': `inline; filename="${id}.${variant}.webp"`,
      'Content-Security-Policy': "sandbox; default-src 'none'",
      'X-Content-Type-Options': 'nosniff',
      'Cross-Origin-Resource-Policy': 'same-origin',
      'Cache-Control': keep[sight],
    },
  })
}
