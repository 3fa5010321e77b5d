import type { ActionFunctionArgs } from '@remix-run/node'
import { VoteForm } from '#app/domain/votes/vote.form.ts'
import { castVote, withdrawVote } from '#app/domain/votes/vote.server.ts'
import { shortlistIfWanted } from '#app/domain/workflow/shortlist.server.ts'
import { back, found, numberIn } from '#app/web/answer.server.ts'
import { invalid, read } from '#app/web/form.server.ts'
import { requireMember } from '#app/web/guard.server.ts'
import { transaction } from '#db/database.server.ts'

export async function action(knock: ActionFunctionArgs) {
  const number = numberIn(knock.params)
  const voter = await requireMember(knock)
  const form = await read(knock.request, VoteForm)
  if (form.reply) return invalid(form.reply)

  const { intent, redirectTo } = form.values
  const act = intent === 'cast' ? castVote : withdrawVote
  const outcome = await transaction(async (tx) => {
    const counted = await act(tx, voter, number)
    if (counted === 'cast') await shortlistIfWanted(tx, number)
    return counted
  })
  return back(redirectTo ?? `/ideas/${number}`, found(outcome))
}
