import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import type { z } from 'zod'
import type { Person } from '#app/domain/identity/viewer.rules.ts'
import { proceed, withdrawQuestion } from '#app/domain/merges/answer.server.ts'
import { OneMergeForm } from '#app/domain/merges/merge.form.ts'
import { carryMerge, dropMerge } from '#app/domain/merges/run.server.ts'
import { beginUnmerge } from '#app/domain/merges/unmerge.server.ts'
import { back, found } from '#app/web/answer.server.ts'
import { invalid, read } from '#app/web/form.server.ts'
import { requirePermission } from '#app/web/guard.server.ts'
import { transaction } from '#db/database.server.ts'
import { onePage } from '../merges/one-loader.server.ts'
import { OnePage } from '../merges/one-page.tsx'

export { links, meta } from './merges.tsx'

export async function loader(knock: LoaderFunctionArgs) {
  await requirePermission(knock, 'ideas.merge')
  return onePage(knock)
}

export async function action(knock: ActionFunctionArgs) {
  const person = await requirePermission(knock, 'ideas.merge')
  const form = await read(knock.request, OneMergeForm)
  if (form.reply) return invalid(form.reply)
  const id = knock.params.id ?? ''
  const outcome = await doneTo(id, person, form.values)
  if (outcome === 'done') return back(`/staff/merges/${id}`, `merge-${form.values.intent}`)
  return form.refuse({ note: `merges:one.${outcome}` })
}

/** Does one act on a merge, as far as the request goes; `done`, or why not. */
async function doneTo(id: string, person: Person, said: z.infer<typeof OneMergeForm>) {
  const { intent, note } = said
  if (intent === 'unmerge') {
    const came = found(await transaction((tx) => beginUnmerge(tx, person, id, note)))
    if (came.is !== 'begun') return came.is
    await dropMerge(came.merge, came.said)
    return 'done'
  }
  if (intent === 'withdraw-question') {
    const came = found(await transaction((tx) => withdrawQuestion(tx, person, id)))
    return came.is === 'ended' ? 'done' : came.is
  }
  const came = found(await transaction((tx) => proceed(tx, person, id)))
  if (came.is !== 'begun') return came.is
  await carryMerge(came.merge)
  return 'done'
}

export default OnePage
