import { createHash, randomBytes } from 'node:crypto'
import { and, eq, gt, isNotNull, isNull, lt } from 'drizzle-orm'
import type { Read, Tx } from '#db/database.server.ts'
import { people } from '#db/schema/identity.ts'
import { ideas } from '#db/schema/ideas.ts'
import { flags } from '#db/schema/moderation.ts'
import { now } from '#db/time.ts'
import { sendLetter } from '../identity/letter.server.ts'
import { type Flag, putBefore, weightOfAddress, type Why } from './flag.server.ts'
import {
  commentToFlag,
  type Flaggable,
  ideaToFlag,
  imageToFlag,
  profileToFlag,
} from './flag-thing.server.ts'
import { confirmMs } from './flag.rules.ts'
import { mailboxOf } from './mailbox.rules.ts'

const resendMs = 15 * 60_000
const before = (ms: number) => new Date(+now() - ms)

const hashed = (secret: string) => createHash('sha256').update(secret).digest('hex')

type Guest = { email: string; locale: 'it' | 'en' }

/**
 * Takes a report of somebody who is not signed in, which counts for nothing until the link in the mail
 * is confirmed. One a mailbox and subject: asked again, the mail goes out once more after 15 minutes,
 * and nothing in the answer tells that, or whose address it is.
 */
export async function flagAsGuest(tx: Tx, { email, locale }: Guest, thing: Flaggable, why: Why) {
  const { subject, subjectId } = thing
  const secret = randomBytes(32).toString('base64url')
  const tokenHash = hashed(secret)
  const emailFolded = mailboxOf(email)
  const guest = { email, emailFolded, locale, tokenHash, weight: 0 }
  const [fresh] = await tx
    .insert(flags)
    .values({ subject, subjectId, ...guest, ...why })
    .onConflictDoNothing()
    .returning()
  const flag = fresh ?? (await again(tx, thing, { emailFolded, tokenHash }))
  if (flag)
    await sendLetter(tx, 'flag-receipt', tokenHash, {
      to: flag.email!,
      locale,
      params: { path: `/flags/${secret}`, quote: thing.quote },
    })
}

async function again(
  tx: Tx,
  { subject, subjectId }: Flaggable,
  { emailFolded, tokenHash }: { emailFolded: string; tokenHash: string },
) {
  const same = [
    eq(flags.subject, subject),
    eq(flags.subjectId, subjectId),
    eq(flags.emailFolded, emailFolded),
  ]
  const isDue = [isNull(flags.confirmedAt), lt(flags.createdAt, before(resendMs))]
  const [flag] = await tx
    .update(flags)
    .set({ tokenHash, createdAt: now() })
    .where(and(...same, ...isDue))
    .returning()
  return flag
}

/** The report that the link of a receipt is about, with what it is about where that can still be seen. */
export async function guestFlag(db: Read, secret: string) {
  const [flag] = await db
    .select()
    .from(flags)
    .where(eq(flags.tokenHash, hashed(secret)))
  return flag && { flag, thing: await thingOf(db, flag) }
}

/**
 * Confirms a report by the link that was sent for it: it counts now, and the moderators look. Answers
 * `confirmed`; `confirmed-already`; `gone`, what it was about cannot be seen any more; `undefined` where
 * there is no such link, or it is older than a week.
 */
export async function confirmFlag(tx: Tx, secret: string) {
  const found = await guestFlag(tx, secret)
  if (!found) return undefined
  if (found.flag.confirmedAt) return 'confirmed-already'
  if (!found.thing) return 'gone'
  const weight = await weightOfAddress(tx, found.flag.emailFolded!)
  const open = [isNull(flags.confirmedAt), gt(flags.createdAt, before(confirmMs))]
  const [flag] = await tx
    .update(flags)
    .set({ confirmedAt: now(), weight })
    .where(and(eq(flags.id, found.flag.id), ...open))
    .returning()
  if (!flag) return undefined
  await putBefore(tx, flag, found.thing)
  return 'confirmed'
}

/** Only what everybody can see: a link may be opened by anybody. */
async function thingOf(db: Read, { subject, subjectId }: Flag) {
  if (subject === 'image') return imageToFlag(db, undefined, subjectId)
  if (subject === 'comment') return commentToFlag(db, undefined, subjectId)
  if (subject === 'idea') {
    const [idea] = await db.select().from(ideas).where(eq(ideas.id, subjectId))
    return idea && ideaToFlag(db, undefined, idea.number)
  }
  const [person] = await db.select().from(people).where(eq(people.id, subjectId))
  return person && profileToFlag(db, person.handle)
}

/** Forgets reports that nobody confirmed within a week. */
export async function forgetGuests(tx: Tx) {
  await tx
    .delete(flags)
    .where(
      and(
        isNotNull(flags.email),
        isNull(flags.confirmedAt),
        lt(flags.createdAt, before(confirmMs)),
      ),
    )
}
