import { eq } from 'drizzle-orm'
import { audit } from '#app/domain/audit/audit.server.ts'
import { changeCase } from '#app/domain/care/change.server.ts'
import { caseById } from '#app/domain/care/case.server.ts'
import { keepDraft } from '#app/domain/care/draft.server.ts'
import { keepCaseFiles } from '#app/domain/care/file.server.ts'
import { shownName } from '#app/domain/care/file.rules.ts'
import { inviteIdea } from '#app/domain/care/invite.server.ts'
import { linkIdea } from '#app/domain/care/link.server.ts'
import { addMacro } from '#app/domain/care/macro.server.ts'
import { addMessage } from '#app/domain/care/message.server.ts'
import { addNote } from '#app/domain/care/note.server.ts'
import { openCase } from '#app/domain/care/open.server.ts'
import { addPolicy } from '#app/domain/care/policy.server.ts'
import { askRating, rateCase } from '#app/domain/care/rating.server.ts'
import { giveRemedy } from '#app/domain/care/remedy.server.ts'
import { addTopic } from '#app/domain/care/topic.server.ts'
import { writeArticle } from '#app/domain/faq/edit.server.ts'
import { sayUseful } from '#app/domain/faq/feedback.server.ts'
import type { Person } from '#app/domain/identity/viewer.rules.ts'
import { decideDirectly } from '#app/domain/moderation/decide.server.ts'
import { flagIdea } from '#app/domain/moderation/flag.server.ts'
import { objectTo } from '#app/domain/moderation/objection.server.ts'
import { holdWords } from '#app/domain/moderation/word-list.server.ts'
import { newId, secretId } from '#db/columns.ts'
import { transaction, type Tx } from '#db/database.server.ts'
import { cases } from '#db/schema/care.ts'
import { faqCategories } from '#db/schema/faq.ts'
import { jobs } from '#db/schema/jobs.ts'
import { reviewItems } from '#db/schema/moderation.ts'
import { at } from '#db/time.ts'
import { xssCorpus } from '#tests/domain/xss-corpus.ts'
import type { Stand } from '#tests/house.ts'
import { person } from '#tests/world.ts'

// No form lets a NUL pass.
const told = (at: number) => xssCorpus[at % xssCorpus.length]!.replaceAll('\0', '')
const all = xssCorpus.map((_, i) => told(i)).join('\n\n')
const tagged = (at: number) => told(at).slice(0, 60)
const evil = '"><img src=x onerror=alert(1)>'

export type Pages = [path: string, viewer?: Person][]

/**
 * The corpus in every text of care, help and moderation, whatever a form would still refuse of it;
 * answers the pages where it is read, each with who reads it.
 */
export async function careTyped({ ada, ann, ben, mo, refillStation }: Stand): Promise<Pages> {
  const { number } = refillStation
  const carla = await transaction((tx) => person(tx, evil, ['care']))
  const topicId = await transaction((tx) => topicsAndPolicies(tx, ada))
  const slug = await transaction((tx) => helpTyped(tx, ada, topicId))
  const { id, other, macro, token } = await transaction(async (tx) => {
    const macro = await macroTyped(tx, ada)
    return { ...(await caseTyped(tx, { carla, ben, number, topicId })), macro }
  })
  const { decision, items } = await transaction((tx) => judged(tx, { mo, ann, ben, number }))
  const desk = `/staff/care/${id}`
  return [
    ...[desk, `${desk}?tab=note`, `${desk}?macro=${macro}`, `${desk}/merge?into=1002`],
    ...[`${desk}/split`, `/staff/care/${other}`, `/staff/care?q=${encodeURIComponent(told(0))}`],
    ...['/staff/care', '/staff/care?state=solved&sort=newest', '/staff/care/remedies'],
    ...['/staff/care/report', `/staff/ideas/${number}/cases`, '/staff/faq'],
  ]
    .map((path): Pages[number] => [path, carla])
    .concat(
      [`/me/cases/${id}`, '/me/cases', '/me/points', '/me/notifications'].map((path) => [
        path,
        ben,
      ]),
      ['/me/decisions', `/me/decisions/${decision}`, '/me/privacy'].map((path) => [path, ben]),
      ['/faq', `/faq?q=alert`, `/faq/${slug}`, `/faq/${slug}/feedback`, '/contact'].map((path) => [
        path,
      ]),
      [[`/contact?topic=${topicId}`], [`/rate/${token}`], ['/ideas/new', ben]],
      [[`/contact/suggestions?topic=${topicId}&text=${encodeURIComponent('alert src')}`]],
      items.map((item) => [`/staff/moderation/${item}`, mo]),
      ['', '?view=decided', '/objections', '/bursts'].map((end) => [`/staff/moderation${end}`, mo]),
      ['/staff/settings/moderation/words', '/staff/settings/moderation'].map((path) => [path, mo]),
      ['macros', `macros/${macro}`, 'topics', `topics/${topicId}`, 'sla'].map((end) => [
        `/staff/settings/care/${end}`,
        ada,
      ]),
      [
        ['/staff/audit', ada],
        ['/staff/outbox', ada],
        ['/staff/settings/care-mail', ada],
      ],
    )
}

