import {
  type ActionFunctionArgs,
  json,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { CodesForm } from '#app/domain/rewards/pool.form.ts'
import { readCodes } from '#app/domain/rewards/pool.rules.ts'
import { rewardById } from '#app/domain/rewards/edit.server.ts'
import { poolCounts } from '#app/domain/rewards/edit-list.server.ts'
import { pageTitle } from '#app/ui/page-title.ts'
import { found } from '#app/web/answer.server.ts'
import { invalid, read } from '#app/web/form.server.ts'
import { requirePermission } from '#app/web/guard.server.ts'
import { db } from '#db/database.server.ts'
import { CodesPage } from '../reward-desk/codes-page.tsx'
import { imported, previewedCodes } from '../reward-desk/codes.server.ts'

export { deskLinks as links } from '../reward-desk/links.ts'
export const meta: MetaFunction = ({ matches }) => pageTitle(matches, { key: 'rewards:pool.title' })

async function couponOf(id: string) {
  const reward = found(await rewardById(db, id))
  if (reward.kind !== 'coupon') throw new Response(null, { status: 404 })
  return reward
}

export async function loader(knock: LoaderFunctionArgs) {
  await requirePermission(knock, 'rewards.edit')
  const { id, titleIt, titleEn } = await couponOf(knock.params.id!)
  const title = knock.context.visit.locale === 'it' ? titleIt : titleEn
  return { id, title, pool: await poolCounts(db, id) }
}
export type CodesData = typeof loader

/** Looks what is in the codes first; then puts them into the pool, those that it can. */
export async function action(knock: ActionFunctionArgs) {
  const editor = await requirePermission(knock, 'rewards.edit')
  const { id } = await couponOf(knock.params.id!)
  const form = await read(knock.request, CodesForm)
  if (form.reply) return invalid(form.reply)
  const { intent, column, codes, file } = form.values
  const text = file ? await textOf(file) : codes
  const sheet = text === undefined ? 'not-text' : readCodes(text, column)
  if (typeof sheet === 'string') return form.refuse(refusals[sheet])
  return json({
    came: await (intent === 'preview' ? previewedCodes(id, sheet) : imported(editor, id, sheet)),
  })
}

const refusals = {
  'no-column': { column: 'rewards:pool.error.noColumn' },
  'too-many': { codes: 'rewards:pool.error.tooMany' },
  empty: { codes: 'rewards:pool.error.empty' },
  'not-text': { file: 'rewards:pool.error.notText' },
}

async function textOf(file: File) {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer())
  } catch {
    return undefined
  }
}

export default CodesPage
