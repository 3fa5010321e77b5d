import { eq } from 'drizzle-orm'
import { secretId } from '#db/columns.ts'
import { db, emptyLog, transaction, type Tx } from '#db/database.server.ts'
import { mergeWords } from '#db/search.server.ts'
import { people, personRoles, sessions, tokens } from '#db/schema/identity.ts'
import { dataExports, erasures } from '#db/schema/privacy.ts'
import { now } from '#db/time.ts'
import { audit } from '../audit/audit.server.ts'
import { sendLetter } from '../identity/letter.server.ts'
import { foldedName } from '../identity/name.rules.ts'
import { keepingAnAdmin } from '../identity/role.server.ts'
import { showOnBoard } from '../points/board.server.ts'
import { siteSettings } from '../site/site.server.ts'
import { casesOf, eraseCase } from './erase-case.server.ts'
import { unnameAll } from './erase-names.server.ts'
import { stepsOf } from './erase-plan.server.ts'
import { closeReviews, leaveComments, leaveIdeas, leaveImages } from './erase-posts.server.ts'
import type { Erasure } from './erasure.server.ts'
import { formerName, receiptOf } from './erasure.rules.ts'
import { dropCopy } from './export-file.server.ts'
import { addToJournal } from './journal.server.ts'
import { gone, type Leaver } from './leaver.ts'
import { scrub, scrubRows } from './scrub.server.ts'

type How = {
  /** Their last letter, which says that it is done. */
  isTold: boolean
  /** Called between the steps: this may take a while. */
  beat?: () => Promise<unknown>
}

/**
 * Erases somebody everywhere, in small steps: however often it begins again after a crash, it comes to
 * the same end. What they wrote in public is a former member's, or goes; what was booked stays under an
 * id that names nobody. Throws `LastAdmin`.
 */
export async function eraseNow(wish: Erasure, { isTold, beat = () => Promise.resolve() }: How) {
  const [person] = await db.select().from(people).where(eq(people.id, wish.personId))
  if (!person) return transaction((tx) => done(tx, wish))
  const { id, handle, displayName, emailFolded: email } = person
  const who: Leaver = { id, handle, displayName, email, texts: wish.texts }
  await transaction((tx) => shutDoor(tx, who))
  for (const caseId of await casesOf(who)) {
    await eraseCase(caseId)
    await beat()
  }
  await dropCopies(who)
  await closeReviews(who)
  for (const step of stepsOf(who)) await scrub(step)
  for (const leave of [leaveIdeas, leaveComments, leaveImages, unnameAll]) {
    await beat()
    await leave(who)
  }
  await transaction((tx) => forget(tx, wish, isTold))
  await addToJournal([
    { personId: id, texts: wish.texts, doneAt: (wish.doneAt ?? now()).toISOString() },
  ])
  await sweepTraces()
}

/** Nobody is them any more, from here on: nothing new of theirs comes while the rest goes. */
async function shutDoor(tx: Tx, { id }: Leaver) {
  await scrubRows(tx, gone(sessions, sessions.personId, undefined), [id])
  await scrubRows(tx, gone(tokens, tokens.personId, undefined), [id])
  await keepingAnAdmin(tx, () =>
    scrubRows(tx, gone(personRoles, personRoles.personId, undefined), [id]),
  )
  const to = { passwordHash: null }
  await scrubRows(tx, { table: people, key: people.id, of: undefined, to }, [id])
  await showOnBoard(tx, id, false)
}

async function dropCopies({ id }: Leaver) {
  const copies = await db
    .select({ id: dataExports.id })
    .from(dataExports)
    .where(eq(dataExports.personId, id))
  for (const copy of copies) await dropCopy(copy.id)
}

/** The last step: the person, and the address that their last letter still goes to. */
async function forget(tx: Tx, wish: Erasure, isTold: boolean) {
  const [person] = await tx.select().from(people).where(eq(people.id, wish.personId))
  const { locale } = await siteSettings(tx)
  const displayName = formerName[locale]
  const to = {
    ...{
      handle: `former_${secretId().slice(-12)}`,
      displayName,
      nameFolded: foldedName(displayName),
    },
    ...{ email: null, emailFolded: null, emailVerifiedAt: null, passwordHash: null, source: null },
    ...{ birthYear: null, bio: '', avatarId: null, team: null, locale: null, theme: 'auto' },
    ...{ suspendedAt: null, suspendedUntil: null, silencedUntil: null, mailPausedUntil: null },
    ...{ digestHour: 8, quietFrom: null, quietTo: null },
    ...{ isNamedInThanks: false, isWithoutKeys: false, erasedAt: now() },
  }
  const { id, email, displayName: name, locale: language } = person!
  await scrubRows(tx, { table: people, key: people.id, of: undefined, to }, [id])
  await done(tx, wish)
  if (!email || !isTold) return
  const params = { name, receipt: receiptOf(wish.id) }
  await sendLetter(tx, 'erasure-done', wish.id, { to: email, locale: language, params })
}

async function done(tx: Tx, { id, personId, texts }: Erasure) {
  await tx.update(erasures).set({ doneAt: now() }).where(eq(erasures.id, id))
  await audit(tx, null, 'erasure.done', { subject: personId, texts })
}

/** Takes what was forgotten out of the parts of the search, and out of the log beside the database. */
export async function sweepTraces() {
  for (const index of ['ideas', 'cases'] as const)
    for (let [more, begins] = [true, true]; more; begins = false)
      more = await transaction((tx) => mergeWords(tx, begins, index))
  await emptyLog()
}
