import { eq } from 'drizzle-orm'
import type { Read } from '#db/database.server.ts'
import { ideas } from '#db/schema/ideas.ts'
import { findComment, isGone } from '../comments/comment.server.ts'
import { findIdea } from '../ideas/idea.server.ts'
import { imageById } from '../ideas/image-sight.server.ts'
import { findImage } from '../ideas/image.server.ts'
import { publicProfile } from '../ideas/profile.server.ts'
import type { Viewer } from '../identity/viewer.rules.ts'
import { plainText } from '../ideas/markdown.rules.ts'
import { reachOf, type Subject } from './review.rules.ts'
import { aboutThing } from './sight.server.ts'

/** Something that can be flagged: who wrote it, where it is read, what it says, how far it reaches. */
export type Flaggable = {
  subject: Subject
  subjectId: string
  authorId: string | null
  ideaId: string | null
  excerpt: string
  reach: number
  /** Shown to whoever flags it, and where they came from. */
  quote: string
  path: string
}

const longestQuote = 300
const longestExcerpt = 4_000

/** The idea of `number`, as far as `viewer` sees it. */
export async function ideaToFlag(db: Read, viewer: Viewer, number: number) {
  const idea = await findIdea(db, number, viewer)
  if (!idea || idea.status === 'draft') return undefined
  const { id: subjectId, title: quote, slug } = idea
  return flaggable(db, { subject: 'idea', subjectId, quote, path: `/ideas/${number}/${slug}` })
}

/** A comment that `viewer` can read. */
export async function commentToFlag(db: Read, viewer: Viewer, commentId: string) {
  const comment = await findComment(db, commentId, viewer)
  if (!comment || isGone(comment)) return undefined
  const quote = plainText(comment.body).slice(0, longestQuote)
  const path = `/comments/${commentId}`
  return flaggable(db, { subject: 'comment', subjectId: commentId, quote, path })
}

/** A member's image, of an idea or their face, that `viewer` can see. */
export async function imageToFlag(db: Read, viewer: Viewer, imageId: string) {
  const image = await imageById(db, imageId)
  if (!image || image.hiddenAt || !['idea', 'avatar'].includes(image.purpose)) return undefined
  if (!(await findImage(db, imageId, viewer))) return undefined
  const path = await pathOf(db, image.ideaId)
  return flaggable(db, { subject: 'image', subjectId: imageId, quote: image.alt, path })
}

async function pathOf(db: Read, ideaId: string | null) {
  if (!ideaId) return '/ideas'
  const [idea] = await db.select().from(ideas).where(eq(ideas.id, ideaId))
  return idea ? `/ideas/${idea.number}/${idea.slug}` : '/ideas'
}

/** What a member says of themselves, by their handle. */
export async function profileToFlag(db: Read, handle: string) {
  const person = await publicProfile(db, handle)
  if (!person) return undefined
  const { id: subjectId, displayName, bio } = person
  const quote = [displayName, bio].filter(Boolean).join('. ').slice(0, longestQuote)
  return flaggable(db, { subject: 'profile', subjectId, quote, path: `/members/${handle}` })
}

type Known = Pick<Flaggable, 'subject' | 'subjectId' | 'quote' | 'path'>

async function flaggable(db: Read, known: Known): Promise<Flaggable | undefined> {
  const about = await aboutThing(db, known)
  if (!about) return undefined
  const { ideaId, excerpt } = about
  const [idea] = ideaId ? await db.select().from(ideas).where(eq(ideas.id, ideaId)) : []
  return {
    ...known,
    ...about,
    excerpt: excerpt.slice(0, longestExcerpt),
    reach: reachOf(idea ?? {}),
  }
}
