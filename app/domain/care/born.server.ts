import { and, eq, isNull } from 'drizzle-orm'
import type { Tx } from '#db/database.server.ts'
import { caseTopics } from '#db/schema/care.ts'
import { people } from '#db/schema/identity.ts'
import { audit } from '../audit/audit.server.ts'
import type { Idea } from '../ideas/idea.server.ts'
import type { Person } from '../identity/viewer.rules.ts'
import { siteSettings } from '../site/site.server.ts'
import { link } from './link.server.ts'
import { addMessage } from './message.server.ts'
import { openCase } from './open.server.ts'

/** What a case is made from: an idea, or a comment under it, with who wrote that. */
export type Origin = {
  idea: Pick<Idea, 'id' | 'locale'>
  commentId?: string
  authorId: string | null
}

type Opening = { topicId: string; subject: string; body: string }

/**
 * Opens a case with whoever wrote an idea or a comment; care writes first, and nothing of it stands
 * beside the idea. Each makes one case only. Answers its id, `isNew` or not; `no-author`, they have
 * left or never were here; `own`, the agent wrote it; `no-such-topic`.
 */
export async function openCaseFrom(tx: Tx, agent: Person, origin: Origin, wish: Opening) {
  const { idea, commentId, authorId } = origin
  const author = authorId ? await memberOf(tx, authorId) : undefined
  if (!author) return 'no-author'
  if (author.id === agent.id) return 'own'
  if (!(await isTopic(tx, wish.topicId))) return 'no-such-topic'
  const { body } = wish
  const opened = await opening(tx, agent, { ...origin, author }, wish)
  // Another was quicker, or it was opened long ago: what was typed is not sent into it.
  if (opened.messagesCount) return { id: opened.id, isNew: false }

  await addMessage(tx, opened, { side: 'care', authorId: agent.id, body, leavesAs: 'waiting' })
  await link(tx, agent, opened.id, { ideaId: idea.id, kind: 'born-from' })
  const facts = { subject: opened.id, ideaId: idea.id, commentId: commentId ?? null }
  await audit(tx, agent.id, 'case.opened-from', facts)
  return { id: opened.id, isNew: true }
}

type Known = Origin & { author: NonNullable<Awaited<ReturnType<typeof memberOf>>> }

async function opening(tx: Tx, agent: Person, { idea, commentId, author }: Known, wish: Opening) {
  const { locale } = await siteSettings(tx)
  const { topicId, subject } = wish
  return openCase(tx, {
    ...{ topicId, subject, body: null, personId: author.id, isConfirmed: true },
    locale: author.locale ?? idea.locale ?? locale,
    source: commentId ? 'comment' : 'idea',
    sourceId: commentId ?? idea.id,
    openedBy: agent.id,
  })
}

async function memberOf(tx: Tx, id: string) {
  const [member] = await tx
    .select({ id: people.id, locale: people.locale })
    .from(people)
    .where(and(eq(people.id, id), isNull(people.erasedAt)))
  return member
}

const isTopic = async (tx: Tx, id: string) =>
  (await tx.$count(caseTopics, and(eq(caseTopics.id, id), isNull(caseTopics.retiredAt)))) > 0
