import { eq } from 'drizzle-orm'
import type { Read, Tx } from '#db/database.server.ts'
import { comments } from '#db/schema/comments.ts'
import { people } from '#db/schema/identity.ts'
import { ideas } from '#db/schema/ideas.ts'
import { coverComment, markHeld, uncoverComment } from '../comments/hide.server.ts'
import { hideImage, imageById, showImage, type Taken } from '../ideas/image-sight.server.ts'
import { maskProfile, type Unmasked, unmaskProfile } from '../identity/mask.server.ts'
import { putBack, takeAway, type TakenAway } from '../workflow/take-away.server.ts'
import type { Subject } from './review.rules.ts'

/** Something that can be decided on, by its kind and id. */
export type Thing = { subject: Subject; subjectId: string }

/** All that brings something back as it was, by its kind; kept with the decision, as plain JSON. */
export type Sight = {
  idea?: TakenAway
  comment?: { heldAt: number | null }
  image?: Taken
  profile?: Unmasked & { avatar: (Taken & { id: string }) | null }
}

type Ways = {
  out: (tx: Tx, actorId: string | null, id: string) => Promise<Sight | undefined>
  back: (tx: Tx, actorId: string | null, id: string, before: Sight) => Promise<string>
}

/**
 * Takes something out of the public's sight without asking who may: an idea goes to `hidden`, a comment
 * and an image are hidden, a profile loses name, words and picture. Answers what `bringIntoSight` needs;
 * `undefined`, nothing changed, where it is gone or out of sight already.
 */
export const takeOutOfSight = (tx: Tx, actorId: string | null, { subject, subjectId }: Thing) =>
  ways[subject].out(tx, actorId, subjectId)

/** Brings it back exactly as it was: `back`, or what came between: `moved-on`, `not-hidden`, `gone`. */
export const bringIntoSight = (
  tx: Tx,
  actorId: string | null,
  { subject, subjectId }: Thing,
  before: Sight,
) => ways[subject].back(tx, actorId, subjectId, before)

const ways: Record<Subject, Ways> = {
  idea: {
    async out(tx, _, id) {
      const idea = await ideaById(tx, id)
      const away = idea && (await takeAway(tx, idea))
      return away && { idea: away }
    },
    async back(tx, _, id, { idea: away }) {
      const idea = await ideaById(tx, id)
      return idea && away ? putBack(tx, idea, away) : 'gone'
    },
  },
  comment: {
    async out(tx, actorId, id) {
      const comment = await commentById(tx, id)
      if (!comment) return undefined
      const { heldAt } = comment
      if (heldAt) await markHeld(tx, id, null)
      else if (!(await coverComment(tx, actorId, comment))) return undefined
      return { comment: { heldAt: heldAt && +heldAt } }
    },
    async back(tx, actorId, id, { comment: was }) {
      const comment = await commentById(tx, id)
      if (!comment) return 'gone'
      if (was?.heldAt) await markHeld(tx, id, new Date(was.heldAt))
      else if (!(await uncoverComment(tx, actorId, comment))) return 'not-hidden'
      return 'back'
    },
  },
  image: {
    async out(tx, _, id) {
      const image = await hideImage(tx, id)
      return image && { image }
    },
    back: (tx, _, id, { image }) => showImage(tx, id, image ?? { wornBy: null }),
  },
  profile: {
    async out(tx, _, id) {
      const avatarId = await avatarOf(tx, id)
      const words = await maskProfile(tx, id)
      const taken = avatarId && (await hideImage(tx, avatarId))
      return words && { profile: { ...words, avatar: taken ? { ...taken, id: avatarId } : null } }
    },
    async back(tx, _, id, { profile }) {
      if (!profile) return 'gone'
      await unmaskProfile(tx, id, profile)
      if (profile.avatar) await showImage(tx, profile.avatar.id, profile.avatar)
      return 'back'
    },
  },
}

async function ideaById(db: Read, id: string) {
  const [idea] = await db.select().from(ideas).where(eq(ideas.id, id))
  return idea
}

async function commentById(db: Read, id: string) {
  const [comment] = await db.select().from(comments).where(eq(comments.id, id))
  return comment
}

async function avatarOf(db: Read, personId: string) {
  const [person] = await db
    .select({ avatarId: people.avatarId })
    .from(people)
    .where(eq(people.id, personId))
  return person?.avatarId ?? null
}

type Known = { authorId: string | null; ideaId: string | null; excerpt: string }

const known: Record<Subject, (db: Read, id: string) => Promise<Known | undefined>> = {
  async idea(db, id) {
    const idea = await ideaById(db, id)
    if (!idea || idea.status === 'draft') return undefined
    return about(idea.authorId, id, `${idea.title}\n\n${idea.body}`)
  },
  async comment(db, id) {
    const comment = await commentById(db, id)
    if (!comment || comment.deletedAt) return undefined
    return about(comment.authorId, comment.ideaId, comment.body)
  },
  async image(db, id) {
    const image = await imageById(db, id)
    return image && about(image.ownerId, image.ideaId, image.alt)
  },
  async profile(db, id) {
    const { displayName, bio } = people
    const [person] = await db.select({ displayName, bio }).from(people).where(eq(people.id, id))
    return person && about(id, null, `${person.displayName}\n\n${person.bio}`.trim())
  },
}

/** What is known of something decided on: its author, its idea, its text now; `undefined` when it is gone. */
export const aboutThing = (db: Read, { subject, subjectId }: Thing) => known[subject](db, subjectId)

const about = (authorId: string | null, ideaId: string | null, excerpt: string) => ({
  authorId,
  ideaId,
  excerpt,
})
