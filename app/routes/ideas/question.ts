import type { ActionFunctionArgs } from '@remix-run/node'
import { AnsweredForm } from '#app/domain/promises/question.form.ts'
import { answerQuestion } from '#app/domain/workflow/question.server.ts'
import { back, found, numberIn } from '#app/web/answer.server.ts'
import { invalid, read } from '#app/web/form.server.ts'
import { requireVoice } from '#app/web/guard.server.ts'
import { transaction } from '#db/database.server.ts'

/** The author of an idea says that they have answered what the brand asked. */
export async function action(knock: ActionFunctionArgs) {
  const number = numberIn(knock.params)
  const author = await requireVoice(knock)
  const form = await read(knock.request, AnsweredForm)
  if (form.reply) return invalid(form.reply)

  const outcome = found(await transaction((tx) => answerQuestion(tx, author, number)))
  return back(form.values.redirectTo ?? `/ideas/${number}`, `question-${outcome}`)
}
