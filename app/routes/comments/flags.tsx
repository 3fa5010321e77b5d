import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { plainText } from '#app/domain/ideas/markdown.rules.ts'
import { FlagForm } from '#app/domain/moderation/flag.form.ts'
import { flagComment } from '#app/domain/moderation/flag.server.ts'
import type { Handle } from '#app/root.tsx'
import { pageTitle } from '#app/ui/page-title.ts'
import { back, found } from '#app/web/answer.server.ts'
import { invalid, read } from '#app/web/form.server.ts'
import { requireMember } from '#app/web/guard.server.ts'
import { transaction } from '#db/database.server.ts'
import { FlagPage } from '../ideas/flags-form.tsx'
import { pathTo, readable } from './comment-door.server.ts'

export const handle: Handle = { section: 'ideas' }
export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, { key: 'ideas:flags.commentTitle' })

export async function loader(knock: LoaderFunctionArgs) {
  await requireMember(knock)
  const comment = await readable(knock)
  return { quote: plainText(comment.body).slice(0, 300), path: await pathTo(comment) }
}

export async function action(knock: ActionFunctionArgs) {
  const reporter = await requireMember(knock)
  const path = await pathTo(await readable(knock))
  const form = await read(knock.request, FlagForm)
  if (form.reply) return invalid(form.reply)

  const { reason, note, redirectTo } = form.values
  const outcome = await transaction((tx) =>
    flagComment(tx, reporter, knock.params.id!, { reason, note }),
  )
  return back(redirectTo ?? path, found(outcome))
}

export default function Flags() {
  const { quote, path } = useLoaderData<typeof loader>()
  const { t } = useTranslation('ideas')
  return <FlagPage title={t('flags.commentTitle')} quote={quote} backHref={path} />
}
