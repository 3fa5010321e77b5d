import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { imagesOf } from '#app/domain/ideas/image.server.ts'
import { ideaToFlag } from '#app/domain/moderation/flag-thing.server.ts'
import type { Handle } from '#app/root.tsx'
import { pageTitle } from '#app/ui/page-title.ts'
import { found, numberIn } from '#app/web/answer.server.ts'
import { db } from '#db/database.server.ts'
import { flagPage, takeFlag } from '../flags/door.server.ts'
import { FlagPage } from '../flags/page.tsx'

export const handle: Handle = { section: 'ideas' }
export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, { key: 'ideas:flags.ideaTitle' })

const meant = async ({ params, context }: LoaderFunctionArgs) =>
  found(await ideaToFlag(db, context.visit.viewer, numberIn(params)))

export async function loader(knock: LoaderFunctionArgs) {
  const thing = await meant(knock)
  const pictures = (await imagesOf(db, thing.subjectId)).filter(({ hiddenAt }) => !hiddenAt)
  return { ...flagPage(knock, thing), pictures: pictures.map(({ id, alt }) => ({ id, alt })) }
}
export const action = async (knock: ActionFunctionArgs) => takeFlag(knock, await meant(knock))

export default function Flags() {
  const { t } = useTranslation('ideas')
  return <FlagPage title={t('flags.ideaTitle')} page={useLoaderData<typeof loader>()} />
}
