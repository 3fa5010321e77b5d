import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { findIdea } from '#app/domain/ideas/idea.server.ts'
import { FlagForm } from '#app/domain/moderation/flag.form.ts'
import { flagIdea } from '#app/domain/moderation/flag.server.ts'
import type { Handle } from '#app/root.tsx'
import { pageTitle } from '#app/ui/page-title.ts'
import { back, found, numberIn } from '#app/web/answer.server.ts'
import { invalid, read } from '#app/web/form.server.ts'
import { requireMember } from '#app/web/guard.server.ts'
import { db, transaction } from '#db/database.server.ts'
import { FlagPage } from './flags-form.tsx'

export const handle: Handle = { section: 'ideas' }
export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, { key: 'ideas:flags.ideaTitle' })

export async function loader(knock: LoaderFunctionArgs) {
  const reporter = await requireMember(knock)
  const { number, slug, title } = found(await findIdea(db, numberIn(knock.params), reporter))
  return { title, path: `/ideas/${number}/${slug}` }
}

export async function action(knock: ActionFunctionArgs) {
  const number = numberIn(knock.params)
  const reporter = await requireMember(knock)
  const form = await read(knock.request, FlagForm)
  if (form.reply) return invalid(form.reply)

  const { reason, note, redirectTo } = form.values
  const outcome = await transaction((tx) => flagIdea(tx, reporter, number, { reason, note }))
  return back(redirectTo ?? `/ideas/${number}`, found(outcome))
}

export default function Flags() {
  const { title, path } = useLoaderData<typeof loader>()
  const { t } = useTranslation('ideas')
  return <FlagPage title={t('flags.ideaTitle')} quote={title} backHref={path} />
}
