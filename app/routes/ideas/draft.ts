import type { ActionFunctionArgs } from '@remix-run/node'
import { keepTyped } from './draft-keep.server.ts'
import { readIdea } from './edit-form.server.ts'

/**
 * Where the editor saves by itself: 204 when the draft is kept, 409 when the idea is published
 * already, 401 when the session is over (a form that is sent by hand is led to sign in instead).
 */
export async function action({ request, context }: ActionFunctionArgs) {
  const { viewer, locale } = context.visit
  if (!viewer) return new Response(null, { status: 401 })
  const form = await readIdea(request)
  if (!form.typed.draft) return new Response(null, { status: 400 })
  const kept = await keepTyped(viewer, { ...form, files: [] }, locale)
  return new Response(null, { status: kept.published ? 409 : 204 })
}
