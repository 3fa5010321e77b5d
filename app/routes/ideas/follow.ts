import type { ActionFunctionArgs } from '@remix-run/node'
import { FollowForm } from '#app/domain/follows/follow.form.ts'
import { followIdea, muteIdea } from '#app/domain/follows/follow.server.ts'
import { back, found, numberIn } from '#app/web/answer.server.ts'
import { invalid, read } from '#app/web/form.server.ts'
import { requireMember } from '#app/web/guard.server.ts'
import { transaction } from '#db/database.server.ts'

export async function action(knock: ActionFunctionArgs) {
  const number = numberIn(knock.params)
  const person = await requireMember(knock)
  const form = await read(knock.request, FollowForm)
  if (form.reply) return invalid(form.reply)

  const { intent, redirectTo } = form.values
  const act = intent === 'follow' ? followIdea : muteIdea
  const state = found(await transaction((tx) => act(tx, person, number)))
  return back(redirectTo ?? `/ideas/${number}`, state)
}
