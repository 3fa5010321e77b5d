import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { VoteForForm } from '#app/domain/votes/on-behalf.form.ts'
import { castVoteFor } from '#app/domain/votes/on-behalf.server.ts'
import { shortlistIfWanted } from '#app/domain/workflow/shortlist.server.ts'
import { back, found, numberIn } from '#app/web/answer.server.ts'
import { invalid, read } from '#app/web/form.server.ts'
import { requirePermission } from '#app/web/guard.server.ts'
import { transaction } from '#db/database.server.ts'
import { deskPage } from '../desk/desk-loader.server.ts'
import { Desk } from '../desk/desk.tsx'

export { links, meta } from './ideas.tsx'

export async function loader(knock: LoaderFunctionArgs) {
  return deskPage(knock, await requirePermission(knock, 'ideas.see-private'))
}

export async function action(knock: ActionFunctionArgs) {
  const caster = await requirePermission(knock, 'ideas.move')
  const number = numberIn(knock.params)
  const form = await read(knock.request.clone(), VoteForForm)
  if (form.reply) return invalid(form.reply)

  const { redirectTo, ...vote } = form.values
  const outcome = found(
    await transaction(async (tx) => {
      const counted = await castVoteFor(tx, caster, number, vote)
      if (counted === 'cast') await shortlistIfWanted(tx, number)
      return counted
    }),
  )
  if (outcome === 'cast') return back(redirectTo ?? `/staff/ideas?idea=${number}`, 'vote-cast-for')
  return form.refuse({ handle: `staff:voteFor.${outcome}` })
}

export default function VotingForOthers() {
  return <Desk sent="voter" />
}
