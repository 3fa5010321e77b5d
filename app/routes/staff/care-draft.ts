import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { findCase } from '#app/domain/care/case.server.ts'
import { DraftForm } from '#app/domain/care/composer.form.ts'
import { keepWords } from '#app/domain/care/draft.server.ts'
import { noticeAgent } from '#app/domain/care/presence.server.ts'
import { back, found } from '#app/web/answer.server.ts'
import { read } from '#app/web/form.server.ts'
import { requirePermission } from '#app/web/guard.server.ts'
import { db, transaction } from '#db/database.server.ts'
import { caseHref } from '../care-desk/case-href.ts'

export async function loader(knock: LoaderFunctionArgs) {
  const agent = await requirePermission(knock, 'care.answer')
  return back(caseHref(found(await findCase(db, agent, knock.params.id!)).id))
}

/** Where the composer saves by itself while somebody types: 204 once the words are kept. */
export async function action(knock: ActionFunctionArgs) {
  const agent = await requirePermission(knock, 'care.answer')
  const row = found(await findCase(db, agent, knock.params.id!))
  const { values } = await read(knock.request, DraftForm)
  if (!values) return new Response(null, { status: 400 })
  const [kind, body] =
    'note' in values ? (['note', values.note] as const) : (['reply', values.reply] as const)
  await transaction(async (tx) => {
    await keepWords(tx, agent, { caseId: row.id, kind }, body)
    await noticeAgent(tx, agent, row.id, !!body.trim())
  })
  return new Response(null, { status: 204 })
}
