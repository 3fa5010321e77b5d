import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { commentToFlag } from '#app/domain/moderation/flag-thing.server.ts'
import type { Handle } from '#app/root.tsx'
import { pageTitle } from '#app/ui/page-title.ts'
import { found } from '#app/web/answer.server.ts'
import { db } from '#db/database.server.ts'
import { flagPage, takeFlag } from '../flags/door.server.ts'
import { FlagPage } from '../flags/page.tsx'

export const handle: Handle = { section: 'ideas' }
export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, { key: 'ideas:flags.commentTitle' })

const meant = async ({ params, context }: LoaderFunctionArgs) =>
  found(await commentToFlag(db, context.visit.viewer, params.id!))

export const loader = async (knock: LoaderFunctionArgs) => flagPage(knock, await meant(knock))
export const action = async (knock: ActionFunctionArgs) => takeFlag(knock, await meant(knock))

export default function Flags() {
  const { t } = useTranslation('ideas')
  return <FlagPage title={t('flags.commentTitle')} page={useLoaderData<typeof loader>()} />
}
