import { z } from 'zod'
import type { Job } from '#app/domain/jobs/job.server.ts'
import { env } from '#app/web/env.server.ts'
import { type MailOrder, renderMail } from '#app/web/mail.server.ts'
import { momentOf } from '#db/time.ts'

const PlaceShape = z.string().regex(/^\d{1,15}\.[\w-]{1,40}$/)

/** Where a page of the outbox ends, for addresses. */
export const writtenOutboxPlace = ({ createdAt, id }: Pick<Job, 'createdAt' | 'id'>) =>
  `${createdAt.getTime()}.${id}`

export function readOutboxPlace(written: string | null) {
  const [at, id] = PlaceShape.safeParse(written).data?.split('.') ?? []
  return at && id ? { createdAt: momentOf(Number(at)), id } : undefined
}

type Piece = { text: string; href?: string }

/**
 * A mail of the outbox as the staff sees it. Where real people use the site its links are hidden:
 * some of them are keys to somebody's profile.
 */
export function shownMail(
  { id, state, attempts, lastError, createdAt, doneAt, ...job }: Job,
  site: string,
) {
  const order = job.payload as MailOrder
  const { subject, text } = renderMail(order, site)
  return {
    id,
    state,
    attempts,
    lastError,
    createdAt,
    doneAt,
    runAt: job.runAt,
    to: order.to,
    subject,
    lines: text.trim().split('\n').map(piecesOf),
  }
}

function piecesOf(line: string): Piece {
  const isLink = line.startsWith(`${env.publicUrl.origin}/`)
  if (!isLink) return { text: line }
  return env.trial ? { text: line, href: line.slice(env.publicUrl.origin.length) } : { text: '…' }
}