async function topicsAndPolicies(tx: Tx, ada: Person) {
  const label = { labelIt: evil, labelEn: evil, asks: ['product' as const, 'batch' as const] }
  const topicId = await addTopic(tx, ada, { ...label, priority: 'normal' })
  const minutes = { firstMinutes: 60, nextMinutes: 60, resolutionMinutes: 600 }
  await addPolicy(tx, ada, { name: evil, topicId, priority: null, ...minutes })
  await audit(tx, ada.id, 'case.merged', { subject: evil, [evil]: told(1), list: [told(4)] })
  return topicId
}

async function helpTyped(tx: Tx, ada: Person, topicId: string) {
  const label = { labelIt: evil, labelEn: evil, position: 0 }
  await tx.insert(faqCategories).values({ id: 'hostile', ...label })
  const titles = { titleIt: `${tagged(0)} alert`, titleEn: `${tagged(4)} alert` }
  const text = { ...titles, bodyIt: all, bodyEn: all }
  const kind = { categoryId: 'hostile', topicId, state: 'published' as const, position: 0 }
  const made = await writeArticle(tx, ada, { ...text, ...kind })
  if (typeof made === 'string') throw new Error(made)
  const { slug } = made
  await sayUseful(tx, ada.id, slug, { isUseful: false, comment: all })
  return slug
}

const macroTyped = (tx: Tx, ada: Person) =>
  addMacro(tx, ada, {
    ...{ name: evil, bodyIt: all, bodyEn: all, assign: 'on', tags: ['img-src-x'] },
    ...{ priority: 'high', state: 'waiting' },
  })

type Told = { carla: Person; ben: Person; number: number; topicId: string }

async function caseTyped(tx: Tx, { carla, ben, number, topicId }: Told) {
  const facts = { product: evil, batch: evil, shop: evil, name: evil }
  const begun = { topicId, locale: 'en' as const, source: 'form' as const, isConfirmed: true }
  const email = `"<svg/onload=alert(1)>"@example.org`
  const stranger = await openCase(tx, { ...begun, ...facts, subject: evil, body: all, email })
  const found = await openCase(tx, {
    ...{ ...begun, ...facts, subject: tagged(4), body: all, quoted: all, personId: ben.id },
  })
  const { id } = found
  const file = { id: secretId(), name: shownName(evil, 'image'), kind: 'image' as const, bytes: 3 }
  const size = { width: 80, height: 60 }
  await keepCaseFiles(tx, { id: ben.id, side: 'member' }, [{ ...file, ...size }])
  const wish = { authorId: ben.id, body: all, fileIds: [file.id] }
  await addMessage(tx, found, { side: 'member', ...wish })
  await addNote(tx, carla, found, { body: all })
  const answer = { side: 'care', authorId: carla.id, body: all, quoted: all } as const
  await addMessage(tx, found, answer)
  await keepDraft(tx, carla, { caseId: id, kind: 'reply' }, { body: all, fileIds: [] })
  await keepDraft(tx, carla, { caseId: id, kind: 'note' }, { body: all, fileIds: [] })
  const points = { kind: 'points' as const, rewardId: null, reason: evil }
  await giveRemedy(tx, carla, found, { ...points, key: newId(), amount: 5 })
  await giveRemedy(tx, carla, found, { ...points, key: newId(), amount: 9000 })
  await linkIdea(tx, carla, found, number)
  const idea = { key: newId(), title: tagged(0).padEnd(12, '<'), body: all }
  await inviteIdea(tx, carla, found, idea)
  return { id, other: stranger.id, token: await rated(tx, carla, found.id) }
}

/** Solved, asked how content they are, and answered; the token is what the mail carried. */
async function rated(tx: Tx, carla: Person, id: string) {
  const { version: seen } = (await caseById(tx, id))!
  const [found] = await tx.select().from(cases).where(eq(cases.id, id))
  await changeCase(tx, carla, found!, { state: 'solved', tags: { add: [evil] }, seen })
  await askRating(tx, id, 'ask')
  const mails = await tx
    .select()
    .from(jobs)
    .where(eq(jobs.key, `rate-case:${id}`))
  const { ratePath } = (mails[0]!.payload as { params: { ratePath: string } }).params
  const token = ratePath.split('/').at(-1)!
  await rateCase(tx, token, { score: 1, comment: all })
  return token
}

type Judged = { mo: Person; ann: Person; ben: Person; number: number }

async function judged(tx: Tx, { mo, ann, ben, number }: Judged) {
  await flagIdea(tx, ben, number, { reason: 'other', note: all })
  await holdWords(tx, mo, [evil, told(0), 'alert'], 3)
  const thing = { subject: 'profile' as const, subjectId: ben.id }
  const wish = { act: 'warn' as const, reason: 'offensive' as const, facts: all }
  // Long enough ago that it can be undone no more.
  const decision = await at(new Date(Date.now() - 60_000), () =>
    decideDirectly(tx, mo, thing, wish),
  )
  if (!decision || typeof decision === 'string') throw new Error(String(decision))
  await objectTo(tx, ben, decision.id, all)
  await flagIdea(tx, ann, number, { reason: 'spam', note: evil })
  const items = await tx.select({ id: reviewItems.id }).from(reviewItems)
  return { decision: decision.id, items: items.map(({ id }) => id) }
}
