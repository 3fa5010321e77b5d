import type {
  ActionFunctionArgs,
  LinksFunction,
  LoaderFunctionArgs,
  MetaFunction,
} from '@remix-run/node'
import { z } from 'zod'
import { audit } from '#app/domain/audit/audit.server.ts'
import { retry } from '#app/domain/jobs/job.server.ts'
import { deadWork, outbox, outboxCounts } from '#app/domain/jobs/outbox.server.ts'
import { siteSettings } from '#app/domain/site/site.server.ts'
import { pageTitle } from '#app/ui/page-title.ts'
import staffStyles from '#app/ui/staff.css?url'
import { back } from '#app/web/answer.server.ts'
import { env } from '#app/web/env.server.ts'
import { invalid, read } from '#app/web/form.server.ts'
import { requirePermission } from '#app/web/guard.server.ts'
import { db, transaction } from '#db/database.server.ts'
import { readOutboxPlace, shownMail, writtenOutboxPlace } from '../desk/outbox-mail.server.ts'
import { Outbox } from '../desk/outbox-page.tsx'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: staffStyles }]
export const meta: MetaFunction = ({ matches }) => pageTitle(matches, { key: 'staff:outbox.title' })

const states = ['waiting', 'done', 'dead'] as const
const isState = (text: string | null) => states.find((state) => state === text)

export async function loader(knock: LoaderFunctionArgs) {
  await requirePermission(knock, 'outbox.see')
  const { searchParams } = new URL(knock.request.url)
  const state = isState(searchParams.get('state'))
  const after = readOutboxPlace(searchParams.get('after'))
  const [{ mails, more }, counts, { name }, dead] = await Promise.all([
    outbox(db, { state, after }),
    outboxCounts(db),
    siteSettings(db),
    deadWork(db),
  ])
  return {
    state,
    counts,
    dead,
    sends: !!env.smtpUrl,
    trial: env.trial,
    mails: mails.map((job) => shownMail(job, name)),
    isFirst: !after,
    next: more ? writtenOutboxPlace(mails.at(-1)!) : undefined,
  }
}
export type OutboxData = typeof loader

const RetryForm = z.strictObject({ jobId: z.string().min(1).max(40) })

export async function action(knock: ActionFunctionArgs) {
  const member = await requirePermission(knock, 'outbox.see')
  const form = await read(knock.request, RetryForm)
  if (form.reply) return invalid(form.reply)
  const { jobId } = form.values
  const outcome = await transaction(async (tx) => {
    const outcome = await retry(tx, jobId)
    if (outcome === 'retried') await audit(tx, member.id, 'mail.retried', { subject: jobId })
    return outcome
  })
  return back('/staff/outbox', `mail-${outcome}`)
}

export default Outbox
