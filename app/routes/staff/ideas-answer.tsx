import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import type { z } from 'zod'
import type { Person } from '#app/domain/identity/viewer.rules.ts'
import { answerIdea, editAnswer } from '#app/domain/workflow/answer.server.ts'
import { AnswerForm } from '#app/domain/workflow/move.form.ts'
import { back, found, numberIn } from '#app/web/answer.server.ts'
import { invalid, read } from '#app/web/form.server.ts'
import { requirePermission } from '#app/web/guard.server.ts'
import { transaction } from '#db/database.server.ts'
import { deskPage } from '../desk/desk-loader.server.ts'
import { afterwards } from '../desk/desk-moved.server.ts'
import { Desk } from '../desk/desk.tsx'

export { links, meta } from './ideas.tsx'

export async function loader(knock: LoaderFunctionArgs) {
  return deskPage(knock, await requirePermission(knock, 'ideas.see-private'))
}

export async function action(knock: ActionFunctionArgs) {
  const speaker = await requirePermission(knock, 'ideas.answer')
  const number = numberIn(knock.params)
  const form = await read(knock.request.clone(), AnswerForm)
  if (form.reply) return invalid(form.reply)

  const { answerId, redirectTo } = form.values
  const next = answerId
    ? (redirectTo ?? `/staff/ideas?idea=${number}`)
    : await afterwards(knock.request, speaker, number, redirectTo)
  const outcome = found(await say(speaker, number, form.values))
  if (outcome === 'stale') return form.refuse({ body: 'staff:answer.stale' })
  return back(next, `answer-${outcome}`)
}

function say(speaker: Person, number: number, said: z.infer<typeof AnswerForm>) {
  const { body, answerId, seen } = said
  return transaction((tx) =>
    answerId
      ? editAnswer(tx, speaker, { number, answerId }, { body, seen })
      : answerIdea(tx, speaker, number, { body, seen }),
  )
}

export default function Answering() {
  return <Desk sent="answer" />
}
