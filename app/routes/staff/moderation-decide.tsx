import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { subjects } from '#app/domain/moderation/review.rules.ts'
import { DirectForm } from '#app/domain/moderation/decide.form.ts'
import { aboutThing } from '#app/domain/moderation/sight.server.ts'
import { renderMarkdown } from '#app/domain/ideas/markdown.rules.ts'
import { pageTitle } from '#app/ui/page-title.ts'
import { back, found } from '#app/web/answer.server.ts'
import { invalid, read } from '#app/web/form.server.ts'
import { requirePermission } from '#app/web/guard.server.ts'
import { safePath } from '#app/web/safe-redirect.ts'
import { db } from '#db/database.server.ts'
import { decideAtOnce, refusals } from '../moderation-desk/decide.server.ts'
import { Direct } from '../moderation-desk/direct.tsx'
import { templatesFor } from '../moderation-desk/template.server.ts'

export { deskLinks as links } from '../moderation-desk/links.ts'
export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, { key: 'moderation:desk.direct.title' })

export async function loader(knock: LoaderFunctionArgs) {
  await requirePermission(knock, 'moderation.decide')
  const { searchParams } = new URL(knock.request.url)
  const subject = found(subjects.find((one) => one === searchParams.get('subject')))
  const subjectId = searchParams.get('id') ?? ''
  const thing = found(await aboutThing(db, { subject, subjectId }))
  return {
    subject,
    subjectId,
    path: safePath(searchParams.get('redirectTo') ?? '/staff/moderation'),
    hasAuthor: !!thing.authorId,
    html: renderMarkdown(thing.excerpt),
    templates: await templatesFor(thing.authorId),
  }
}
export type DirectPage = Awaited<ReturnType<typeof loader>>

/** Decides on what a moderator came across. */
export async function action(knock: ActionFunctionArgs) {
  const moderator = await requirePermission(knock, 'moderation.decide')
  const form = await read(knock.request, DirectForm)
  if (form.reply) return invalid(form.reply)
  const { subject, id: subjectId, redirectTo, ...said } = form.values
  const { authorId } = found(await aboutThing(db, { subject, subjectId }))
  const outcome = found(await decideAtOnce(moderator, { subject, subjectId, authorId }, said))
  if (typeof outcome === 'object')
    return back(redirectTo ?? '/staff/moderation', `decided-${outcome.act}`)
  return form.refuse(refusals[outcome as keyof typeof refusals])
}

export default Direct
