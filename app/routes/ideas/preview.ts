import type { ActionFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { limits } from '#app/domain/ideas/idea.form.ts'
import { renderMarkdown } from '#app/domain/ideas/markdown.rules.ts'
import { drawnPage } from '#app/web/drawn.server.ts'
import { invalid, read } from '#app/web/form.server.ts'
import { requireMember } from '#app/web/guard.server.ts'

const PreviewForm = z.strictObject({
  body: z
    .string()
    .max(limits.body[1] * 2)
    .default(''),
})

/** A description as its page would show it, as a piece of HTML. */
export async function action({ request, context }: ActionFunctionArgs) {
  await requireMember({ request, context })
  const form = await read(request, PreviewForm)
  if (form.reply) return invalid(form.reply)
  const html = renderMarkdown(form.values.body, { links: true })
  return drawnPage(html)
}
