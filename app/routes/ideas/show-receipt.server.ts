import { isRefusal, reasonIn } from '#app/domain/appeals/appeal.rules.ts'
import { languageOf } from '#app/domain/site/language.rules.ts'
import { renderMarkdown } from '#app/domain/ideas/markdown.rules.ts'
import type { Reason } from '#app/domain/workflow/workflow.rules.ts'
import type { Locale } from '#app/web/visit.server.ts'

type Move = {
  id: string
  toStatus: string
  reason: string | null
  couldChange: string
  movedAt: Date
}

export type Refusal = { reason: Reason | null; html: string; lang?: 'it' | 'en' } | null

/** What could change a refusal, as everybody reads it in the idea's history; `null` for other moves. */
export function refusalShown(move: Move, locale: Locale): Refusal {
  if (!isRefusal(move)) return null
  const language = languageOf(move.couldChange)
  return {
    reason: reasonIn(move.reason) ?? null,
    html: move.couldChange && renderMarkdown(move.couldChange),
    lang: language && language !== locale ? language : undefined,
  }
}
