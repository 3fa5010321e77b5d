import type { LoaderFunctionArgs } from '@remix-run/node'
import { type ToldMerge, toldMerge } from '#app/domain/merges/merge-list.server.ts'
import { found } from '#app/web/answer.server.ts'
import type { Locale } from '#app/web/visit.server.ts'
import { db } from '#db/database.server.ts'
import { rowOf } from './list-loader.server.ts'

/** Everything the staff know of one merge. */
export async function onePage({ params, context }: LoaderFunctionArgs) {
  return wholeMerge(found(await toldMerge(db, params.id ?? '')), context.visit.locale)
}

/** A merge with its words and its moments. */
export const wholeMerge = (told: ToldMerge, locale: Locale) => ({
  ...rowOf(told, locale),
  stored: told.merge.state,
  note: told.merge.note,
  team: told.merge.team,
  answer: told.merge.answer,
  answerBy: told.merge.answerBy?.toISOString(),
  askedAt: told.merge.askedAt.toISOString(),
})
