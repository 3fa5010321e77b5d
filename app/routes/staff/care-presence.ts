import { json, type LoaderFunctionArgs } from '@remix-run/node'
import { findCase } from '#app/domain/care/case.server.ts'
import { newsFor } from '#app/domain/care/presence.server.ts'
import { speakers } from '#app/messages/i18n.ts'
import { found } from '#app/web/answer.server.ts'
import { requirePermission } from '#app/web/guard.server.ts'
import { db } from '#db/database.server.ts'

/** Who else is at a case, in words, and whether somebody wrote since the page was made. */
export async function loader(knock: LoaderFunctionArgs) {
  const agent = await requirePermission(knock, 'care.answer')
  const row = found(await findCase(db, agent, knock.params.id!))
  const seen = new URL(knock.request.url).searchParams.get('seen') ?? ''
  const { others, isNewer } = await newsFor(db, agent, row.id, seen)
  const { t } = speakers[knock.context.visit.locale]
  const words = others.map(({ name, isWriting }) =>
    t(isWriting ? 'care:talk.isWriting' : 'care:talk.isHere', { name }),
  )
  return json(
    { words: words.join(' '), newer: isNewer ? t('care:talk.newer') : '' },
    { headers: { 'Cache-Control': 'private, no-store' } },
  )
}
