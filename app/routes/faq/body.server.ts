import { renderMarkdown } from '#app/domain/ideas/markdown.rules.ts'
import { env } from '#app/web/env.server.ts'

/** An answer as HTML. Its editors may link pages of the house by their path alone. */
export const answerHtml = (body: string) =>
  renderMarkdown(body.replace(/\]\((\/[^\s()]*)\)/g, `](${env.publicUrl.origin}$1)`), {
    links: true,
  })
