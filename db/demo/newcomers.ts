import type { Idea } from '#app/domain/ideas/idea.server.ts'
import { enrol } from '#app/domain/identity/join.server.ts'
import { personOf } from '#app/domain/identity/person.server.ts'
import { findVoteBursts } from '#app/domain/moderation/burst-find.server.ts'
import { holdBurst } from '#app/domain/moderation/burst.server.ts'
import { sayComment } from '#app/domain/moderation/screen.server.ts'
import { holdWords } from '#app/domain/moderation/word-list.server.ts'
import { castVote } from '#app/domain/votes/vote.server.ts'
import { eq } from 'drizzle-orm'
import { db, transaction, type Tx } from '../database.server.ts'
import { people } from '../schema/identity.ts'
import { at } from '../time.ts'
import type { Stage } from './acts.ts'

const minute = 60_000
const moderator = 'nadia_forno'
const words = ['truffator*', 'fregatura', 'ladri', 'vergognat*', 'buffon*']
/** All from one mailbox, within ten minutes. */
const names = ['Lino B.', 'Pia T.', 'Gino L.', 'Rosa V.', 'Ivo M.', 'Ada P.', 'Ugo N.', 'Mina F.']
const [pushed, scolded] = [
  'Un numero a cui chiedere che cosa è finito',
  'Il panino delle 7:15, a prezzo tondo',
]

/** What the house keeps an eye on: a list of words and what it holds; votes that came all at once. */
export async function tellNewcomers(stage: Stage, found: (title: string) => Idea) {
  const now = stage.today.getTime()
  const nadia = stage.cast.get(moderator)!
  await transaction((tx) => holdWords(tx, nadia, words, 2))
  const start = now - 70 * minute
  for (const [i, name] of names.entries())
    await at(new Date(start + i * minute), () =>
      transaction((tx) => votes(tx, name, i, found(pushed))),
    )
  await at(new Date(start + 9 * minute), () => scold(found(scolded)))
  for (const { ideaId, burst } of await findVoteBursts(db))
    await transaction((tx) => holdBurst(tx, ideaId, burst))
}

async function votes(tx: Tx, displayName: string, i: number, { number }: Idea) {
  const email = `premi.sicuri+${i}@gmail.com`
  const entry = { displayName, email, emailFolded: email, passwordHash: '', locale: 'it' as const }
  const joined = await enrol(tx, { ...entry, birthYear: 1980 })
  await tx
    .update(people)
    .set({ emailVerifiedAt: joined!.joinedAt })
    .where(eq(people.id, joined!.id))
  await castVote(tx, (await personOf(tx, joined!.id))!, number)
}

/** Somebody of them is angry, in words that a person reads first. */
const scold = ({ number }: Idea) =>
  transaction(async (tx) => {
    const [lino] = await tx.select().from(people).where(eq(people.handle, 'lino_b'))
    const body = 'Il prezzo è aumentato di 40 centesimi: è una F R E G A T U R A e lo sapete.'
    await sayComment(tx, (await personOf(tx, lino!.id))!, number, { body })
  })
